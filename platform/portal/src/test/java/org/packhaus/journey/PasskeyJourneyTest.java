package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.packhaus.demo.RunningDemo;

/** Passkeys with a real browser, whose authenticator the browser plays itself. */
@Journey
class PasskeyJourneyTest {

    @Test
    void aPasskeyIsMadeSignsInWithoutAPasswordAndOpensNothingOnceRemoved(House house) {
        var desk = house.desk(Locale.ENGLISH);
        Authenticator.in(desk.page());
        signsInWithPassword(desk);
        var key = makesPasskey(desk, "Notebook");
        assertThat(key.innerText()).contains("Notebook", "not used yet");
        desk.isOpenToAll();

        assertThat(showsPasskey(desk)).isTrue();
        desk.go(Screen.PROFILE, "profile");
        key.waitFor();
        assertThat(key.innerText()).contains("Notebook", "last used");

        Desk.button(key, desk.words("passkey.remove") + ": Notebook").click();
        key.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(showsPasskey(desk)).as("a passkey that was removed").isFalse();
    }

    @Test
    void withoutTheOwnersFingerThePasskeyOpensNothing(House house) {
        var desk = house.desk(Locale.ENGLISH);
        var authenticator = Authenticator.in(desk.page());
        signsInWithPassword(desk);
        makesPasskey(desk, "Telephone");

        authenticator.knowsItsOwner(false);
        assertThat(showsPasskey(desk)).isFalse();
        desk.page().navigate("/orders");
        desk.page().waitForURL(Pattern.compile(".*/login.*"));
    }

    private static void signsInWithPassword(Desk desk) {
        desk.signIn(RunningDemo.administrator(Locale.ENGLISH), RunningDemo.PASSWORD);
        desk.go(Screen.PROFILE, "profile");
    }

    /** @return its line on the page */
    private static Locator makesPasskey(Desk desk, String called) {
        desk.press("passkey.add");
        desk.dialog().locator("input[type=password]").fill(RunningDemo.PASSWORD);
        desk.dialog().locator(".btn.fill").click();
        var name = desk.dialog().locator("vaadin-text-field input");
        name.fill(called);
        name.press("Tab");
        desk.dialog().locator(".btn.fill").click();
        var line = desk.find(".keys2 li").filter(new Locator.FilterOptions().setHasText(called));
        line.waitFor();
        desk.noDialog();
        return line;
    }

    /** Somebody comes who is not signed in. @return whether it led into the house */
    private static boolean showsPasskey(Desk desk) {
        var page = desk.page();
        page.context().clearCookies();
        page.navigate("/login");
        page.waitForSelector("#sign-in-passkey:not([hidden])");
        page.click("#sign-in-passkey");
        page.waitForSelector(".dashboard, .note.late, #sign-in-passkey[data-failed]");
        return page.locator(".dashboard").count() > 0;
    }
}
