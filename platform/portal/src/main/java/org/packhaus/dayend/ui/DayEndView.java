package org.packhaus.dayend.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.dayend.ClosingRow;
import org.packhaus.dayend.DayEndException;
import org.packhaus.dayend.DayEndRow;
import org.packhaus.dayend.DayEndService;
import org.packhaus.print.PrintException;
import org.packhaus.print.PrintStations;
import org.packhaus.print.StationRow;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.Mark;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Toast;

/** Every carrier's day as a card, and the closings of the days before with their papers. */
@Route(value = "day-end", layout = MainLayout.class)
@PermitAll
class DayEndView extends Div implements HasDynamicTitle {
    private static final int NEWEST = 60;
    private static final int LOOK_MILLIS = 2_000;

    private final DayEndService days;
    private final CurrentUser user;
    private final DayWords words = new DayWords(Formats.current());
    private final Map<SellerId, SellerRow> sellers;
    private final List<StationRow> stations;
    private final Paragraph sub = new Paragraph();
    private final Header head = new Header();
    private final Div cards = new Div();
    private final Grid<ClosingRow> past = new Grid<>();
    private List<DayEndRow> shown = List.of();
    private @Nullable Registration looking;

    DayEndView(DayEndService days, SellerService sellers, PrintStations stations, CurrentUser user) {
        this.stations = stations.stations().stream()
                .filter(station -> station.slipPrinter() != null)
                .toList();
        this.days = days;
        this.user = user;
        this.sellers = user.inScope(sellers::list).stream().collect(Collectors.toMap(SellerRow::id, seller -> seller));
        addClassName("day-end");
        sub.addClassName("sub");
        head.addClassName("head");
        cards.addClassName("days");
        columns();
        var below = new Div(new H2(getTranslation("day-end.past")), past);
        below.addClassName("past");
        var scroll = new Div(cards, below);
        scroll.addClassName("scroll");
        add(head, scroll);
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

    private void lookAgain() {
        var now = user.inScope(days::days);
        if (!now.equals(shown)) {
            show(now);
        }
    }

    private void refresh() {
        show(user.inScope(days::days));
    }

    private void show(List<DayEndRow> now) {
        shown = now;
        var state = words.all(now);
        sub.setText(state.words());
        sub.setClassName("late", state.tone() == Badge.Tone.LATE);
        var names = new Div(new H1(getTranslation("nav.day-end")), sub);
        names.addClassName("grow");
        head.removeAll();
        head.add(names);
        var mine = now.stream()
                .filter(day -> day.open() > 0 && DayWords.canClose(day) && may(day.seller()))
                .toList();
        if (!mine.isEmpty()) {
            int parcels = mine.stream().mapToInt(DayEndRow::open).sum();
            head.add(new ActionButton(
                            Icon.TRUCK,
                            getTranslation("day-end.close-all", words.formats().number(parcels)),
                            click -> close(mine))
                    .fill());
        }
        cards.removeAll();
        now.forEach(day -> cards.add(new DayCard(
                day,
                seller(day.seller()),
                words,
                may(day.seller()),
                () -> close(List.of(day)),
                () -> plan(day),
                this::papers)));
        if (now.isEmpty()) {
            cards.add(new Paragraph(getTranslation("day-end.no-carrier")));
        }
        past.setItems(user.inScope(() -> days.past(Long.MAX_VALUE, NEWEST)));
    }

    private boolean may(SellerId seller) {
        return user.may(Permission.SHIP, seller);
    }

    private SellerRow seller(SellerId id) {
        return sellers.getOrDefault(id, new SellerRow(id, "?", new Mark("?", Mark.TONES)));
    }

    private void close(List<DayEndRow> some) {
        for (DayEndRow day : some) {
            try {
                user.inScopeOf(day.seller(), Permission.SHIP, () -> {
                    days.close(day.connection());
                    return true;
                });
            } catch (DayEndException e) {
                Toast.failure(Problems.text(e));
            }
        }
        refresh();
    }

    private void plan(DayEndRow day) {
        new PlanDialog(day, words.zone(day), (automatic, at) -> {
                    user.inScopeOf(day.seller(), Permission.SHIP, () -> {
                        days.plan(day.connection(), automatic, at);
                        return true;
                    });
                    Toast.done(getTranslation("day-end.plan.saved"));
                    refresh();
                })
                .open();
    }

    private void columns() {
        past.setSelectionMode(Grid.SelectionMode.NONE);
        past.setAllRowsVisible(true);
        past.getElement().setAttribute("aria-label", getTranslation("day-end.past"));
        past.setEmptyStateText(getTranslation("day-end.past.none"));
        past.addColumn(closing -> words.formats().when(closing.since()))
                .setHeader(getTranslation("day-end.col.when"))
                .setWidth("150px")
                .setFlexGrow(0);
        past.addColumn(closing -> seller(closing.seller()).name())
                .setHeader(getTranslation("day-end.col.seller"))
                .setFlexGrow(2);
        past.addColumn(ClosingRow::carrier)
                .setHeader(getTranslation("day-end.col.carrier"))
                .setFlexGrow(1);
        past.addColumn(closing -> words.formats().number(closing.parcels()))
                .setHeader(getTranslation("day-end.col.parcels"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("100px")
                .setFlexGrow(0);
        past.addColumn(closing -> words.weight(closing.grams()))
                .setHeader(getTranslation("day-end.col.weight"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("120px")
                .setFlexGrow(0);
        past.addColumn(words::by).setHeader(getTranslation("day-end.col.by")).setFlexGrow(1);
        past.addComponentColumn(this::papers)
                .setHeader(getTranslation("day-end.col.papers"))
                .setFlexGrow(1);
    }

    private Div papers(ClosingRow closing) {
        var papers = new Div();
        papers.addClassNames("row", "papers");
        closing.papers().forEach(paper -> {
            papers.add(link(paper));
            if (!stations.isEmpty() && user.may(Permission.PACK, closing.seller())) {
                papers.add(ActionButton.icon(
                                Icon.PRINT,
                                getTranslation("day-end.print.of", words.paper(paper)),
                                click -> print(closing, paper))
                        .bare()
                        .small());
            }
        });
        if (closing.papers().isEmpty()) {
            papers.add(new Span("–"));
        }
        return papers;
    }

    /** Opens a paper in a tab of its own, to be looked at or printed there. */
    private Anchor link(ClosingRow.Paper paper) {
        var link = new Anchor("documents/day-end/" + paper.id(), words.paper(paper));
        link.addClassName("link");
        link.setTarget("_blank");
        link.getElement().setAttribute("router-ignore", true);
        return link;
    }

    private void print(ClosingRow closing, ClosingRow.Paper paper) {
        new PaperDialog(words.paper(paper), stations, station -> print(closing, paper, station)).open();
    }

    private void print(ClosingRow closing, ClosingRow.Paper paper, StationRow station) {
        try {
            user.inScopeOf(closing.seller(), Permission.PACK, () -> {
                days.print(paper.id(), station.id());
                return true;
            });
            Toast.done(getTranslation("print.queued", 1));
        } catch (DayEndException | PrintException e) {
            Toast.failure(Problems.text(e));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.day-end") + " · Packhaus";
    }
}
