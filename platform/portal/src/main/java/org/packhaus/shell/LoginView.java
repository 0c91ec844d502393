package org.packhaus.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.springframework.security.web.csrf.CsrfToken;

/** The door of the house. A plain form, so that a password manager understands it and a reload loses nothing. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final AuthenticationContext signIn;
    private final Div wrong = new Div();
    private final Input name = field("username", "text", "username");
    private final Input password = field("password", "password", "current-password");

    LoginView(AuthenticationContext signIn) {
        this.signIn = signIn;
        addClassName("in2");
        var art = new Div();
        art.addClassName("art");
        art.getElement().setAttribute("aria-hidden", "true");
        var side = new Main();
        side.addClassName("side2");
        side.getElement().appendChild(form(), footer().getElement());
        add(art, side);
    }

    private Element form() {
        wrong.addClassNames("note", "late");
        wrong.getElement().setAttribute("role", "alert");
        wrong.add(Icon.ALERT.create(), new Span(getTranslation("signin.wrong")));
        wrong.setVisible(false);

        var mark = new Span();
        mark.addClassName("mark");
        var brand = new Div(mark, new Span("Packhaus"));
        brand.addClassName("brand");
        var intro = new Paragraph(getTranslation("signin.intro"));
        intro.addClassNames("two", "m", "intro");
        var enter = new NativeButton(getTranslation("signin.enter"));
        enter.addClassNames("btn", "fill", "wide");
        enter.getElement().setAttribute("type", "submit");

        var form = new Element("form");
        form.setAttribute("method", "post");
        form.setAttribute("action", "login");
        form.appendChild(
                brand.getElement(),
                new H1(getTranslation("signin.title")).getElement(),
                intro.getElement(),
                wrong.getElement(),
                label("signin.name", name).getElement(),
                name.getElement(),
                label("signin.password", password).getElement(),
                password.getElement(),
                enter.getElement());
        token(form);
        return form;
    }

    /** The same guard as for every other form that changes something. */
    private static void token(Element form) {
        var request = VaadinService.getCurrentRequest();
        if (request != null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken csrf) {
            var hidden = new Element("input");
            hidden.setAttribute("type", "hidden");
            hidden.setAttribute("name", csrf.getParameterName());
            hidden.setAttribute("value", csrf.getToken());
            form.appendChild(hidden);
        }
    }

    private NativeLabel label(String key, Input field) {
        var label = new NativeLabel(getTranslation(key));
        label.addClassName("label");
        label.setFor(field);
        return label;
    }

    private static Input field(String name, String type, String autocomplete) {
        var field = new Input();
        field.addClassName("field");
        field.setId("sign-in-" + name);
        field.setType(type);
        field.getElement().setAttribute("name", name);
        field.getElement().setAttribute("autocomplete", autocomplete);
        field.getElement().setAttribute("autocapitalize", "none");
        field.getElement().setAttribute("spellcheck", "false");
        field.getElement().setAttribute("required", true);
        return field;
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

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (signIn.isAuthenticated()) {
            event.forwardTo("");
            return;
        }
        var failed = event.getLocation().getQueryParameters().getParameters().containsKey("error");
        wrong.setVisible(failed);
        (failed ? password : name).getElement().setAttribute("autofocus", true);
        (failed ? password : name).focus();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("signin.title") + " · Packhaus";
    }
}
