package org.packhaus.journey;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import java.util.regex.Pattern;

/** The page of who may come in, as an administrator works with it. */
final class People {
    private final Desk desk;

    private People(Desk desk) {
        this.desk = desk;
    }

    static People open(Desk desk) {
        desk.go(Screen.USERS, "users");
        return new People(desk);
    }

    /** @return the address to hand over */
    String invites(String email, String name, Locale language, String seller, String role) {
        desk.press("users.invite");
        desk.dialog();
        desk.types("signin.name", email);
        desk.types("invite.name", name);
        desk.chooses(desk.words("user.language"), language.getDisplayLanguage(language));
        gives(seller, role);
        desk.isOpenToAll();
        desk.press("invite.make");
        var link = desk.find("vaadin-dialog[opened] pre.command")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("https?://.*/join/.+")));
        link.waitFor();
        desk.isOpenToAll();
        var address = link.innerText();
        desk.press("close");
        desk.noDialog();
        return address;
    }

    /** In the open dialog. */
    private void gives(String seller, String role) {
        var roles = desk.field("roles.at", seller);
        desk.chooses(roles, desk.words("role." + role));
        roles.press("Tab");
        desk.settle();
    }

    /** What somebody may do at a seller, from now on this as well. */
    People adds(String name, String seller, String role) {
        deed("users.roles", name).click();
        desk.dialog();
        gives(seller, role);
        desk.isOpenToAll();
        desk.press("save");
        desk.noDialog();
        desk.isTold("users.saved", name);
        return this;
    }

    People switchesOff(String name) {
        deed("users.disable", name).click();
        desk.isTold("users.disabled", name);
        return this;
    }

    /** A button in somebody's row says whom it is about. */
    private Locator deed(String key, String name) {
        return Desk.button(desk.top(), desk.words(key) + ": " + name);
    }
}
