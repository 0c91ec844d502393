package org.packhaus.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** What holds a person's passkeys, played by the browser. */
final class Authenticator {
    private final CDPSession browser;
    private final String id;

    private Authenticator(CDPSession browser, String id) {
        this.browser = browser;
        this.id = id;
    }

    /** One that knows its owner by the finger, in that window. */
    static Authenticator in(Page page) {
        var browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wanted = new JsonObject();
        wanted.add("options", options);
        return new Authenticator(
                browser,
                browser.send("WebAuthn.addVirtualAuthenticator", wanted)
                        .get("authenticatorId")
                        .getAsString());
    }

    void knowsItsOwner(boolean yes) {
        var owner = new JsonObject();
        owner.addProperty("authenticatorId", id);
        owner.addProperty("isUserVerified", yes);
        browser.send("WebAuthn.setUserVerified", owner);
    }
}
