package org.packhaus.desk.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.packhaus.sdk.Address;
import org.packhaus.shell.ActionButton;

/** Corrects an address by hand. What the channel sent is kept beside it. */
class AddressDialog extends Dialog {

    AddressDialog(Address address, Consumer<Address> save) {
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
        add(form);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("address.save"), click -> {
                                    close();
                                    save.accept(new Address(
                                            company.getValue(),
                                            person.getValue(),
                                            addition.getValue(),
                                            street.getValue(),
                                            house.getValue(),
                                            code.getValue(),
                                            city.getValue(),
                                            address.country(),
                                            address.phone(),
                                            address.email()));
                                })
                                .fill());
    }

    /** @param longest what our column holds; a longer line would be cut when it is saved */
    private TextField field(String key, String value, int longest) {
        var field = new TextField(getTranslation(key));
        field.setValue(value);
        field.setMaxLength(longest);
        return field;
    }
}
