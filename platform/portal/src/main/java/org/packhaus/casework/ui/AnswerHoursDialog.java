package org.packhaus.casework.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.shell.ActionButton;

/** Within how many business hours each seller's buyers are to have an answer. */
class AnswerHoursDialog extends Dialog {

    AnswerHoursDialog(List<SellerRow> sellers, ToIntFunction<SellerId> known, BiConsumer<SellerId, Integer> save) {
        setHeaderTitle(getTranslation("cases.hours"));
        setWidth("420px");
        Map<SellerId, IntegerField> fields = new LinkedHashMap<>();
        var rows = new Div();
        rows.addClassName("rows");
        for (var seller : sellers) {
            var field = new IntegerField(seller.name());
            field.setMin(1);
            field.setMax(80);
            field.setStepButtonsVisible(true);
            field.setValue(known.applyAsInt(seller.id()));
            fields.put(seller.id(), field);
            rows.add(field);
        }
        var help = new Div(getTranslation("cases.hours.help"));
        help.addClassNames("xs", "two");
        rows.add(help);
        add(rows);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("cases.hours.save"), click -> {
                                    if (fields.values().stream()
                                            .noneMatch(field -> field.isInvalid() || field.getValue() == null)) {
                                        close();
                                        fields.forEach((seller, field) -> save.accept(seller, field.getValue()));
                                    }
                                })
                                .fill());
    }
}
