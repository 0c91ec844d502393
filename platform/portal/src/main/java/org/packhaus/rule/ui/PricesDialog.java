package org.packhaus.rule.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.packhaus.rule.Offer;
import org.packhaus.rule.PriceBand;
import org.packhaus.rule.PriceSheet;
import org.packhaus.rule.PriceTable;
import org.packhaus.rule.PriceTableRow;
import org.packhaus.sheet.SheetException;
import org.packhaus.sheet.Spreadsheet;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Problems;

/** A price table, or the import of one: a file or pasted rows, what could be read of them, and what could not. */
class PricesDialog extends Dialog {
    private static final int MOST_BYTES = 5_000_000;
    private static final int SHOWN = 200;

    private final RuleWords words;
    private final ComboBox<Offer> product = new ComboBox<>(getTranslation("prices.product"));
    private final Div preview = new Div();
    private final ActionButton keep;
    private @Nullable PriceTable table;

    PricesDialog(@Nullable PriceTableRow known, RuleWords words, boolean mayEdit, BiConsumer<Offer, PriceTable> save) {
        this.words = words;
        setHeaderTitle(getTranslation(known == null ? "prices.import" : "prices.one"));
        setWidth("760px");
        product.setItems(List.copyOf(words.offers().keySet()));
        product.setItemLabelGenerator(words::name);
        product.addValueChangeListener(change -> arrange());
        preview.getElement().setAttribute("aria-live", "polite");
        preview.addClassName("rows");
        keep = new ActionButton(null, getTranslation("prices.save"), click -> {
                    if (table != null && !product.isEmpty()) {
                        close();
                        save.accept(product.getValue(), table);
                    }
                })
                .fill();
        var all = new Div(product);
        all.addClassName("rows");
        if (mayEdit) {
            all.add(help(), file(), pasted());
        }
        all.add(preview);
        add(all);
        getFooter().add(new ActionButton(null, getTranslation("cancel"), click -> close()).quiet());
        if (known != null) {
            product.setItems(known.offer());
            product.setValue(known.offer());
            product.setReadOnly(true);
            show(known.table());
            if (mayEdit) {
                getFooter()
                        .add(new ActionButton(null, getTranslation("prices.remove"), click -> {
                                    close();
                                    save.accept(known.offer(), new PriceTable(List.of(), Map.of()));
                                })
                                .danger());
            }
        }
        if (mayEdit) {
            getFooter().add(keep);
        }
        arrange();
    }

    private Paragraph help() {
        var help = new Paragraph(getTranslation("prices.help"));
        help.addClassName("help");
        return help;
    }

    private Upload file() {
        var upload = new Upload(UploadHandler.inMemory((metadata, data) -> read(data)));
        upload.setAcceptedFileTypes(".csv", ".txt", ".xlsx");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setUploadButton(new ActionButton(null, getTranslation("prices.file"), click -> {}));
        upload.setDropLabel(new Span(getTranslation("prices.drop")));
        return upload;
    }

    private TextArea pasted() {
        var area = new TextArea(getTranslation("prices.paste"));
        area.setPlaceholder("countries;max_weight_g;price;days\nDE;2000;3,49;2");
        area.setMaxLength(500_000);
        area.setMinRows(3);
        area.setMaxRows(8);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.addValueChangeListener(change -> {
            if (!area.getValue().isBlank()) {
                show(PriceSheet.of(Spreadsheet.csv(area.getValue())));
            }
        });
        return area;
    }

    private void read(byte[] file) {
        try {
            show(PriceSheet.of(Spreadsheet.read(file)));
        } catch (SheetException e) {
            table = null;
            preview.removeAll();
            preview.add(fault(Problems.text(e)));
            arrange();
        }
    }

    private void show(PriceSheet sheet) {
        show(sheet.table());
        table = sheet.faults().isEmpty() ? sheet.table() : null;
        int place = 0;
        for (PriceSheet.Fault fault : sheet.faults()) {
            preview.addComponentAtIndex(
                    place++, fault(getTranslation("prices.fault", fault.row(), Problems.text(fault.why()))));
        }
        arrange();
    }

    private static Div fault(String text) {
        var note = new Div(new Span(text));
        note.addClassNames("note", "late");
        note.getElement().setAttribute("role", "alert");
        return note;
    }

    private void show(PriceTable shown) {
        preview.removeAll();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                getTranslation("prices.col.zone"),
                getTranslation("prices.col.weight"),
                getTranslation("prices.col.size"),
                getTranslation("prices.col.price"),
                getTranslation("prices.col.days")));
        shown.bands().stream().limit(SHOWN).forEach(band -> rows.add(row(band)));
        shown.surcharges()
                .forEach(
                        (kind, price) -> rows.add(List.of("+ " + words.service(kind), "", "", words.euros(price), "")));
        preview.add(Cards.table(getTranslation("prices.one"), rows));
    }

    private List<String> row(PriceBand band) {
        var max = band.max();
        var days = band.days();
        return List.of(
                band.zone().isEmpty()
                        ? getTranslation("prices.elsewhere")
                        : String.join(" ", new TreeSet<>(band.zone())),
                words.formats().number(band.maxGrams()) + " g",
                max == null ? "–" : max.toString(),
                words.euros(band.price()),
                days == null ? "–" : days.toString());
    }

    private void arrange() {
        keep.setEnabled(table != null && !product.isEmpty());
    }
}
