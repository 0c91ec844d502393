package org.packhaus.desk.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.packhaus.sdk.Address;
import org.packhaus.shell.ActionButton;

/**
 * Corrects an address by hand. What the channel sent is kept beside it; what somebody else has corrected meanwhile is shown, and nothing
 * that was typed is lost.
 */
class AddressDialog extends Dialog {

    /** Takes a correction, or says why not. */
    @FunctionalInterface
    interface Correction {
        /** @param seen the address that is corrected, as this person saw it */
        Outcome save(Address seen, Address corrected);
    }

    /** What comes of a correction. */
    sealed interface Outcome {
        /** It counts. */
        record Saved() implements Outcome {}

        /** Somebody else was faster; nothing was saved. */
        record Moved(Address now) implements Outcome {}

        /** It cannot be. */
        record Refused(String text) implements Outcome {}
    }

    private final Correction correction;
    private final Paragraph failure = new Paragraph();
    private Address seen;

    AddressDialog(Address address, Correction correction) {
        this.seen = address;
        this.correction = correction;
        setHeaderTitle(getTranslation("address.edit.title"));
        setWidth("520px");
        var company = field("address.company", address.company(), 200);
        var person = field("address.person", address.person(), 200);
        var addition = field("address.addition", address.addition(), 200);
        var street = field("address.street", address.street(), 200);
        var house = field("address.house", address.houseNumber(), 60);
        var code = field("address.code", address.postalCode(), 20);
        var city = field("address.city", address.city(), 120);
        var form = new FormLayout(person, company, addition, street, house, code, city);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 2));
        form.setColspan(person, 2);
        form.setColspan(company, 2);
        form.setColspan(addition, 2);
        failure.addClassName("problem-text");
        failure.getElement().setAttribute("role", "alert");
        add(form, failure);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(
                                        null,
                                        getTranslation("address.save"),
                                        click -> save(new Address(
                                                company.getValue(),
                                                person.getValue(),
                                                addition.getValue(),
                                                street.getValue(),
                                                house.getValue(),
                                                code.getValue(),
                                                city.getValue(),
                                                address.country(),
                                                address.phone(),
                                                address.email())))
                                .fill());
    }

    private void save(Address corrected) {
        switch (correction.save(seen, corrected)) {
            case Outcome.Saved() -> close();
            case Outcome.Moved(Address now) -> {
                // Whoever saves again has read this, and means it.
                seen = now;
                failure.setText(getTranslation(
                        "address.moved", String.join(", ", now.lines().toList())));
            }
            case Outcome.Refused(String text) -> failure.setText(text);
        }
    }

    /** @param longest what our column holds; a longer line would be cut when it is saved */
    private TextField field(String key, String value, int longest) {
        var field = new TextField(getTranslation(key));
        field.setValue(value);
        field.setMaxLength(longest);
        return field;
    }
}
