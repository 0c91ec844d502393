package org.packhaus.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.packhaus.security.OneTimeLinks;
import org.packhaus.security.UserException;
import org.packhaus.security.UserRow;

/** Where a one-time link leads: somebody who was invited, or has forgotten their password, chooses one. */
@Route(value = "join/:token", autoLayout = false)
@AnonymousAllowed
class JoinView extends FrontRoom implements BeforeEnterObserver, HasDynamicTitle {

    private final OneTimeLinks links;
    private final PasswordField password = new PasswordField();
    private final PasswordField again = new PasswordField();

    JoinView(OneTimeLinks links) {
        this.links = links;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var token = event.getRouteParameters().get("token").orElse("");
        show(links.look(token).map(user -> form(token, user)).orElseGet(this::over));
    }

    private Element form(String token, UserRow user) {
        password.setLabel(getTranslation("join.password"));
        password.setHelperText(getTranslation("join.password.help"));
        password.setAutofocus(true);
        again.setLabel(getTranslation("join.again"));
        for (var field : new PasswordField[] {password, again}) {
            field.setWidthFull();
            field.setRequiredIndicatorVisible(true);
            field.getElement().setAttribute("autocomplete", "new-password");
        }
        var enter = new ActionButton(null, getTranslation("join.enter"), click -> redeem(token)).fill();
        enter.addClassName("wide");
        var form = page("join.title", getTranslation("join.intro", user.name(), user.email()));
        form.add(password, again, enter);
        return form.getElement();
    }

    private Element over() {
        var form = page("join.over", getTranslation("join.over.next"));
        form.add(new ActionButton(
                null, getTranslation("signin.title"), click -> getUI().ifPresent(ui -> ui.navigate("login"))));
        return form.getElement();
    }

    private Div page(String title, String words) {
        var intro = new Paragraph(words);
        intro.addClassNames("two", "m", "intro");
        var form = new Div(brand(), new H1(getTranslation(title)), intro);
        form.addClassNames("form", "rows");
        return form;
    }

    private void redeem(String token) {
        again.setInvalid(false);
        if (!password.getValue().equals(again.getValue())) {
            again.setErrorMessage(getTranslation("join.differ"));
            again.setInvalid(true);
            return;
        }
        try {
            links.redeem(token, password.getValue());
            getUI().ifPresent(ui -> ui.getPage().setLocation("login?welcome"));
        } catch (UserException e) {
            password.setErrorMessage(Problems.text(e));
            password.setInvalid(true);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("join.title") + " · Packhaus";
    }
}
