package org.packhaus.desk.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import org.packhaus.rule.Offer;
import org.packhaus.shell.ActionButton;

/** Says who brings one order, above every rule; or lets the rules decide again. */
class CarrierDialog extends Dialog {

    CarrierDialog(CarrierWords words, Consumer<Offer> take, Runnable byRules) {
        setHeaderTitle(getTranslation("order.carrier.title"));
        setWidth("480px");
        var offer = new ComboBox<Offer>(getTranslation("rule.offer"));
        offer.setItems(List.copyOf(words.offers().keySet()));
        offer.setItemLabelGenerator(words::name);
        offer.setHelperText(getTranslation("order.carrier.help"));
        var failure = new Paragraph();
        failure.addClassName("problem-text");
        failure.getElement().setAttribute("role", "alert");
        var rows = new Div(offer, failure);
        rows.addClassName("rows");
        add(rows);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("order.carrier.rules"), click -> {
                            close();
                            byRules.run();
                        }),
                        new ActionButton(null, getTranslation("order.carrier.take"), click -> {
                                    if (offer.isEmpty()) {
                                        failure.setText(getTranslation("rule.wrong.offer"));
                                        return;
                                    }
                                    close();
                                    take.accept(offer.getValue());
                                })
                                .fill());
    }
}
