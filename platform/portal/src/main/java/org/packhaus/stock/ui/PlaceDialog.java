package org.packhaus.stock.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.packhaus.shell.ActionButton;
import org.packhaus.stock.StockRow;

/** Says where a SKU lies; pick lists lead there. */
class PlaceDialog extends Dialog {

    PlaceDialog(StockRow row, Consumer<String> save) {
        setHeaderTitle(getTranslation("stock.place.title", row.sku()));
        setWidth("380px");
        var place = new TextField(getTranslation("stock.col.place"));
        place.setMaxLength(40);
        place.setValue(row.place());
        place.setPlaceholder("A-03-2");
        place.setHelperText(getTranslation("stock.place.help"));
        place.setAutofocus(true);
        place.setAutoselect(true);
        place.setWidthFull();
        Runnable keep = () -> {
            close();
            save.accept(place.getValue());
        };
        place.addKeyPressListener(Key.ENTER, enter -> keep.run());
        var rows = new Div(place);
        rows.addClassName("rows");
        add(rows);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("stock.place.save"), click -> keep.run()).fill());
    }
}
