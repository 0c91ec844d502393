package org.packhaus.desk.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.packhaus.casework.CaseDesk;
import org.packhaus.casework.CaseException;
import org.packhaus.casework.ContactReason;
import org.packhaus.casework.GermanHint;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Problems;

/** Writes to an order's buyer first: with one of the reasons the marketplace allows, to the address it shows. */
class WriteDialog extends Dialog {
    private final String reference = CaseDesk.newReference();

    /** Sends it; refuses by an exception, and what was written stays. */
    @FunctionalInterface
    interface Send {
        void send(ConnectionRow channel, String to, String subject, CaseDesk.Draft draft);
    }

    /**
     * @param known the buyer's address, empty if nobody knows it
     * @param likely why the buyer is probably written to
     */
    WriteDialog(
            String orderNumber, String known, @Nullable ContactReason likely, List<ConnectionRow> channels, Send send) {
        setHeaderTitle(getTranslation("order.write"));
        setWidth("620px");
        var channel = new Select<ConnectionRow>();
        channel.setLabel(getTranslation("case.channel"));
        channel.setItems(channels);
        channel.setItemLabelGenerator(ConnectionRow::name);
        channel.setValue(channels.getFirst());
        channel.setVisible(channels.size() > 1);
        var to = new TextField(getTranslation("case.address"));
        to.setHelperText(getTranslation("order.write.address.help"));
        to.setValue(known);
        var reason = new Select<ContactReason>();
        reason.setLabel(getTranslation("case.reason"));
        reason.setHelperText(getTranslation("case.reason.help"));
        reason.setItems(ContactReason.toBegin());
        reason.setItemLabelGenerator(one -> getTranslation(
                "case.reason." + one.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        reason.setValue(likely);
        var subject = new TextField(getTranslation("case.subject"));
        subject.setMaxLength(200);
        subject.setValue(getTranslation("order.write.subject", orderNumber));
        var text = new TextArea(getTranslation("case.text"));
        text.setMinHeight("180px");
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(changed -> text.setHelperText(
                GermanHint.looksGerman(changed.getValue()) ? "" : getTranslation("case.not-german")));
        var failure = new Paragraph();
        failure.addClassName("problem-text");
        failure.getElement().setAttribute("role", "alert");
        var rows = new Div(channel, to, reason, subject, text, failure);
        rows.addClassName("rows");
        add(rows);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("case.send"), click -> {
                                    if (reason.getValue() == null) {
                                        failure.setText(getTranslation("case.refused.reason-missing"));
                                        return;
                                    }
                                    try {
                                        send.send(
                                                channel.getValue(),
                                                to.getValue(),
                                                subject.getValue(),
                                                new CaseDesk.Draft(
                                                        reference, reason.getValue(), text.getValue(), List.of()));
                                        close();
                                    } catch (CaseException refused) {
                                        failure.setText(Problems.text("case.refused.", refused));
                                    }
                                })
                                .fill());
    }
}
