package org.packhaus.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** What is seen before anybody is signed in: the house at the left, one form at the right, languages below. */
class FrontRoom extends Div {

    private final Main side = new Main();

    FrontRoom() {
        addClassName("in2");
        var art = new Div();
        art.addClassName("art");
        art.getElement().setAttribute("aria-hidden", "true");
        side.addClassName("side2");
        add(art, side);
    }

    void show(Element form) {
        side.getElement().removeAllChildren();
        side.getElement().appendChild(form, footer().getElement());
    }

    static Div brand() {
        var mark = new Span();
        mark.addClassName("mark");
        var brand = new Div(mark, new Span("Packhaus"));
        brand.addClassName("brand");
        return brand;
    }

    private Footer footer() {
        var languages = new Div(Icon.GLOBE.small());
        languages.addClassName("langs");
        for (var offered : Texts.LANGUAGES) {
            var pick = new NativeButton(offered.getDisplayLanguage(offered), click -> Preferences.speak(offered));
            pick.getElement().setAttribute("type", "button");
            pick.getElement().setAttribute("lang", offered.toLanguageTag());
            pick.getElement()
                    .setAttribute(
                            "aria-pressed",
                            String.valueOf(offered.getLanguage()
                                    .equals(UI.getCurrent().getLocale().getLanguage())));
            languages.add(pick);
        }
        var gap = new Span();
        gap.addClassName("grow");
        var footer = new Footer(languages, gap, new Span(getTranslation("signin.self-hosted")));
        footer.addClassNames("row", "two", "xs");
        return footer;
    }
}
