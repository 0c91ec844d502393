package org.packhaus.administration.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.function.Consumer;
import org.packhaus.security.UserException;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Problems;

/** Asks for the password once more before something that a stranger at an open screen should not do. */
class PasswordDialog extends Dialog {

    PasswordDialog(String title, String means, Consumer<String> deed) {
        setHeaderTitle(getTranslation(title));
        setWidth("440px");
        var password = new PasswordField(getTranslation("profile.password.old"));
        password.getElement().setAttribute("autocomplete", "current-password");
        password.setWidthFull();
        password.setAutofocus(true);
        var all = new Div(new Paragraph(getTranslation(means)), password);
        all.addClassName("rows");
        add(all);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation(title), click -> {
                                    try {
                                        deed.accept(password.getValue());
                                        close();
                                    } catch (UserException e) {
                                        password.setErrorMessage(Problems.text(e));
                                        password.setInvalid(true);
                                    }
                                })
                                .fill());
    }
}
