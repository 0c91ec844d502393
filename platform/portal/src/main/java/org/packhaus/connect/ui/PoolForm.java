package org.packhaus.connect.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.packhaus.connect.ui.NumberTools.Given;
import org.packhaus.returnnumber.PoolImport;
import org.packhaus.returnnumber.PoolPreview;
import org.packhaus.seller.SellerId;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;

/** Numbers for a pool, from a file, pasted, or as a range: what of them would be added, and what is wrong with which row. */
class PoolForm extends Div {
    private static final int MOST_BYTES = 8_000_000;
    private static final int SHOWN = 20;

    private final SellerId seller;
    private final NumberTools tools;
    private final SellerWords words;
    private final IntConsumer ready;
    private final RadioButtonGroup<Boolean> way = new RadioButtonGroup<>();
    private final Div list = new Div();
    private final Div range = new Div();
    private final TextField first = new TextField(getTranslation("pool.first"));
    private final TextField last = new TextField(getTranslation("pool.last"));
    private final Div preview = new Div();
    private String carrier;
    private @Nullable Given given;
    private int asked;

    /** @param ready told how many numbers would be added now */
    PoolForm(SellerId seller, String carrier, NumberTools tools, SellerWords words, IntConsumer ready) {
        this.seller = seller;
        this.carrier = carrier;
        this.tools = tools;
        this.words = words;
        this.ready = ready;
        addClassNames("rows", "pool-form");
        way.setItems(false, true);
        way.setItemLabelGenerator(isRange -> getTranslation(isRange ? "pool.range" : "pool.list"));
        way.setAriaLabel(getTranslation("returns.add-numbers"));
        way.setValue(false);
        way.addValueChangeListener(change -> arrange());
        list.addClassName("rows");
        list.add(help("pool.list.help"), file(), pasted());
        range.addClassName("rows");
        first.setMaxLength(40);
        last.setMaxLength(40);
        first.setValueChangeMode(ValueChangeMode.ON_BLUR);
        last.setValueChangeMode(ValueChangeMode.LAZY);
        first.addValueChangeListener(change -> range());
        last.addValueChangeListener(change -> range());
        range.add(help("pool.range.help"), Parts.div("row ends", first, last));
        preview.getElement().setAttribute("aria-live", "polite");
        add(way, list, range, preview);
        arrange();
    }

    private Paragraph help(String key) {
        var help = new Paragraph(getTranslation(key));
        help.addClassName("help");
        return help;
    }

    private Upload file() {
        var upload = new Upload(
                UploadHandler.inMemory((metadata, data) -> ask(Given.list(new String(data, StandardCharsets.UTF_8)))));
        upload.setAcceptedFileTypes(".csv", ".txt");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setUploadButton(new ActionButton(null, getTranslation("pool.file"), click -> {}));
        upload.setDropLabel(new Span(getTranslation("pool.drop")));
        return upload;
    }

    private TextArea pasted() {
        var area = new TextArea(getTranslation("pool.paste"));
        area.setMaxLength(MOST_BYTES);
        area.setMinRows(3);
        area.setMaxRows(6);
        area.setWidthFull();
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.addValueChangeListener(change -> {
            if (!area.getValue().isBlank()) {
                ask(Given.list(area.getValue()));
            }
        });
        return area;
    }

    private void range() {
        if (!first.isEmpty() && !last.isEmpty()) {
            ask(Given.range(first.getValue(), last.getValue()));
        }
    }

    private void arrange() {
        list.setVisible(!way.getValue());
        range.setVisible(way.getValue());
        forget();
    }

    private void forget() {
        given = null;
        preview.removeAll();
        ready.accept(0);
    }

    /** The numbers of another carrier have another check digit. */
    void carrier(String code) {
        carrier = code;
        var before = given;
        if (before == null) {
            forget();
        } else {
            ask(before);
        }
    }

    private void ask(Given wanted) {
        forget();
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("pool.reading"));
        preview.add(bar);
        int turn = ++asked;
        var code = carrier;
        Errand.run(this, () -> tools.preview(seller, code, wanted), seen -> {
            // Somebody may have typed on meanwhile.
            if (turn == asked) {
                show(wanted, seen);
            }
        });
    }

    private void show(Given wanted, PoolPreview seen) {
        preview.removeAll();
        var lines = new UnorderedList();
        lines.addClassName("found");
        if (seen.fresh() > 0) {
            lines.add(line("ok", Icon.TICK, "pool.fresh", seen.fresh()));
        }
        if (seen.known() > 0) {
            lines.add(line("two", Icon.INFO, "pool.known", seen.known()));
        }
        if (seen.used() > 0) {
            lines.add(line("warn", Icon.ALERT, "pool.used", seen.used()));
        }
        if (!seen.faults().isEmpty()) {
            lines.add(line("late", Icon.ALERT, "pool.faults", seen.faults().size()));
        }
        if (seen.fresh() + seen.known() + seen.used() + seen.faults().size() == 0) {
            lines.add(line("warn", Icon.ALERT, "pool.nothing", 0));
        }
        preview.add(lines);
        if (!seen.faults().isEmpty()) {
            var faults = new UnorderedList();
            faults.addClassNames("faults", "xs");
            seen.faults().stream()
                    .limit(SHOWN)
                    .forEach(fault -> faults.add(
                            new ListItem(getTranslation("pool.fault", fault.row(), Problems.text(fault.why())))));
            if (seen.faults().size() > SHOWN) {
                faults.add(new ListItem(
                        getTranslation("pool.faults.more", seen.faults().size() - SHOWN)));
            }
            preview.add(faults);
        }
        given = seen.takable() ? wanted : null;
        ready.accept(seen.takable() ? seen.fresh() : 0);
    }

    private ListItem line(String tone, Icon icon, String key, int count) {
        var says = new ListItem(
                icon.small(), new Span(getTranslation(key, words.formats().number(count), words.carrier(carrier))));
        says.addClassNames("row", tone);
        return says;
    }

    /** Adds what is right, away from the page's thread. */
    void add(java.util.function.Consumer<PoolImport> then) {
        var wanted = given;
        if (wanted != null) {
            ready.accept(0);
            var code = carrier;
            Errand.run(UI.getCurrent(), () -> tools.add(seller, code, wanted), then);
        }
    }
}
