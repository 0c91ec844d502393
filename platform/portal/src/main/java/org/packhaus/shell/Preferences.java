package org.packhaus.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.packhaus.security.Theme;

/**
 * Language and colours. The account keeps them; the browser has a cookie, because the sign-in page needs them before it knows who
 * comes. Whoever is signed in gets what the account says, on whatever browser.
 */
final class Preferences {

    private static final String LANGUAGE = "packhaus-language";
    private static final String COLOURS = "packhaus-colours";

    /** Light, dark, or as the system has it. */
    enum Colours {
        SYSTEM(ColorScheme.Value.LIGHT_DARK),
        LIGHT(ColorScheme.Value.LIGHT),
        DARK(ColorScheme.Value.DARK);

        final ColorScheme.Value scheme;

        Colours(ColorScheme.Value scheme) {
            this.scheme = scheme;
        }
    }

    private Preferences() {}

    /** What the signed-in user's account says; else what was chosen on this browser; else what the browser asks for. */
    static Locale language(VaadinRequest request, Optional<String> account) {
        return account.or(() -> cookie(request, LANGUAGE))
                .map(Locale::forLanguageTag)
                .map(Texts::nearest)
                .orElseGet(() ->
                        Texts.nearest(Optional.ofNullable(request.getLocale()).orElse(Locale.ENGLISH)));
    }

    static Colours colours(VaadinRequest request, Optional<Theme> account) {
        var wanted = account.map(Theme::name).or(() -> cookie(request, COLOURS)).orElse("");
        return Arrays.stream(Colours.values())
                .filter(colours -> colours.name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElse(Colours.SYSTEM);
    }

    /** The page is drawn anew: half of the words are already on the screen in the old language. */
    static void speak(Locale language) {
        remember(LANGUAGE, language.toLanguageTag());
        UI.getCurrent().getSession().setLocale(language);
        UI.getCurrent().getPage().reload();
    }

    static void wear(Colours colours) {
        remember(COLOURS, colours.name().toLowerCase(Locale.ROOT));
        UI.getCurrent().getPage().setColorScheme(colours.scheme);
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        return Arrays.stream(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Written by the browser where push has no response to put it into. */
    private static void remember(String name, String value) {
        VaadinResponse response = VaadinService.getCurrentResponse();
        if (response == null) {
            UI.getCurrent()
                    .getPage()
                    .executeJs(
                            "document.cookie = $0 + '=' + $1 + ';path=/;max-age=31536000;samesite=lax'", name, value);
            return;
        }
        var cookie = new Cookie(name, value);
        cookie.setPath(Optional.ofNullable(VaadinService.getCurrentRequest())
                .map(VaadinRequest::getContextPath)
                .filter(path -> !path.isEmpty())
                .orElse("/"));
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
