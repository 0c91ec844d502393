package org.packhaus.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Theme;
import org.packhaus.security.UserService;

/** Who is here, in which language, in which light; and the way out. */
class UserMenu extends NativeButton {

    private final CurrentUser user;
    private final UserService users;

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

        var popover = new Popover();
        popover.setTarget(this);
        popover.setPosition(PopoverPosition.TOP_START);
        popover.setAriaLabel(getTranslation("user.menu"));
        popover.add(content(signIn));
    }

    private Div content(AuthenticationContext signIn) {
        var language = new Div();
        language.addClassName("seg");
        group(language, getTranslation("user.language"));
        for (var offered : Texts.LANGUAGES) {
            var pick = segment(
                    offered.getDisplayLanguage(offered),
                    offered.getLanguage().equals(getLocale().getLanguage()));
            pick.getElement().setAttribute("lang", offered.toLanguageTag());
            pick.addClickListener(click -> {
                prefer(offered.getLanguage(), user.profile().theme());
                Preferences.speak(offered);
            });
            language.add(pick);
        }
        var colours = new Div();
        colours.addClassName("seg");
        group(colours, getTranslation("user.colours"));
        var worn = Preferences.Colours.valueOf(user.profile().theme().name());
        for (var offered : Preferences.Colours.values()) {
            var pick =
                    segment(getTranslation("user.colours." + offered.name().toLowerCase(Locale.ROOT)), offered == worn);
            pick.addComponentAsFirst(
                    switch (offered) {
                        case SYSTEM -> Icon.SCREEN.small();
                        case LIGHT -> Icon.SUN.small();
                        case DARK -> Icon.MOON.small();
                    });
            pick.addClickListener(click -> {
                prefer(user.profile().language(), Theme.valueOf(offered.name()));
                Preferences.wear(offered);
                colours.getChildren().forEach(other -> checked((NativeButton) other, other == pick));
            });
            colours.add(pick);
        }
        var out = new NativeButton();
        out.addClassName("pick");
        out.add(Icon.OUT.create(), new Span(getTranslation("user.sign-out")));
        out.addClickListener(click -> signIn.logout());
        var line = new Div();
        line.addClassName("line");
        var content = new Div(caption("user.language"), language, caption("user.colours"), colours, line, out);
        content.addClassName("pop");
        return content;
    }

    /** Kept with the account, so that it is the same on the next browser. */
    private void prefer(String language, Theme theme) {
        users.prefer(user.profile().id(), language, theme);
    }

    private Span caption(String key) {
        var caption = new Span(getTranslation(key));
        caption.addClassNames("xs", "two");
        return caption;
    }

    private static void group(Div group, String name) {
        group.getElement().setAttribute("role", "radiogroup");
        group.getElement().setAttribute("aria-label", name);
    }

    private static NativeButton segment(String words, boolean checked) {
        var segment = new NativeButton();
        segment.add(new Span(words));
        segment.getElement().setAttribute("type", "button");
        segment.getElement().setAttribute("role", "radio");
        checked(segment, checked);
        return segment;
    }

    private static void checked(NativeButton segment, boolean checked) {
        segment.getElement().setAttribute("aria-checked", String.valueOf(checked));
    }

    private static String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> new String(Character.toChars(word.codePointAt(0))))
                .limit(2)
                .collect(Collectors.joining());
    }
}
