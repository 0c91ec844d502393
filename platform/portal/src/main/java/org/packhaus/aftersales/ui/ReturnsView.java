package org.packhaus.aftersales.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.aftersales.AfterSalesException;
import org.packhaus.aftersales.ReceivingBench;
import org.packhaus.aftersales.ReturnDecisions;
import org.packhaus.aftersales.ReturnFilter;
import org.packhaus.aftersales.ReturnId;
import org.packhaus.aftersales.ReturnRow;
import org.packhaus.aftersales.ReturnService;
import org.packhaus.aftersales.ReturnTab;
import org.packhaus.aftersales.SkuRate;
import org.packhaus.sdk.ReturnDecision.Verdict;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.Mark;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Card;
import org.packhaus.shell.Cell;
import org.packhaus.shell.Conversations;
import org.packhaus.shell.Conversations.About;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Problems;
import org.packhaus.shell.SellerTile;
import org.packhaus.shell.Toast;

/** What comes back: what the channel is going to decide itself first. The address says what is shown. */
@Route(value = "returns", layout = MainLayout.class)
@PermitAll
class ReturnsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 50;
    private static final int REFRESH_MILLIS = 8_000;
    private static final Duration RATES_OF = Duration.ofDays(90);
    private static final int MOST_RATES = 12;

    private final ReturnService returns;
    private final ReceivingBench bench;
    private final CurrentUser user;
    private final Conversations conversations;
    private final Formats formats = Formats.current();
    private final ReturnWords words;
    private final ReturnDeeds deeds;
    private final Map<SellerId, SellerRow> sellers;
    private final Paragraph sub = new Paragraph();
    private final Nav tabs = new Nav();
    private final Div notes = new Div();
    private final TextField sku = new TextField();
    private final Select<String> carrier = new Select<>();
    private final Select<String> reason = new Select<>();
    private final Grid<ReturnRow> grid = new Grid<>();
    private final Div dock = new Div();
    private final Section rates = new Section();
    private final ActionButton more;
    private final List<ReturnRow> rows = new ArrayList<>();
    private ReturnFilter filter = ReturnFilter.of(ReturnTab.TO_DECIDE);
    private ReturnService.@Nullable Cursor next;
    private @Nullable Registration polling;

    ReturnsView(
            ReturnService returns,
            ReturnDecisions decisions,
            ReceivingBench bench,
            SellerService sellers,
            CurrentUser user,
            Conversations conversations) {
        this.returns = returns;
        this.conversations = conversations;
        this.bench = bench;
        this.user = user;
        this.words = new ReturnWords(formats, decisions);
        this.deeds = new ReturnDeeds(decisions, user, words);
        this.sellers =
                user.inFullScope(sellers::list).stream().collect(Collectors.toMap(SellerRow::id, seller -> seller));
        this.more = new ActionButton(Icon.DOWN, getTranslation("tracking.more"), click -> readMore()).quiet();
        addClassNames("returns", "tracking");
        tabs.addClassName("tabs");
        tabs.setAriaLabel(getTranslation("returns.tabs"));
        columns();
        dock.addClassName("return-dock");
        dock.setVisible(false);
        var end = new Div(more);
        end.addClassName("more");
        var scroll = new Div(notes, filters(), grid, end, rates);
        scroll.addClassName("scroll");
        add(head(), tabs, scroll, dock);
    }

    private Header head() {
        sub.addClassName("sub");
        sub.getElement().setAttribute("aria-live", "polite");
        var names = new Div(new H1(getTranslation("nav.returns")), sub);
        names.addClassName("grow");
        var head = new Header(names);
        head.addClassName("head");
        if (user.may(Permission.AFTER_SALES)) {
            head.add(new ActionButton(Icon.AGAIN, getTranslation("returns.look-now"), click -> lookNow()).quiet());
            var there = new Anchor("returns/bench");
            there.add(Icon.BOX.create(), new Span(getTranslation("bench")));
            there.addClassNames("btn", "fill");
            head.add(there);
        }
        return head;
    }

    private Div filters() {
        sku.setPlaceholder(getTranslation("returns.filter.sku"));
        sku.setAriaLabel(getTranslation("returns.filter.sku"));
        sku.setClearButtonVisible(true);
        sku.addValueChangeListener(change -> narrowed(change.isFromClient()));
        choice(carrier, "returns.filter.carrier", code -> code);
        choice(reason, "returns.filter.reason", words::reason);
        var line = new Div(sku, carrier, reason);
        line.addClassName("return-filters");
        return line;
    }

    private void choice(Select<String> select, String key, UnaryOperator<String> name) {
        select.setAriaLabel(getTranslation(key));
        select.setPlaceholder(getTranslation(key));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation(key));
        select.setItemLabelGenerator(code -> code == null ? getTranslation(key) : name.apply(code));
        select.addValueChangeListener(change -> narrowed(change.isFromClient()));
    }

    private void narrowed(boolean byPerson) {
        if (byPerson) {
            UI.getCurrent().navigate("returns", parameters());
        }
    }

    private QueryParameters parameters() {
        Map<String, List<String>> parameters = new HashMap<>();
        parameters.put("show", List.of(filter.tab().word()));
        put(parameters, "sku", sku.getValue());
        put(parameters, "carrier", carrier.getValue());
        put(parameters, "reason", reason.getValue());
        return new QueryParameters(parameters);
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            parameters.put(name, List.of(value.strip()));
        }
    }

    private void lookNow() {
        user.inScope(Permission.AFTER_SALES, () -> {
            returns.lookNow();
            return true;
        });
        Toast.done(getTranslation("returns.looking"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        carrier.setItems(user.inScope(returns::carriers));
        reason.setItems(user.inScope(returns::reasonsInUse));
        String wantedSku = asked.getSingleParameter("sku").orElse("");
        String wantedCarrier = asked.getSingleParameter("carrier").orElse("");
        String wantedReason = asked.getSingleParameter("reason").orElse("");
        sku.setValue(wantedSku);
        if (!wantedCarrier.isEmpty()) {
            carrier.setValue(wantedCarrier);
        }
        if (!wantedReason.isEmpty()) {
            reason.setValue(wantedReason);
        }
        filter = new ReturnFilter(
                ReturnTab.of(asked.getSingleParameter("show").orElse("")),
                Set.of(),
                wantedReason,
                wantedSku,
                wantedCarrier);
        read();
        asked.getSingleParameter("return")
                .filter(id -> id.matches("\\d{1,18}"))
                .ifPresent(id -> open(new ReturnId(Long.parseLong(id))));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        UI ui = attached.getUI();
        ui.setPollInterval(REFRESH_MILLIS);
        polling = ui.addPollListener(poll -> refresh());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (polling != null) {
            polling.remove();
            polling = null;
        }
        detached.getUI().setPollInterval(-1);
        super.onDetach(detached);
    }

    private void read() {
        grid.deselectAll();
        tabs();
        notes();
        rows.clear();
        next = null;
        readMore();
        rates();
    }

    private void readMore() {
        var page = user.inScope(() -> returns.page(filter, next, PAGE));
        rows.addAll(page.rows());
        next = page.next();
        more.setVisible(next != null);
        grid.setItems(List.copyOf(rows));
    }

    /** What is on the screen stays where it is; a row whose decision came through says so. */
    private void refresh() {
        Map<ReturnId, ReturnRow> now =
                user.inScope(() -> returns.rows(rows.stream().map(ReturnRow::id).toList())).stream()
                        .collect(Collectors.toMap(ReturnRow::id, row -> row));
        boolean moved = false;
        for (int at = 0; at < rows.size(); at++) {
            ReturnRow fresh = now.get(rows.get(at).id());
            if (fresh != null && !fresh.equals(rows.get(at))) {
                rows.set(at, fresh);
                moved = true;
            }
        }
        if (moved) {
            Set<ReturnId> chosen =
                    grid.getSelectedItems().stream().map(ReturnRow::id).collect(Collectors.toSet());
            grid.setItems(List.copyOf(rows));
            rows.stream().filter(row -> chosen.contains(row.id())).forEach(grid::select);
        }
        var counts = tabs();
        if (rows.isEmpty() && counts.getOrDefault(filter.tab(), 0) > 0) {
            read();
        }
    }

    private Map<ReturnTab, Integer> tabs() {
        var counts = user.inScope(() -> returns.counts(filter));
        sub.setText(getTranslation(
                "returns.sub",
                formats.count(counts.getOrDefault(ReturnTab.TO_DECIDE, 0)),
                formats.count(counts.getOrDefault(ReturnTab.DUE_SOON, 0))));
        tabs.removeAll();
        for (var one : ReturnTab.values()) {
            int counted = counts.getOrDefault(one, 0);
            var number = new Span(formats.count(counted));
            number.addClassName("n");
            var link = new Anchor("returns?show=" + one.word());
            link.add(new Span(getTranslation("returns.tab." + one.word())), number);
            link.setClassName("bad", counted > 0 && one == ReturnTab.DUE_SOON);
            if (one == filter.tab()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(link);
        }
        return counts;
    }

    /** A channel that does not answer makes everything below older than it looks. */
    private void notes() {
        notes.removeAll();
        user.inScope(returns::failing).forEach(lane -> {
            var says = new Div(new Span(getTranslation(
                    "returns.failing",
                    seller(lane.seller()).name(),
                    lane.failingSince() == null ? "" : formats.when(lane.failingSince()))));
            says.addClassName("grow");
            says.add(new Div(Problems.text(lane.code(), lane.text())));
            var note = new Div(Icon.INFO.create(), says);
            note.addClassNames("note", "warn");
            note.getElement().setAttribute("role", "note");
            notes.add(note);
        });
    }

    private void columns() {
        grid.setSelectionMode(user.may(Permission.AFTER_SALES) ? Grid.SelectionMode.MULTI : Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", getTranslation("nav.returns"));
        grid.setEmptyStateText(getTranslation("returns.nothing"));
        grid.addComponentColumn(this::piece)
                .setHeader(getTranslation("returns.col.piece"))
                .setWidth("200px")
                .setFlexGrow(3);
        grid.addComponentColumn(this::order)
                .setHeader(getTranslation("returns.col.order"))
                .setWidth("130px")
                .setFlexGrow(1);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("returns.col.state"))
                .setWidth("160px")
                .setFlexGrow(1);
        grid.addComponentColumn(this::clock)
                .setHeader(getTranslation("returns.col.clock"))
                .setWidth("120px")
                .setFlexGrow(1);
        grid.addComponentColumn(this::found)
                .setHeader(getTranslation("returns.col.found"))
                .setWidth("170px")
                .setFlexGrow(2);
        grid.addSelectionListener(selected -> dock(List.copyOf(selected.getAllSelectedItems())));
    }

    private void dock(List<ReturnRow> chosen) {
        dock.removeAll();
        dock.setVisible(!chosen.isEmpty());
        if (chosen.isEmpty()) {
            return;
        }
        var count = new Span(getTranslation("returns.chosen", chosen.size()));
        count.addClassNames("grow", "m");
        count.getElement().setAttribute("aria-live", "polite");
        dock.add(
                count,
                new ActionButton(
                                Icon.X,
                                getTranslation("return.reject"),
                                click -> deeds.ask(chosen, Verdict.REJECT, null, this::read))
                        .quiet(),
                new ActionButton(
                                Icon.TICK,
                                getTranslation("return.accept"),
                                click -> deeds.ask(chosen, Verdict.ACCEPT, null, this::read))
                        .fill());
    }

    private Div piece(ReturnRow row) {
        var open = new ActionButton(
                        null, row.title().isEmpty() ? row.channelItemId() : row.title(), click -> open(row.id()))
                .bare();
        open.addClassName("return-open");
        return Cell.two(open, Cell.below(row.sku() + (row.price() == null ? "" : " · " + words.price(row))));
    }

    private void open(ReturnId id) {
        try {
            new ReturnDialog(
                            user.inScope(() -> returns.details(id)),
                            bench,
                            conversations.about(About.RETURN, id.value()),
                            user,
                            words)
                    .open();
        } catch (AfterSalesException gone) {
            Toast.failure(Problems.text(gone));
        }
    }

    private SellerRow seller(SellerId id) {
        return sellers.getOrDefault(id, new SellerRow(id, "?", new Mark("?", Mark.TONES)));
    }

    private Div order(ReturnRow row) {
        var seller = seller(row.seller());
        var tile = new SellerTile(seller.mark(), seller.name());
        var top = row.order() == null
                ? new Div(tile, new Span(getTranslation("return.order-unknown")))
                : new Div(tile, new Anchor("orders/" + row.order(), row.orderNumber()));
        top.addClassName("row");
        return Cell.two(top, Cell.below(row.carrierCode()));
    }

    private Div state(ReturnRow row) {
        return Cell.two(words.badge(row), Cell.below(getTranslation("tracking.since", formats.when(row.changedAt()))));
    }

    private Div clock(ReturnRow row) {
        var says = new Span(words.clock(row).isEmpty() ? "–" : words.clock(row));
        says.addClassName(words.isUrgent(row) ? "late" : "two");
        return new Div(says);
    }

    private Div found(ReturnRow row) {
        var top = new Div(new Span(row.condition() == null ? "–" : words.condition(row.condition())));
        var below = Cell.below(words.reason(row.reason()));
        below.addClassName("wrap");
        var cell = Cell.two(top, below);
        if (!row.problemText().isEmpty()) {
            var problem = new Div(new Span(Problems.text(row.problemCode(), row.problemText())));
            problem.addClassNames("xs", "late", "wrap");
            cell.add(problem);
        }
        return cell;
    }

    private void rates() {
        List<SkuRate> most = user.inScope(() -> returns.rates(formats.now().minus(RATES_OF), MOST_RATES));
        rates.setVisible(!most.isEmpty());
        Card.head(rates, getTranslation("returns.rates"));
        rates.addClassName("return-rates");
        var table = new Grid<SkuRate>();
        table.setAllRowsVisible(true);
        table.setSelectionMode(Grid.SelectionMode.NONE);
        table.getElement().setAttribute("aria-label", getTranslation("returns.rates"));
        table.addColumn(SkuRate::sku).setHeader(getTranslation("return.sku")).setFlexGrow(2);
        table.addColumn(rate -> formats.number(rate.pieces())).setHeader(getTranslation("returns.rates.back"));
        table.addColumn(rate ->
                        rate.sent() == 0 ? "–" : Math.min(100, Math.round(100.0 * rate.pieces() / rate.sent())) + " %")
                .setHeader(getTranslation("returns.rates.share"));
        table.addColumn(rate -> formats.number(rate.refused())).setHeader(getTranslation("returns.rates.refused"));
        table.addColumn(rate -> rate.reasons().entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(entry -> words.reason(entry.getKey()) + " (" + formats.number(entry.getValue()) + ")")
                        .collect(Collectors.joining(", ")))
                .setHeader(getTranslation("return.reason"))
                .setFlexGrow(4);
        table.setItems(most);
        rates.add(table);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.returns") + " · Packhaus";
    }
}
