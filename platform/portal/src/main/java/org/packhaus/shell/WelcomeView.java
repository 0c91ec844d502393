package org.packhaus.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Locale;
import org.packhaus.security.FirstAdministrator;
import org.packhaus.security.NewUser;
import org.packhaus.security.PasswordStrength;
import org.packhaus.security.UserException;

/** The first visit to a new install: language, administrator, and how to begin. Closed for good once there is a user. */
@Route(value = "welcome", autoLayout = false)
@AnonymousAllowed
class WelcomeView extends FrontRoom implements BeforeEnterObserver, HasDynamicTitle {
    private static final List<String> STEPS = List.of("language", "administrator", "begin");

    private final FirstAdministrator first;
    private final TextField code = new TextField(getTranslation("welcome.code"));
    private final TextField name = new TextField(getTranslation("welcome.name"));
    private final EmailField email = new EmailField(getTranslation("signin.name"));
    private final PasswordField password = new PasswordField(getTranslation("signin.password"));
    private final Span strength = new Span();

    WelcomeView(FirstAdministrator first) {
        this.first = first;
        code.setHelperText(getTranslation("welcome.code.help", first.codeFile().toString()));
        code.setMaxLength(40);
        attribute(code, "autocomplete", "one-time-code");
        name.setMaxLength(120);
        attribute(name, "autocomplete", "name");
        email.setMaxLength(254);
        attribute(email, "autocomplete", "username");
        attribute(password, "autocomplete", "new-password");
        password.setHelperText(getTranslation("join.password.help"));
        password.setValueChangeMode(ValueChangeMode.EAGER);
        password.addValueChangeListener(change -> showStrength());
        strength.addClassName("strength");
        strength.getElement().setAttribute("role", "status");
    }

    private static void attribute(Component field, String name, String value) {
        field.getElement().setAttribute(name, value);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (first.isNeeded()) {
            show(language());
        } else {
            event.forwardTo("");
        }
    }

    private void show(Div form) {
        show(form.getElement());
    }

    private Div form(String step, String words) {
        var intro = new Paragraph(words);
        intro.addClassNames("two", "m", "intro");
        var title = new H1(getTranslation("welcome." + step + ".title"));
        var form = new Div(brand(), steps(step), title, intro);
        form.addClassNames("form", "rows", "welcome");
        return form;
    }

    private OrderedList steps(String now) {
        var steps = new OrderedList();
        steps.addClassName("way3");
        steps.getElement().setAttribute("aria-label", getTranslation("welcome.steps"));
        for (var step : STEPS) {
            var item = new ListItem(getTranslation("welcome.step." + step));
            if (step.equals(now)) {
                item.getElement().setAttribute("aria-current", "step");
            } else if (STEPS.indexOf(step) < STEPS.indexOf(now)) {
                item.addClassName("done");
            }
            steps.add(item);
        }
        return steps;
    }

    private Div language() {
        var form = form("language", getTranslation("welcome.language.intro"));
        var offers = new Div();
        offers.addClassName("offers");
        offers.getElement().setAttribute("role", "group");
        offers.getElement().setAttribute("aria-label", getTranslation("user.language"));
        for (var offered : Texts.LANGUAGES) {
            boolean spoken =
                    offered.getLanguage().equals(Texts.nearest(getLocale()).getLanguage());
            var offer = new ActionButton(
                    spoken ? Icon.TICK : null,
                    offered.getDisplayLanguage(offered),
                    click -> Preferences.speak(offered));
            offer.addClassName("offer");
            offer.getElement().setAttribute("lang", offered.toLanguageTag());
            offer.getElement().setAttribute("aria-pressed", String.valueOf(spoken));
            offers.add(offer);
        }
        form.add(offers, wide(getTranslation("welcome.go-on"), () -> show(administrator())));
        return form;
    }

    private static ActionButton wide(String words, Runnable deed) {
        var button = new ActionButton(null, words, click -> deed.run()).fill();
        button.addClassName("wide");
        return button;
    }

    private Div administrator() {
        for (var field : List.of(code, name, email, password)) {
            field.setWidthFull();
            field.setRequiredIndicatorVisible(true);
        }
        code.setAutofocus(true);
        showStrength();
        var form = form("administrator", getTranslation("welcome.administrator.intro"));
        form.add(
                code,
                name,
                email,
                new Div(password, strength),
                wide(getTranslation("welcome.create"), this::create),
                new ActionButton(null, getTranslation("setup.back"), click -> show(language())).bare());
        return form;
    }

    private void showStrength() {
        var typed = password.getValue();
        var found = PasswordStrength.of(typed, name.getValue(), email.getValue());
        var word = found.name().toLowerCase(Locale.ROOT).replace('_', '-');
        strength.setVisible(!typed.isEmpty());
        strength.getElement().setAttribute("data-strength", word);
        strength.setText(getTranslation("welcome.strength." + word));
    }

    private void create() {
        for (TextFieldBase<?, String> field : List.<TextFieldBase<?, String>>of(code, name, email, password)) {
            field.setInvalid(field.getValue().isBlank());
            field.setErrorMessage(getTranslation("welcome.missing"));
            if (field.isInvalid()) {
                field.focus();
                return;
            }
        }
        try {
            first.begin(
                    code.getValue(),
                    new NewUser(
                            email.getValue(),
                            name.getValue(),
                            password.getValue(),
                            Texts.nearest(getLocale()).getLanguage(),
                            true),
                    VaadinServletRequest.getCurrent(),
                    VaadinServletResponse.getCurrent());
            show(begin());
        } catch (UserException e) {
            var field = switch (e.code()) {
                case "setup-closed" -> code;
                case "user-password-weak" -> password;
                default -> email;
            };
            field.setErrorMessage(Problems.text(e));
            field.setInvalid(true);
            field.focus();
        }
    }

    private Div begin() {
        var form = form(
                "begin", getTranslation("welcome.begin.intro", name.getValue().strip()));
        var command = new Pre("./packhaus demo");
        command.addClassName("command");
        command.getElement().setAttribute("tabindex", "0");
        var demo = choice("welcome.demo");
        demo.add(
                command,
                new ActionButton(Icon.COPY, getTranslation("welcome.demo.copy"), click -> {
                            Clipboard.copyShown(command);
                            Toast.done(getTranslation("welcome.demo.copied"));
                        })
                        .small());
        var connect = choice("welcome.connect");
        connect.add(wide(getTranslation("welcome.connect.go"), () -> leave("sellers/new")));
        form.add(connect, demo, new ActionButton(null, getTranslation("welcome.later"), click -> leave("")).bare());
        return form;
    }

    private Div choice(String key) {
        var means = new Paragraph(getTranslation(key + ".means"));
        means.addClassName("two");
        var title = new H2(getTranslation(key));
        var choice = new Div(title, means);
        choice.addClassNames("choice2", "rows");
        return choice;
    }

    /** The page is loaded anew: everything of the signed-in session begins with a fresh one. */
    private static void leave(String path) {
        UI.getCurrent().getPage().setLocation(path.isEmpty() ? "." : path);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("welcome.title") + " · Packhaus";
    }
}
