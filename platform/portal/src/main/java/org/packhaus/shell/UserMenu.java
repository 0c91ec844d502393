package org.packhaus.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.UserService;

/** Who is here, in which language, in which light; and the way out. */
class UserMenu extends NativeButton {

    /** By address, because the shell knows no room. */
    private static final String PROFILE = "profile";

    private final CurrentUser user;
    private final UserService users;
    private final Popover popover;

    UserMenu(CurrentUser user, UserService users, AuthenticationContext signIn) {
        this.user = user;
        this.users = users;
        addClassName("me");
        getElement().setAttribute("type", "button");
        var person = user.profile().name();
        var initials = new Span(initials(person));
        initials.addClassName("tile");
        initials.getElement().setAttribute("aria-hidden", "true");
        var name = new Span(person);
        name.addClassNames("grow", "cut");
        add(initials, name, Icon.UPDOWN.small());

        popover = new LazyPopover(this, PopoverPosition.TOP_START, getTranslation("user.menu"), () -> content(signIn));
    }

    private Div content(AuthenticationContext signIn) {
        var profile = new NativeButton();
        profile.addClassName("pick");
        profile.add(Icon.USER.create(), new Span(getTranslation("user.profile")));
        profile.addClickListener(click -> {
            popover.close();
            getUI().ifPresent(ui -> ui.navigate(PROFILE));
        });
        var out = new NativeButton();
        out.addClassName("pick");
        out.add(Icon.OUT.create(), new Span(getTranslation("user.sign-out")));
        out.addClickListener(click -> signIn.logout());
        var line = new Div();
        line.addClassName("line");
        var content = new Div(new LookChoice(user, users), line, profile, out);
        content.addClassName("pop");
        return content;
    }

    private static String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> new String(Character.toChars(word.codePointAt(0))))
                .limit(2)
                .collect(Collectors.joining());
    }
}
