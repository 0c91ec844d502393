package org.packhaus.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Theme;
import org.packhaus.security.UserService;

/** In which language and in which light a user wants the portal. */
public class LookChoice extends Div {

    private final CurrentUser user;
    private final UserService users;

    public LookChoice(CurrentUser user, UserService users) {
        this.user = user;
        this.users = users;
        addClassName("look");
        add(caption("user.language"), languages(), caption("user.colours"), colours());
    }

    private Div languages() {
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
        return language;
    }

    private Div colours() {
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
        return colours;
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
}
