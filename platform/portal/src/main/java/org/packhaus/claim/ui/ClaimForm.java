package org.packhaus.claim.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.claim.ClaimRow;
import org.packhaus.claim.ClaimService.Facts;
import org.packhaus.sdk.Money;

/** What a person says of a claim. */
final class ClaimForm extends Div {
    private static final int LONGEST_REFERENCE = 60;
    private static final int LONGEST_NOTE = 2_000;

    private final BigDecimalField amount = new BigDecimalField();
    private final TextField reference = new TextField();
    private final DatePicker deadline = new DatePicker();
    private final TextArea note = new TextArea();
    private String currency = "EUR";

    ClaimForm(ClaimWords words) {
        amount.setLabel(words.text("claim.amount"));
        amount.setLocale(words.formats().locale());
        reference.setLabel(words.text("claim.reference"));
        reference.setMaxLength(LONGEST_REFERENCE);
        deadline.setLabel(words.text("claim.deadline"));
        deadline.setLocale(words.formats().locale());
        deadline.setHelperText(words.text("claim.deadline.help"));
        note.setLabel(words.text("claim.note"));
        note.setMaxLength(LONGEST_NOTE);
        note.setMinRows(2);
        for (var field : new com.vaadin.flow.component.HasSize[] {amount, reference, deadline, note}) {
            field.setWidthFull();
        }
        suffix();
        addClassName("rows");
        add(amount, reference, deadline, note);
    }

    private void suffix() {
        amount.setSuffixComponent(new com.vaadin.flow.component.html.Span(currency));
    }

    /** Begins with what the goods cost. */
    void suggest(Optional<Money> worth) {
        worth.ifPresent(this::show);
    }

    void show(ClaimRow claim) {
        Money asked = claim.amount();
        if (asked != null) {
            show(asked);
        }
        reference.setValue(claim.carrierReference());
        deadline.setValue(claim.deadline());
    }

    private void show(Money money) {
        currency = money.currency().getCurrencyCode();
        amount.setValue(money.amount());
        suffix();
    }

    Facts facts() {
        return new Facts(money(amount.getValue()), reference.getValue(), deadline.getValue());
    }

    String note() {
        return note.getValue();
    }

    private @Nullable Money money(@Nullable BigDecimal value) {
        return value == null ? null : Money.of(value, currency);
    }
}
