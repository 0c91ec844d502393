package org.packhaus.print.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.print.PrintException;
import org.packhaus.print.PrintService;
import org.packhaus.print.PrintStations;
import org.packhaus.print.PrinterId;
import org.packhaus.print.PrinterRow;
import org.packhaus.print.StationId;
import org.packhaus.print.StationRow;
import org.packhaus.print.TaskRow;
import org.packhaus.print.TaskState;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Toast;

/** What is on its way to which printer, and the stations themselves. */
@Route(value = "print-stations", layout = MainLayout.class)
@PermitAll
class StationsView extends Div implements HasDynamicTitle {
    private static final int NEWEST = 100;
    private static final int LOOK_MILLIS = 3_000;

    private final PrintStations stations;
    private final PrintService prints;
    private final CurrentUser user;
    private final Formats formats = Formats.current();
    private final Div setUp = new Div();
    private final Grid<TaskRow> grid = new Grid<>();
    private Map<StationId, StationRow> stationOf = Map.of();
    private Map<PrinterId, PrinterRow> printerOf = Map.of();
    private List<TaskRow> shown = List.of();
    private @Nullable Registration looking;

    StationsView(PrintStations stations, PrintService prints, CurrentUser user) {
        this.stations = stations;
        this.prints = prints;
        this.user = user;
        addClassName("stations");
        var below = new Paragraph(getTranslation("stations.sub"));
        below.addClassName("sub");
        var names = new Div(new H1(getTranslation("nav.print-stations")), below);
        names.addClassName("grow");
        var head = new Header(names);
        head.addClassName("head");
        if (user.may(Permission.ADMINISTER)) {
            head.add(
                    new ActionButton(Icon.PLUS, getTranslation("printer.add"), click -> addPrinter()),
                    new ActionButton(Icon.PLUS, getTranslation("station.add"), click -> addStation()).fill());
        }
        setUp.addClassName("tables");
        columns();
        var prints100 = new Div(new H2(getTranslation("stations.prints")), grid);
        prints100.addClassName("prints");
        add(head, setUp, prints100);
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        attached.getUI().setPollInterval(LOOK_MILLIS);
        looking = attached.getUI().addPollListener(poll -> lookAgain());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().setPollInterval(-1);
        if (looking != null) {
            looking.remove();
        }
        super.onDetach(detached);
    }

    private void refresh() {
        var all = stations.stations();
        var printers = stations.printers();
        stationOf = all.stream().collect(Collectors.toMap(StationRow::id, Function.identity()));
        printerOf = printers.stream().collect(Collectors.toMap(PrinterRow::id, Function.identity()));
        setUp.removeAll();
        all.forEach(station -> setUp.add(card(station, printers)));
        if (all.isEmpty()) {
            setUp.add(new Paragraph(getTranslation("stations.none")));
        }
        lookAgain();
    }

    private void lookAgain() {
        var now = user.inScope(() -> prints.newest(Long.MAX_VALUE, NEWEST));
        if (!now.equals(shown) || shown.isEmpty()) {
            shown = now;
            grid.setItems(shown);
        }
    }

    private Section card(StationRow station, List<PrinterRow> printers) {
        var title = new H2(station.name());
        title.addClassName("grow");
        var header = new Header(title, agent(station));
        var inside = new Div(
                pick(
                        "station.labels",
                        station.labelPrinter(),
                        printers,
                        chosen -> stations.usePrinters(station.id(), chosen, station.slipPrinter())),
                pick(
                        "station.slips",
                        station.slipPrinter(),
                        printers,
                        chosen -> stations.usePrinters(station.id(), station.labelPrinter(), chosen)));
        inside.addClassName("in");
        if (user.may(Permission.ADMINISTER)) {
            inside.add(new ActionButton(
                            Icon.PLUG,
                            getTranslation(station.hasAgent() ? "station.token.new" : "station.token"),
                            click -> token(station))
                    .small());
        }
        var card = new Section(header, inside);
        card.addClassName("card");
        card.getElement().setAttribute("aria-label", station.name());
        return card;
    }

    private Badge agent(StationRow station) {
        if (!station.hasAgent()) {
            return new Badge(Badge.Tone.LINE, null, getTranslation("station.agent.none"));
        }
        var seen = station.seenAt();
        if (seen == null) {
            return new Badge(Badge.Tone.WARN, null, getTranslation("station.agent.never"));
        }
        boolean fresh = seen.isAfter(formats.now().minusSeconds(120));
        return new Badge(
                fresh ? Badge.Tone.OK : Badge.Tone.LATE,
                null,
                getTranslation(fresh ? "station.agent.here" : "station.agent.gone", formats.when(seen)));
    }

    private com.vaadin.flow.component.select.Select<PrinterRow> pick(
            String key,
            @Nullable PrinterId chosen,
            List<PrinterRow> printers,
            java.util.function.Consumer<@Nullable PrinterId> use) {
        var pick = new com.vaadin.flow.component.select.Select<PrinterRow>();
        pick.setLabel(getTranslation(key));
        pick.setEmptySelectionAllowed(true);
        pick.setEmptySelectionCaption(getTranslation("printer.none"));
        pick.setItems(printers);
        pick.setItemLabelGenerator(printer -> printer == null ? getTranslation("printer.none") : printer.name());
        pick.setValue(printers.stream()
                .filter(printer -> printer.id().equals(chosen))
                .findFirst()
                .orElse(null));
        pick.setReadOnly(!user.may(Permission.ADMINISTER));
        pick.addValueChangeListener(change -> {
            user.demand(Permission.ADMINISTER);
            use.accept(change.getValue() == null ? null : change.getValue().id());
            Toast.done(getTranslation("station.saved"));
            refresh();
        });
        return pick;
    }

    private void addStation() {
        new StationDialog(name -> {
                    user.demand(Permission.ADMINISTER);
                    stations.addStation(name);
                    refresh();
                })
                .open();
    }

    private void addPrinter() {
        new PrinterDialog(stations.stations(), printer -> {
                    user.demand(Permission.ADMINISTER);
                    stations.addPrinter(printer);
                    refresh();
                })
                .open();
    }

    private void token(StationRow station) {
        user.demand(Permission.ADMINISTER);
        new TokenDialog(station, stations.newToken(station.id())).open();
        refresh();
    }

    private void columns() {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", getTranslation("stations.prints"));
        grid.setEmptyStateText(getTranslation("stations.prints.none"));
        grid.addColumn(task -> formats.when(task.queuedAt()))
                .setHeader(getTranslation("print.col.when"))
                .setWidth("130px")
                .setFlexGrow(0);
        grid.addColumn(task -> getTranslation(
                        task.title().equals("day-end") ? "print.task.parcels" : "print.task",
                        getTranslation("print.papers." + task.title()),
                        task.orders()))
                .setHeader(getTranslation("print.col.what"))
                .setFlexGrow(1);
        grid.addColumn(task -> name(task))
                .setHeader(getTranslation("print.col.where"))
                .setFlexGrow(1);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("print.col.state"))
                .setFlexGrow(2);
        grid.addComponentColumn(this::deeds)
                .setHeader(new Span(getTranslation("print.col.deeds")))
                .setWidth("210px")
                .setFlexGrow(0);
    }

    private String name(TaskRow task) {
        var printer = printerOf.get(task.printer());
        var station = stationOf.get(task.station());
        return (station == null ? "" : station.name() + " · ") + (printer == null ? "" : printer.name());
    }

    private Div state(TaskRow task) {
        var tone = switch (task.state()) {
            case QUEUED -> Badge.Tone.IDLE;
            case SENT -> Badge.Tone.INFO;
            case PRINTED -> Badge.Tone.OK;
            case FAILED -> Badge.Tone.LATE;
            case CANCELLED -> Badge.Tone.LINE;
        };
        var line = new Div(new Badge(
                tone, null, getTranslation("print.state." + task.state().name().toLowerCase(java.util.Locale.ROOT))));
        var text = task.problemText();
        if (text != null) {
            var said = new Span(Problems.said(getLocale(), task.problemCode(), text));
            // What the printer itself said may be the clue.
            said.setTitle(text);
            var why = new Div(said);
            why.addClassNames("xs", "two");
            line.add(why);
        }
        return line;
    }

    private Div deeds(TaskRow task) {
        var deeds = new Div();
        deeds.addClassName("fx");
        if (!user.may(Permission.PACK, task.seller())) {
            return deeds;
        }
        if (task.state() == TaskState.FAILED || task.state() == TaskState.SENT || task.state() == TaskState.PRINTED) {
            deeds.add(new ActionButton(
                            Icon.AGAIN, getTranslation("print.again"), click -> act(() -> prints.again(task.id())))
                    .small());
        }
        if (task.state() == TaskState.QUEUED || task.state() == TaskState.FAILED) {
            deeds.add(new ActionButton(null, getTranslation("cancel"), click -> act(() -> prints.cancel(task.id())))
                    .quiet()
                    .small());
        }
        return deeds;
    }

    private void act(Runnable deed) {
        try {
            user.inScope(Permission.PACK, () -> {
                deed.run();
                return true;
            });
        } catch (PrintException e) {
            Toast.failure(Problems.text(e));
        }
        lookAgain();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.print-stations") + " · Packhaus";
    }
}
