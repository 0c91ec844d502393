package org.packhaus.desk.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Problems;
import org.packhaus.shipment.CorrectionRow;
import org.packhaus.shipment.ShipmentException;

/** Corrects the number of a label or of its way back. What it was before is kept. */
class NumberDialog extends Dialog {
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_REASON = 500;

    /** Records it, or throws why it cannot be so. */
    @FunctionalInterface
    interface Correct {
        void to(CorrectionRow.Kind kind, String number, String why);
    }

    NumberDialog(Correct correct) {
        setHeaderTitle(getTranslation("number.title"));
        setWidth("460px");
        var kind = new RadioButtonGroup<CorrectionRow.Kind>();
        kind.setLabel(getTranslation("number.kind"));
        kind.setItems(CorrectionRow.Kind.values());
        kind.setItemLabelGenerator(one -> getTranslation("number.kind." + OrderState.word(one)));
        kind.setValue(CorrectionRow.Kind.TRACKING);
        var number = new TextField(getTranslation("number.number"));
        number.setMaxLength(LONGEST_NUMBER);
        number.setWidthFull();
        var why = new TextField(getTranslation("number.why"));
        why.setMaxLength(LONGEST_REASON);
        why.setWidthFull();
        why.setHelperText(getTranslation("number.why.help"));
        var failure = new Paragraph();
        failure.addClassName("problem-text");
        failure.getElement().setAttribute("role", "alert");
        var rows = new Div(kind, number, why, failure);
        rows.addClassName("rows");
        add(rows);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("number.save"), click -> {
                                    try {
                                        correct.to(kind.getValue(), number.getValue(), why.getValue());
                                        close();
                                    } catch (ShipmentException refused) {
                                        failure.setText(Problems.text(refused));
                                    }
                                })
                                .fill());
    }
}
