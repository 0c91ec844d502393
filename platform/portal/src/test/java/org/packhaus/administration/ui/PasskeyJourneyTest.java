package org.packhaus.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.packhaus.demo.Chromium;
import org.packhaus.demo.RunningDemo;

/**
 * Passkeys with a real browser, whose authenticator is played by the browser itself. Walks through a demo of its own, or through one that
 * runs already and is named by {@code PACKHAUS_JOURNEY_URL}, on localhost.
 */
class PasskeyJourneyTest {
    private static final String PASSWORD = "packhaus-demo";
    private static @Nullable RunningDemo demo;

    @BeforeAll
    static void start() {
        assumeTrue(
                Chromium.path().isPresent(),
                "SKIPPED: no Chromium found; install it or set PACKHAUS_CHROMIUM to its path");
        if (System.getenv("PACKHAUS_JOURNEY_URL") == null) {
            assumeTrue(RunningDemo.pluginsAreBuilt(), "SKIPPED: the plugins are not packaged yet");
            assumeTrue(
                    PasskeyJourneyTest.class.getResource("/META-INF/VAADIN/webapp/index.html") != null,
                    "SKIPPED: the front end is not built yet (mvn verify builds it before this test)");
            demo = RunningDemo.start();
        }
    }

    @AfterAll
    static void stop() {
        if (demo != null) {
            demo.close();
        }
    }

    private static String portal() {
        return demo == null ? System.getenv("PACKHAUS_JOURNEY_URL") : demo.address();
    }

    @Test
    void aPasskeyIsMadeSignsInWithoutAPasswordAndOpensNothingOnceRemoved() {
        try (var chromium = Chromium.start()) {
            Page page = chromium.visitor(portal());
            CDPSession device = authenticator(page);
            signInWithPassword(page);
            page.navigate("/profile");
            makePasskey(page, "Notebook");
            assertThat(page.locator(line("Notebook")).innerText())
                    .contains("Notebook")
                    .contains("not used yet");
            findsNothing(page);

            page.context().clearCookies();
            assertThat(showPasskey(page)).isTrue();
            page.navigate("/profile");
            page.waitForSelector(line("Notebook"));
            assertThat(page.locator(line("Notebook")).innerText()).contains("last used today");

            page.locator(line("Notebook") + " button[aria-label^=Remove]").click();
            page.waitForSelector(
                    line("Notebook"),
                    new Page.WaitForSelectorOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
            page.context().clearCookies();
            assertThat(showPasskey(page)).as("a passkey that was removed").isFalse();
            device.send("WebAuthn.disable");
        }
    }

    @Test
    void withoutTheOwnersFingerThePasskeyOpensNothing() {
        try (var chromium = Chromium.start()) {
            Page page = chromium.visitor(portal());
            CDPSession device = authenticator(page);
            signInWithPassword(page);
            page.navigate("/profile");
            makePasskey(page, "Telephone");
            page.context().clearCookies();

            var unverified = new JsonObject();
            unverified.addProperty("authenticatorId", authenticatorId);
            unverified.addProperty("isUserVerified", false);
            device.send("WebAuthn.setUserVerified", unverified);
            page.navigate("/login");
            page.click("#sign-in-passkey");
            page.waitForFunction("() => document.querySelector('#sign-in-passkey').dataset.failed");
            page.navigate("/orders");
            page.waitForURL(Pattern.compile(".*/login.*"));
        }
    }

    private static String authenticatorId = "";

    private static CDPSession authenticator(Page page) {
        CDPSession device = page.context().newCDPSession(page);
        device.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wanted = new JsonObject();
        wanted.add("options", options);
        authenticatorId = device.send("WebAuthn.addVirtualAuthenticator", wanted)
                .get("authenticatorId")
                .getAsString();
        return device;
    }

    /** The passkey's line on the page. Another test may have made one, too. */
    private static String line(String called) {
        return ".keys2 li:has-text(\"" + called + "\")";
    }

    private static void signInWithPassword(Page page) {
        page.navigate("/login");
        page.fill("#sign-in-username", "admin@packhaus.example");
        page.fill("#sign-in-password", PASSWORD);
        page.click("button[type=submit]");
        page.waitForSelector(".dashboard");
    }

    private static void makePasskey(Page page, String called) {
        page.locator(".btn", new Page.LocatorOptions().setHasText("Add passkey"))
                .first()
                .click();
        page.locator("vaadin-dialog input[type=password]").fill(PASSWORD);
        page.locator("vaadin-dialog .btn.fill").click();
        var name = page.locator("vaadin-dialog vaadin-text-field input");
        name.fill(called);
        name.press("Tab");
        page.locator("vaadin-dialog .btn.fill").click();
        page.waitForSelector(line(called));
    }

    /** Whether it led into the house. */
    private static boolean showPasskey(Page page) {
        page.navigate("/login");
        // No axe here: it asks for style sheets, and the sign-in would lead to the last one. JourneyTest looks at this
        // page.
        page.waitForSelector("#sign-in-passkey:not([hidden])");
        page.click("#sign-in-passkey");
        page.waitForSelector(".dashboard, .note.late");
        return page.locator(".dashboard").count() > 0;
    }

    private static void findsNothing(Page page) {
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(found)
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .as(page.url())
                .isEmpty();
    }
}
