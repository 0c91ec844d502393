package org.packhaus.desk.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.packhaus.document.LabelSheet;
import org.packhaus.document.PrintRequest;
import org.packhaus.order.OrderId;
import org.packhaus.print.PrintException;
import org.packhaus.print.PrintService;
import org.packhaus.print.PrintService.Papers;
import org.packhaus.print.PrintStations;
import org.packhaus.print.PrinterRow;
import org.packhaus.print.StationId;
import org.packhaus.print.StationRow;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Background;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Texts;
import org.packhaus.shell.Toast;

/**
 * What comes out, where, and where on the sheet. It opens as it was left on this computer, so that the enter key prints the way it was
 * printed last.
 */
class PrintDialog extends Dialog {
    /** What this computer printed like last: papers, place, sheet. Where on the sheet is asked every time. */
    private static final String REMEMBERED = "packhaus-print";

    private static final int SHOWN_LEFT_OUT = 3;
    private static final List<String> SHEETS = List.of("", "a4", "a4-2", "a4-4", "a5", "a6", "100x150", "103x199");

    private final PrintService prints;
    private final CurrentUser user;
    private final List<OrderId> orders;
    private final Set<OrderId> printed;
    /** One order that a person chose by itself. */
    private final boolean alone;

    private final List<PrinterRow> printers;
    private final RadioButtonGroup<Papers> papers = new RadioButtonGroup<>();
    private final Select<Place> place = new Select<>();
    private final Select<String> sheet = new Select<>();
    private final RadioButtonGroup<Integer> start = new RadioButtonGroup<>();
    private final RadioButtonGroup<Boolean> again = new RadioButtonGroup<>();
    private final Checkbox apart = new Checkbox(getTranslation("print.apart"));
    private final ProgressBar busy = new ProgressBar();
    private final ActionButton print;

    /** This browser, or a station. */
    private record Place(Optional<StationRow> station) {
        String key() {
            return station.map(one -> one.id().toString()).orElse("browser");
        }
    }

    PrintDialog(
            PrintService prints,
            PrintStations stations,
            CurrentUser user,
            List<OrderId> orders,
            Set<OrderId> printed,
            Set<OrderId> left,
            boolean alone) {
        this.alone = alone;
        this.prints = prints;
        this.user = user;
        this.orders = orders;
        this.printed = printed;
        this.printers = stations.printers();
        setHeaderTitle(getTranslation("print.title", orders.size()));
        setWidth("460px");
        papers.setLabel(getTranslation("print.papers"));
        papers.setItems(Papers.BOTH, Papers.LABELS, Papers.SLIPS);
        papers.setItemLabelGenerator(one -> getTranslation("print.papers." + OrderState.word(one)));
        papers.setValue(Papers.BOTH);
        place.setLabel(getTranslation("print.place"));
        place.setItems(places(stations));
        place.setItemLabelGenerator(
                one -> one.station().map(StationRow::name).orElseGet(() -> getTranslation("print.browser")));
        place.setValue(new Place(Optional.empty()));
        place.setWidthFull();
        sheet.setLabel(getTranslation("print.sheet"));
        sheet.setItems(SHEETS);
        sheet.setItemLabelGenerator(this::sheetName);
        sheet.setValue("");
        sheet.setWidthFull();
        start.setLabel(getTranslation("print.start"));
        start.setHelperText(getTranslation("print.start.help"));
        busy.setIndeterminate(true);
        busy.setVisible(false);
        busy.getElement().setAttribute("aria-label", getTranslation("print.busy"));
        papers.addValueChangeListener(change -> arrange());
        place.addValueChangeListener(change -> arrange());
        sheet.addValueChangeListener(change -> arrange());
        reprints();
        var gone = new Div(
                Icon.ALERT.create(),
                new Span(alone ? getTranslation("print.left.one") : getTranslation("print.left.some", left.size())));
        gone.addClassNames("note", "warn");
        gone.setVisible(!left.isEmpty());
        var rows = new Div(gone, again, papers, place, apart, sheet, start, busy);
        rows.addClassName("rows");
        add(rows);
        print = new ActionButton(Icon.PRINT, getTranslation("dock.print"), click -> begin()).fill();
        getFooter().add(new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(), print);
        arrange();
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                WebStorage.getItem(REMEMBERED, this::asLastTime);
                print.focus();
            }
        });
    }

    /** Printing twice is a second parcel, or a second slip in the first one: it is asked, and the new ones come first. */
    private void reprints() {
        again.addClassName("again");
        again.setLabel(getTranslation("print.already", printed.size(), orders.size()));
        again.setItems(false, true);
        again.setItemLabelGenerator(all -> all
                ? getTranslation("print.already.all", orders.size())
                : getTranslation("print.already.new", orders.size() - printed.size()));
        again.setItemEnabledProvider(all -> all || printed.size() < orders.size());
        again.setValue(printed.size() == orders.size());
        again.setVisible(!printed.isEmpty());
        again.addValueChangeListener(change -> arrange());
    }

    private List<OrderId> wanted() {
        return again.getValue()
                ? orders
                : orders.stream().filter(order -> !printed.contains(order)).toList();
    }

    private PrintRequest.Which which() {
        return alone ? PrintRequest.Which.LEFT_TOO : PrintRequest.Which.STILL_HERE;
    }

    private static List<Place> places(PrintStations stations) {
        List<Place> places = new ArrayList<>();
        places.add(new Place(Optional.empty()));
        stations.stations().stream()
                .filter(station -> station.labelPrinter() != null || station.slipPrinter() != null)
                .forEach(station -> places.add(new Place(Optional.of(station))));
        return places;
    }

    private String sheetName(String name) {
        return getTranslation("print.sheet." + (name.isEmpty() ? "own" : name));
    }

    private void asLastTime(String remembered) {
        var parts = remembered == null ? new String[0] : remembered.split("\\|", -1);
        if (parts.length == 3) {
            IntStream.range(0, Papers.values().length)
                    .mapToObj(i -> Papers.values()[i])
                    .filter(one -> one.name().equals(parts[0]))
                    .forEach(papers::setValue);
            place.getListDataView()
                    .getItems()
                    .filter(one -> one.key().equals(parts[1]))
                    .findFirst()
                    .ifPresent(place::setValue);
            if (SHEETS.contains(parts[2])) {
                sheet.setValue(parts[2]);
            }
        }
    }

    /** Asks only what matters for what is chosen. */
    private void arrange() {
        boolean here = place.getValue().station().isEmpty();
        boolean labels = papers.getValue() != Papers.SLIPS;
        apart.setVisible(here && papers.getValue() == Papers.BOTH);
        print.setWords(getTranslation(again.getValue() && !printed.isEmpty() ? "print.again" : "dock.print"));
        sheet.setVisible(here && labels);
        int places =
                labels ? LabelSheet.named(sheetInUse()).map(LabelSheet::places).orElse(1) : 1;
        start.setVisible(places > 1);
        start.setItems(IntStream.rangeClosed(1, places).boxed().toList());
        start.setValue(1);
    }

    /** Of a station's printer, or chosen here. */
    private String sheetInUse() {
        return place.getValue()
                .station()
                .map(station -> printers.stream()
                        .filter(printer -> printer.id().equals(station.labelPrinter()))
                        .map(PrinterRow::sheet)
                        .findFirst()
                        .orElse(""))
                .orElseGet(sheet::getValue);
    }

    private void begin() {
        WebStorage.setItem(
                REMEMBERED, papers.getValue().name() + "|" + place.getValue().key() + "|" + sheet.getValue());
        var station = place.getValue().station();
        if (station.isEmpty()) {
            if (papers.getValue() == Papers.BOTH && apart.getValue()) {
                offer();
                return;
            }
            close();
            Prints.open(wanted(), papers.getValue(), sheet.getValue(), start.getValue());
            return;
        }
        print.setEnabled(false);
        busy.setVisible(true);
        send(station.get().id());
    }

    /** One file for each printer; a browser opens one tab at a click, so each has its own. */
    private void offer() {
        removeAll();
        getFooter().removeAll();
        var files = new Div(
                new Paragraph(getTranslation("print.apart.files")),
                file("print.apart.slips", Papers.SLIPS),
                file("print.apart.labels", Papers.LABELS));
        files.addClassName("rows");
        add(files);
        getFooter().add(new ActionButton(null, getTranslation("close"), click -> close()).quiet());
    }

    private ActionButton file(String key, Papers which) {
        return new ActionButton(
                Icon.PRINT,
                getTranslation(key),
                click -> Prints.open(wanted(), which, sheet.getValue(), start.getValue()));
    }

    /** Drawing some hundred labels takes a while, in which the page can be used. */
    private void send(StationId station) {
        var orders = wanted();
        var which = which();
        var what = papers.getValue();
        int from = start.getValue();
        Background.run(
                UI.getCurrent(),
                () -> user.inScope(Permission.PACK, () -> prints.print(station, orders, what, from, which)),
                this::queued,
                this::failed);
    }

    private void queued(PrintService.Queued queued) {
        Toast.done(getTranslation("print.queued", queued.tasks().size()));
        if (!queued.leftOut().isEmpty()) {
            var some = String.join(
                    " ",
                    queued.leftOut().stream()
                            .limit(SHOWN_LEFT_OUT)
                            .map(one -> Problems.text(
                                    one.code(), one.text(), one.named().toArray(String[]::new)))
                            .toList());
            Toast.failure(getTranslation("print.left-out", queued.leftOut().size()) + " " + some);
        }
        close();
    }

    private void failed(Exception failure) {
        add(new Paragraph(
                failure instanceof PrintException refused ? Problems.text(refused) : getTranslation("deed.failed")));
        print.setEnabled(true);
        busy.setVisible(false);
    }

    /** Opens it for these orders. */
    static void ask(
            PrintService prints,
            PrintStations stations,
            CurrentUser user,
            List<OrderId> orders,
            Set<OrderId> printed,
            Set<OrderId> left) {
        var locale = UI.getCurrent().getLocale();
        var here = orders.size() == 1
                ? orders
                : orders.stream().filter(order -> !left.contains(order)).toList();
        if (here.isEmpty()) {
            Toast.done(Texts.of(locale, "print.all-left", orders.size()));
            return;
        }
        if (here.size() > Prints.MOST) {
            Toast.done(Texts.of(locale, "print.too-many", Prints.MOST, here.size()));
        }
        new PrintDialog(
                        prints,
                        stations,
                        user,
                        here.stream().limit(Prints.MOST).toList(),
                        here.stream()
                                .limit(Prints.MOST)
                                .filter(printed::contains)
                                .collect(Collectors.toSet()),
                        left,
                        orders.size() == 1)
                .open();
    }
}
