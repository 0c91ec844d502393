package org.packhaus.claim.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Optional;
import org.packhaus.claim.ClaimException;
import org.packhaus.claim.ClaimReason;
import org.packhaus.claim.ClaimService.Facts;
import org.packhaus.sdk.Money;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Problems;

/** Opens a claim for one parcel. */
final class NewClaimDialog extends Dialog {

    /** Opens it, or throws why it cannot be so. */
    @FunctionalInterface
    interface Open {
        void with(ClaimReason reason, Facts facts, String note);
    }

    NewClaimDialog(ClaimWords words, String trackingNumber, ClaimReason likely, Optional<Money> worth, Open open) {
        setHeaderTitle(words.text("claim.new.title", trackingNumber));
        setWidth("480px");
        var reason = new RadioButtonGroup<ClaimReason>();
        reason.setLabel(words.text("claim.reason"));
        reason.setItems(ClaimReason.values());
        reason.setItemLabelGenerator(words::reason);
        reason.setValue(likely);
        var form = new ClaimForm(words);
        form.suggest(worth);
        var hint = new Paragraph(words.text("claim.new.hint"));
        hint.addClassName("two");
        var failure = new Paragraph();
        failure.addClassName("problem-text");
        failure.getElement().setAttribute("role", "alert");
        var rows = new Div(reason, form, hint, failure);
        rows.addClassName("rows");
        add(rows);
        getFooter()
                .add(
                        new ActionButton(null, words.text("cancel"), click -> close()).quiet(),
                        new ActionButton(null, words.text("claim.new.do"), click -> {
                                    try {
                                        open.with(reason.getValue(), form.facts(), form.note());
                                        close();
                                    } catch (ClaimException refused) {
                                        failure.setText(Problems.text(refused));
                                    }
                                })
                                .fill());
    }
}
