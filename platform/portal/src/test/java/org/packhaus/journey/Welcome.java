package org.packhaus.journey;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import java.util.regex.Pattern;

/** The first visit to a new install. */
final class Welcome {
    private final Desk desk;

    private Welcome(Desk desk) {
        this.desk = desk;
    }

    /** Wherever somebody wants to go on the first day, they come here. */
    static Welcome insteadOf(Desk desk, String address) {
        desk.page().navigate("/" + address);
        desk.page().waitForURL(Pattern.compile(".*/welcome"));
        desk.sees(Screen.WELCOME.ready());
        return new Welcome(desk);
    }

    /** From now on everything is in that language. */
    Welcome speaks(Locale language) {
        desk.find(".offers [lang=" + language.getLanguage() + "]").click();
        var spoken = new Desk(desk.page(), language);
        spoken.sees(".offers [lang=" + language.getLanguage() + "][aria-pressed=true]");
        return new Welcome(spoken);
    }

    Welcome isOpenToAll() {
        desk.isOpenToAll();
        return this;
    }

    Welcome goesOn() {
        desk.press("welcome.go-on");
        desk.sees("vaadin-email-field");
        return this;
    }

    Welcome enters(String code, String name, String email, String password) {
        desk.types("welcome.code", code);
        desk.types("welcome.name", name);
        desk.types("signin.name", email);
        desk.types("signin.password", password);
        return this;
    }

    /** What the field of that name says is wrong with it, once the account is asked for. */
    String isRefused(String field) {
        desk.press("welcome.create");
        var fault = desk.find("[invalid]")
                .filter(new Locator.FilterOptions().setHasText(desk.words(field)))
                .locator("[slot=error-message]")
                .first();
        fault.waitFor();
        return fault.innerText();
    }

    /** The person at a desk that is theirs now. */
    Desk isLetIn() {
        desk.press("welcome.create");
        desk.sees(".choice2");
        return desk;
    }
}
