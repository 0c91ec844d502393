package org.packhaus.shell;

import com.vaadin.flow.component.ClientCallable;
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
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import java.util.Map;
import org.packhaus.security.FirstAdministrator;
import org.packhaus.security.OidcDoor;
import org.packhaus.security.PasskeyDoor;
import org.springframework.security.web.csrf.CsrfToken;

/** The door of the house. A plain form, so that a password manager understands it and a reload loses nothing. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends FrontRoom implements BeforeEnterObserver, HasDynamicTitle {

    /** Shown where the browser can do it. Whoever closes the browser's own dialog stays on the page. */
    private static final String OFFER_PASSKEY = """
            const button = this;
            if (!window.PublicKeyCredential || !PublicKeyCredential.parseRequestOptionsFromJSON) { return; }
            button.hidden = false;
            button.addEventListener('click', async () => {
                try {
                    delete button.dataset.failed;
                    const asked = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(await $0.$server.ask()));
                    const shown = await navigator.credentials.get({publicKey: asked});
                    button.form.elements.answer.value = JSON.stringify(shown.toJSON());
                    button.form.submit();
                } catch (failure) {
                    button.dataset.failed = failure.name;
                }
            });
            """;

    private final AuthenticationContext signIn;

    private final FirstAdministrator first;
    private final PasskeyDoor passkeys;
    private final OidcDoor oidc;

    LoginView(AuthenticationContext signIn, FirstAdministrator first, PasskeyDoor passkeys, OidcDoor oidc) {
        this.signIn = signIn;
        this.first = first;
        this.passkeys = passkeys;
        this.oidc = oidc;
    }

    private Element form(Map<String, List<String>> asked) {
        if (asked.containsKey("code")) {
            return codeForm(asked.containsKey("error"));
        }
        var ways = new Div();
        ways.addClassName("ways");
        ways.getElement().appendChild(passwordForm(asked), passkeyForm());
        oidc.name().ifPresent(name -> ways.add(otherHouse(name)));
        return ways.getElement();
    }

    private Element passwordForm(Map<String, List<String>> asked) {
        var name = field("username", "text", "username");
        var password = field("password", "password", "current-password");
        var failed = asked.containsKey("error");
        (failed ? password : name).getElement().setAttribute("autofocus", true);
        var form = form("login", "signin.title", "signin.intro");
        if (failed) {
            form.appendChild(note("late", Icon.ALERT, "signin.wrong").getElement());
        } else if (asked.containsKey("passkey")) {
            form.appendChild(note("late", Icon.ALERT, "signin.passkey.wrong").getElement());
        } else if (asked.containsKey("oidc")) {
            form.appendChild(note("late", Icon.ALERT, "signin.oidc.wrong").getElement());
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

    private Element passkeyForm() {
        var use = new NativeButton(getTranslation("signin.passkey"));
        use.addComponentAsFirst(Icon.KEY.create());
        use.setId("sign-in-passkey");
        use.addClassNames("btn", "wide");
        use.getElement().setAttribute("type", "button");
        use.getElement().setAttribute("hidden", true);
        use.getElement().executeJs(OFFER_PASSKEY, getElement());
        var answer = new Element("input");
        answer.setAttribute("type", "hidden");
        answer.setAttribute("name", "answer");
        var form = new Element("form");
        form.setAttribute("method", "post");
        form.setAttribute("action", "login/passkey");
        token(form);
        form.appendChild(answer, use.getElement());
        return form;
    }

    /** What a passkey is asked: called by the button, when it is pressed. */
    @ClientCallable
    String ask() {
        return passkeys.ask(VaadinServletRequest.getCurrent(), VaadinServletResponse.getCurrent());
    }

    private Anchor otherHouse(String name) {
        var link = new Anchor(oidc.path(), getTranslation("signin.oidc", name));
        link.addClassNames("btn", "wide");
        link.getElement().setAttribute("router-ignore", true);
        return link;
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
