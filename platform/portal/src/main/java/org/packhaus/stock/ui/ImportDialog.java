package org.packhaus.stock.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.shared.Registration;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;
import org.packhaus.sheet.SheetException;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Background;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Toast;
import org.packhaus.stock.StockFault;
import org.packhaus.stock.StockImportProgress;
import org.packhaus.stock.StockPreview;
import org.packhaus.stock.StockPreview.Change;

/** Counts from a list: a file, what it would change and which rows cannot be taken, and only then the changing. */
class ImportDialog extends Dialog {
    private static final int MOST_BYTES = 8_000_000;
    private static final int SHOWN = 100;
    private static final int ASK_EVERY_MS = 700;

    private final ListDesk desk;
    private final Map<SellerId, String> sellers;
    private final Runnable changed;
    private final Formats formats = Formats.current();
    private final Select<SellerId> otherwise = new Select<>();
    private final TextField note = new TextField(getTranslation("stock.import.note"));
    private final Div preview = new Div();
    private final Div inside = new Div();
    private final ActionButton write;
    private byte @Nullable [] file;
    private @Nullable StockPreview found;
    private @Nullable Registration asking;

    ImportDialog(ListDesk desk, Map<SellerId, String> sellers, Runnable changed) {
        this.desk = desk;
        this.sellers = sellers;
        this.changed = changed;
        setHeaderTitle(getTranslation("stock.import"));
        setWidth("760px");
        var help = new Paragraph(getTranslation("stock.import.help"));
        help.addClassName("help");
        otherwise.setLabel(getTranslation("stock.import.otherwise"));
        otherwise.setItems(sellers.keySet());
        otherwise.setItemLabelGenerator(sellers::get);
        otherwise.setVisible(sellers.size() > 1);
        if (sellers.size() == 1) {
            otherwise.setValue(sellers.keySet().iterator().next());
        }
        otherwise.addValueChangeListener(change -> look());
        note.setMaxLength(200);
        note.setWidthFull();
        note.setHelperText(getTranslation("stock.import.note.help"));
        preview.addClassName("rows");
        preview.getElement().setAttribute("aria-live", "polite");
        inside.addClassNames("rows", "stock-import");
        inside.add(help, template(), otherwise, upload(), preview);
        add(inside);
        write = new ActionButton(Icon.TICK, getTranslation("stock.import.write"), click -> write()).fill();
        write.setEnabled(false);
        getFooter().add(new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(), write);
        addOpenedChangeListener(opened -> {
            if (!opened.isOpened()) {
                stopAsking();
            }
        });
    }

    private Anchor template() {
        var link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] list = desk.template(formats);
                    return new DownloadResponse(
                            new ByteArrayInputStream(list),
                            "packhaus-stock.csv",
                            "text/csv;charset=UTF-8",
                            list.length);
                }),
                AttachmentType.DOWNLOAD,
                "");
        link.add(Icon.DOWN.create(), new Span(getTranslation("stock.import.template")));
        link.addClassNames("btn", "quiet", "small");
        return link;
    }

    private Upload upload() {
        var upload = new Upload(UploadHandler.inMemory((metadata, data) -> {
            file = data;
            note.setValue(getTranslation("stock.import.from", metadata.fileName()));
            look();
        }));
        upload.setAcceptedFileTypes(".csv", ".txt", ".tsv", ".xlsx");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setUploadButton(new ActionButton(null, getTranslation("prices.file"), click -> {}));
        upload.setDropLabel(new Span(getTranslation("prices.drop")));
        return upload;
    }

    private void look() {
        var given = file;
        if (given == null) {
            return;
        }
        found = null;
        write.setEnabled(false);
        preview.removeAll();
        preview.add(bar("stock.import.reading"));
        var whose = otherwise.getValue();
        Background.run(
                UI.getCurrent(),
                () -> desk.preview(given, whose),
                this::show,
                failure -> fail(
                        failure instanceof SheetException sheet
                                ? Problems.text(sheet)
                                : getTranslation("stock.import.failed")));
    }

    private ProgressBar bar(String key) {
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation(key));
        return bar;
    }

    private void fail(String why) {
        preview.removeAll();
        preview.add(alarm("late", why));
    }

    private static Div alarm(String tone, String text) {
        var note = new Div((tone.equals("late") ? Icon.ALERT : Icon.INFO).create(), new Span(text));
        note.addClassNames("note", tone);
        if (tone.equals("late")) {
            note.getElement().setAttribute("role", "alert");
        }
        return note;
    }

    private void show(StockPreview seen) {
        found = seen;
        preview.removeAll();
        preview.add(new Div(getTranslation(
                "stock.import.found",
                seen.count(StockPreview.Kind.NEW),
                seen.count(StockPreview.Kind.CHANGED),
                seen.count(StockPreview.Kind.UNCHANGED),
                seen.faults().size())));
        if (!seen.leftAlone().isEmpty()) {
            preview.add(alarm("info", getTranslation("stock.import.left-alone", String.join(", ", seen.leftAlone()))));
        }
        if (!seen.faults().isEmpty()) {
            preview.add(
                    alarm(
                            "late",
                            getTranslation("stock.import.faults", seen.faults().size())),
                    faults(seen));
        }
        List<Change> worth = seen.worth();
        if (!worth.isEmpty()) {
            preview.add(table(worth), note);
            if (worth.size() > SHOWN) {
                preview.addComponentAtIndex(
                        preview.getComponentCount() - 1,
                        new Span(getTranslation("stock.import.more", worth.size() - SHOWN)));
            }
        }
        write.setEnabled(!worth.isEmpty());
        write.setWords(
                worth.isEmpty()
                        ? getTranslation("stock.import.write")
                        : getTranslation("stock.import.write.n", worth.size()));
    }

    private UnorderedList faults(StockPreview seen) {
        var list = new UnorderedList();
        list.addClassNames("faults", "xs");
        seen.faults().stream()
                .limit(SHOWN)
                .forEach(fault -> list.add(
                        new ListItem(getTranslation("stock.import.fault", String.valueOf(fault.row()), words(fault)))));
        if (seen.faults().size() > SHOWN) {
            list.add(new ListItem(
                    getTranslation("stock.import.more", seen.faults().size() - SHOWN)));
        }
        return list;
    }

    private String words(StockFault fault) {
        var kind = fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return getTranslation("stock.fault." + kind, fault.said());
    }

    private Div table(List<Change> changes) {
        var table = new Element("table");
        table.setAttribute("aria-label", getTranslation("stock.import.table"));
        var head = new Element("tr");
        for (var key : List.of("stock.col.goods", "stock.import.before", "stock.import.after", "stock.alarm.short")) {
            head.appendChild(cell("th", getTranslation(key)));
        }
        if (sellers.size() > 1) {
            head.appendChild(cell("th", getTranslation("stock.col.seller")));
        }
        table.appendChild(head);
        changes.stream().limit(SHOWN).forEach(change -> {
            var line = new Element("tr");
            var before = change.before();
            line.appendChild(
                    cell("td", change.title().isEmpty() ? change.sku() : change.sku() + " · " + change.title()),
                    cell("td", before == null ? getTranslation("stock.import.new") : formats.number(before)),
                    cell("td", formats.number(change.after())),
                    cell("td", change.lowAt() == null ? "–" : formats.number(change.lowAt())));
            if (sellers.size() > 1) {
                line.appendChild(cell("td", sellers.getOrDefault(change.seller(), "")));
            }
            table.appendChild(line);
        });
        var holder = new Div();
        holder.addClassName("plain-table");
        holder.getElement().setAttribute("tabindex", "0");
        holder.getElement().appendChild(table);
        return holder;
    }

    private static Element cell(String tag, String text) {
        var cell = new Element(tag);
        cell.setText(text);
        return cell;
    }

    private void write() {
        var wanted = found;
        if (wanted == null) {
            return;
        }
        write.setEnabled(false);
        var why = note.getValue();
        Background.run(
                UI.getCurrent(), () -> desk.start(wanted, why), this::follow, failure -> fail("stock.import.failed"));
    }

    /** Closing the dialog, or the browser, stops nothing. */
    private void follow(List<StockImportProgress> begun) {
        getFooter().removeAll();
        getFooter().add(new ActionButton(null, getTranslation("close"), click -> close()).fill());
        inside.removeAll();
        int total = begun.stream().mapToInt(StockImportProgress::total).sum();
        var bar = new ProgressBar(0, Math.max(1, total), 0);
        bar.getElement().setAttribute("aria-label", getTranslation("stock.import.writing"));
        var says = new Div(getTranslation("stock.import.progress", 0, total));
        says.getElement().setAttribute("aria-live", "polite");
        inside.add(says, bar, new Paragraph(getTranslation("stock.import.goes-on")));
        Set<Long> lists = begun.stream().map(StockImportProgress::id).collect(Collectors.toSet());
        var ui = UI.getCurrent();
        ui.setPollInterval(ASK_EVERY_MS);
        asking = ui.addPollListener(poll -> {
            var now = desk.progress(lists);
            int done = now.stream().mapToInt(StockImportProgress::done).sum();
            bar.setValue(Math.min(done, Math.max(1, total)));
            says.setText(getTranslation("stock.import.progress", done, total));
            if (now.stream().allMatch(StockImportProgress::finished)) {
                close();
                Toast.done(getTranslation("stock.import.done", total));
                changed.run();
            }
        });
    }

    private void stopAsking() {
        var running = asking;
        if (running != null) {
            running.remove();
            asking = null;
            UI.getCurrent().setPollInterval(-1);
            changed.run();
        }
    }
}
