package org.packhaus.stock.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;
import org.packhaus.shell.ActionButton;

/** At how many left each seller wants to be told, where a SKU says nothing else. */
class AlarmDialog extends Dialog {
    private final Map<SellerId, IntegerField> fields = new HashMap<>();

    /** @param save called for each seller whose number is another one; null for none */
    AlarmDialog(
            Map<SellerId, String> sellers, Map<SellerId, Integer> known, BiConsumer<SellerId, @Nullable Integer> save) {
        setHeaderTitle(getTranslation("stock.alarms.title"));
        setWidth("440px");
        var help = new Paragraph(getTranslation("stock.alarms.help"));
        help.addClassName("help");
        var rows = new Div(help);
        rows.addClassName("rows");
        sellers.forEach((seller, name) -> {
            var field = new IntegerField(name);
            field.setMin(0);
            field.setMax(PlaceDialog.MOST);
            field.setClearButtonVisible(true);
            field.setPlaceholder(getTranslation("stock.alarms.none"));
            field.setValue(known.get(seller));
            field.setWidthFull();
            fields.put(seller, field);
            rows.add(field);
        });
        add(rows);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("stock.customs.save"), click -> {
                                    if (fields.values().stream().anyMatch(IntegerField::isInvalid)) {
                                        return;
                                    }
                                    close();
                                    fields.forEach((seller, field) -> {
                                        if (!java.util.Objects.equals(field.getValue(), known.get(seller))) {
                                            save.accept(seller, field.getValue());
                                        }
                                    });
                                })
                                .fill());
    }
}
