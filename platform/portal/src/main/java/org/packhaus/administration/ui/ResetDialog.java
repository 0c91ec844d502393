package org.packhaus.administration.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import org.packhaus.security.UserRow;
import org.packhaus.shell.ActionButton;

/** Says what a reset does before it does it. */
class ResetDialog extends Dialog {

    ResetDialog(UserRow user, Consumer<Boolean> reset) {
        setHeaderTitle(getTranslation("reset.title", user.name()));
        setWidth("520px");
        var secondFactorToo = new Checkbox(getTranslation("reset.factor"));
        secondFactorToo.setVisible(user.secondFactor());
        var all = new Div(new Paragraph(getTranslation("reset.means", user.name())), secondFactorToo);
        all.addClassName("rows");
        add(all);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("reset.make"), click -> {
                                    close();
                                    reset.accept(secondFactorToo.getValue());
                                })
                                .fill());
    }
}
