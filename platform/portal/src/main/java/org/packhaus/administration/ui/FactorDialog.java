package org.packhaus.administration.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.BiConsumer;
import org.packhaus.security.NewSecondFactor;
import org.packhaus.security.UserException;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Problems;

/** Brings a secret into an authenticator app, and asks for a code as proof before it counts. */
class FactorDialog extends Dialog {

    FactorDialog(NewSecondFactor proposed, BiConsumer<NewSecondFactor, String> confirm) {
        setHeaderTitle(getTranslation("factor.set-up"));
        setWidth("460px");
        var secret = new Code(String.join(" ", proposed.secret().split("(?<=\\G.{4})")));
        secret.addClassName("factor-key");
        var typed = new Paragraph(getTranslation("factor.type"));
        typed.addClassName("help");
        var code = new TextField(getTranslation("signin.code"));
        code.getElement().setAttribute("autocomplete", "one-time-code");
        code.getElement().setAttribute("inputmode", "numeric");
        code.setMaxLength(8);
        code.setWidthFull();
        var all = new Div(
                new Paragraph(getTranslation("factor.scan")),
                new QrPicture(proposed.uri(), getTranslation("factor.qr")),
                typed,
                secret,
                code);
        all.addClassName("rows");
        add(all);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("factor.confirm"), click -> {
                                    try {
                                        confirm.accept(proposed, code.getValue());
                                        close();
                                    } catch (UserException e) {
                                        code.setErrorMessage(Problems.text(e));
                                        code.setInvalid(true);
                                    }
                                })
                                .fill());
    }
}
