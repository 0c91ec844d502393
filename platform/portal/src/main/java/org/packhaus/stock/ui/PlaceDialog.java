package org.packhaus.stock.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.packhaus.shell.ActionButton;
import org.packhaus.stock.StockRow;

/** Says where a SKU lies, where pick lists lead, and at how many left somebody wants to be told. */
class PlaceDialog extends Dialog {
    static final int MOST = 1_000_000;

    /** @param lowAt null for what is usual with the seller */
    record Said(String place, @Nullable Integer lowAt) {}

    PlaceDialog(StockRow row, Consumer<Said> save) {
        setHeaderTitle(getTranslation("stock.place.title", row.sku()));
        setWidth("420px");
        var place = new TextField(getTranslation("stock.col.place"));
        place.setMaxLength(40);
        place.setValue(row.place());
        place.setPlaceholder("A-03-2");
        place.setHelperText(getTranslation("stock.place.help"));
        place.setAutofocus(true);
        place.setAutoselect(true);
        place.setWidthFull();
        var alarm = new IntegerField(getTranslation("stock.alarm"));
        alarm.setMin(0);
        alarm.setMax(MOST);
        alarm.setClearButtonVisible(true);
        alarm.setWidthFull();
        var usual = row.ownAlarm() ? null : row.lowAt();
        alarm.setPlaceholder(usual == null ? "" : getTranslation("stock.alarm.usual", usual));
        alarm.setHelperText(getTranslation("stock.alarm.help"));
        if (row.ownAlarm()) {
            alarm.setValue(row.lowAt());
        }
        Runnable keep = () -> {
            if (alarm.isInvalid()) {
                alarm.setErrorMessage(getTranslation("stock.number.wrong", MOST));
                return;
            }
            close();
            save.accept(new Said(place.getValue(), alarm.getValue()));
        };
        place.addKeyPressListener(Key.ENTER, enter -> keep.run());
        var rows = new Div(place, alarm);
        rows.addClassName("rows");
        add(rows);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("stock.place.save"), click -> keep.run()).fill());
    }
}
