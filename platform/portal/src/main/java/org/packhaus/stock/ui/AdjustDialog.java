package org.packhaus.stock.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.packhaus.shell.ActionButton;
import org.packhaus.stock.StockReason;
import org.packhaus.stock.StockRow;

/** Corrects a number and asks why. Who counted says how many there are; for any other reason one says how many came or went. */
class AdjustDialog extends Dialog {
    private static final int MOST = 1_000_000;

    private final StockRow row;
    private final Select<StockReason> reason = new Select<>();
    private final IntegerField number = new IntegerField();
    private final TextField note = new TextField(getTranslation("stock.note"));
    private final Paragraph after = new Paragraph();

    /** @param pieces more, or fewer if below zero */
    record Change(int pieces, StockReason reason, String note) {}

    AdjustDialog(StockRow row, Consumer<Change> save) {
        this.row = row;
        setHeaderTitle(getTranslation("stock.adjust.title", row.sku()));
        setWidth("440px");
        reason.setLabel(getTranslation("stock.reason"));
        reason.setItems(
                List.of(StockReason.COUNTED, StockReason.RECEIVED, StockReason.WRITTEN_OFF, StockReason.RETURNED));
        reason.setItemLabelGenerator(one -> getTranslation(
                "stock.reason." + one.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        reason.setValue(StockReason.COUNTED);
        number.setMin(0);
        number.setMax(MOST);
        number.setStepButtonsVisible(true);
        number.setAutofocus(true);
        note.setMaxLength(200);
        after.getElement().setAttribute("aria-live", "polite");
        reason.addValueChangeListener(change -> arrange());
        number.addValueChangeListener(change -> tell());
        var rows = new Div(reason, number, note, after);
        rows.addClassName("rows");
        add(rows);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("stock.adjust"), click -> {
                                    if (number.isEmpty() || number.isInvalid()) {
                                        number.setInvalid(true);
                                        number.setErrorMessage(getTranslation("stock.number.wrong", MOST));
                                        return;
                                    }
                                    close();
                                    save.accept(new Change(
                                            change(),
                                            reason.getValue(),
                                            note.getValue().strip()));
                                })
                                .fill());
        arrange();
    }

    private void arrange() {
        number.setLabel(getTranslation(
                switch (reason.getValue()) {
                    case COUNTED -> "stock.number.counted";
                    case WRITTEN_OFF -> "stock.number.gone";
                    case RECEIVED, RETURNED, SENT, NOT_SENT, LIST -> "stock.number.come";
                }));
        number.setValue(reason.getValue() == StockReason.COUNTED ? Math.max(0, row.onHand()) : 1);
        tell();
    }

    private int change() {
        int entered = number.isEmpty() ? 0 : number.getValue();
        return switch (reason.getValue()) {
            case COUNTED -> entered - row.onHand();
            case WRITTEN_OFF -> -entered;
            case RECEIVED, RETURNED, SENT, NOT_SENT, LIST -> entered;
        };
    }

    private void tell() {
        after.setText(getTranslation("stock.after", row.onHand(), row.onHand() + change()));
    }
}
