package org.packhaus.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
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
import java.util.List;
import java.util.Map;
import org.packhaus.security.FirstAdministrator;
import org.springframework.security.web.csrf.CsrfToken;

/** The door of the house. A plain form, so that a password manager understands it and a reload loses nothing. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends FrontRoom implements BeforeEnterObserver, HasDynamicTitle {

    private final AuthenticationContext signIn;

    private final FirstAdministrator first;

    LoginView(AuthenticationContext signIn, FirstAdministrator first) {
        this.signIn = signIn;
        this.first = first;
    }

    private Element form(Map<String, List<String>> asked) {
        return asked.containsKey("code") ? codeForm(asked.containsKey("error")) : passwordForm(asked);
    }

    private Element passwordForm(Map<String, List<String>> asked) {
        var name = field("username", "text", "username");
        var password = field("password", "password", "current-password");
        var failed = asked.containsKey("error");
        (failed ? password : name).getElement().setAttribute("autofocus", true);
        var form = form("login", "signin.title", "signin.intro");
        if (failed) {
            form.appendChild(note("late", Icon.ALERT, "signin.wrong").getElement());
        } else if (asked.containsKey("welcome")) {
            form.appendChild(note("ok", Icon.TICK, "signin.welcome").getElement());
        }
        form.appendChild(
                label("signin.name", name).getElement(),
                name.getElement(),
                label("signin.password", password).getElement(),
                password.getElement(),
                submit("signin.enter").getElement());
        return form;
    }

    private Element codeForm(boolean failed) {
        var code = field("code", "text", "one-time-code");
        code.getElement().setAttribute("maxlength", "24");
        code.getElement().setAttribute("autofocus", true);
        var form = form("login/code", "signin.code.title", "signin.code.intro");
        if (failed) {
            form.appendChild(note("late", Icon.ALERT, "signin.code.wrong").getElement());
        }
        var help = new Paragraph(getTranslation("signin.code.lost"));
        help.addClassNames("two", "xs");
        var back = new Anchor("login", getTranslation("signin.code.back"));
        back.getElement().setAttribute("router-ignore", true);
        form.appendChild(
                label("signin.code", code).getElement(),
                code.getElement(),
                submit("signin.code.enter").getElement(),
                help.getElement(),
                back.getElement());
        return form;
    }

    private Element form(String action, String title, String intro) {
        var words = new Paragraph(getTranslation(intro));
        words.addClassNames("two", "m", "intro");
        var form = new Element("form");
        form.setAttribute("method", "post");
        form.setAttribute("action", action);
        form.appendChild(brand().getElement(), new H1(getTranslation(title)).getElement(), words.getElement());
        token(form);
        return form;
    }

    private NativeButton submit(String key) {
        var enter = new NativeButton(getTranslation(key));
        enter.addClassNames("btn", "fill", "wide");
        enter.getElement().setAttribute("type", "submit");
        return enter;
    }

    private Div note(String tone, Icon icon, String key) {
        var note = new Div(icon.create(), new Span(getTranslation(key)));
        note.addClassNames("note", tone);
        note.getElement().setAttribute("role", "alert");
        return note;
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

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (signIn.isAuthenticated()) {
            event.forwardTo("");
            return;
        }
        if (first.isNeeded()) {
            event.forwardTo(WelcomeView.class);
            return;
        }
        show(form(event.getLocation().getQueryParameters().getParameters()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("signin.title") + " · Packhaus";
    }
}
