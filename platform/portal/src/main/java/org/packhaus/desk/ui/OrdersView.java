package org.packhaus.desk.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.job.BatchId;
import org.packhaus.order.OrderCounts;
import org.packhaus.order.OrderCursor;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.order.OrderTab;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Toast;
import org.packhaus.shipment.ShipmentService;

/** What must leave first is first: the list of orders with everything that can be done to many at once. */
@Route(value = "orders", layout = MainLayout.class)
@PermitAll
class OrdersView extends Div implements BeforeEnterObserver, HasDynamicTitle, SelectionDock.Hearer {

    private static final int PAGE = 50;
    private static final int NARROW = 1100;
    private static final int PHONE = 600;

    private final OrderService orders;
    private final ShipmentService shipments;
    private final SellerService sellers;
    private final CurrentUser user;
    private final PrintDesk printing;
    private final Formats formats = Formats.current();
    private final Paragraph state = new Paragraph();
    private final StageTabs tabs = new StageTabs();
    private final FilterBar filters = new FilterBar(this::change);
    private final SelectionDock dock = new SelectionDock(this);
    private final Grid<OrderRow> grid = new Grid<>();
    private final Div nothing = new Div();
    private final KeysetPages<OrderRow, OrderCursor> pages;
    private final CallbackDataProvider<OrderRow, Void> rows;
    private final Set<OrderRow> chosen = new LinkedHashSet<>();
    private OrderState shown = OrderState.START;
    private OrderCounts counts = new OrderCounts(Map.of());
    private @Nullable OrderRow lastChosen;
    private @Nullable Registration resizing;

    OrdersView(
            OrderService orders,
            ShipmentService shipments,
            SellerService sellers,
            CurrentUser user,
            Live live,
            PrintDesk printing) {
        this.orders = orders;
        this.shipments = shipments;
        this.sellers = sellers;
        this.user = user;
        this.printing = printing;
        this.pages = new KeysetPages<>(this::read, PAGE);
        this.rows = DataProvider.fromCallbacks(
                query ->
                        pages.rows(query.getOffset(), query.getLimit()).stream().peek(this::unfold),
                query -> counts.of(shown.tab()));
        addClassName("orders");
        add(head(), tabs, filters, list(), dock);
        live.orders(grid, user.chosen(), this::refresh);
    }

    private Header head() {
        state.addClassName("sub");
        state.getElement().setAttribute("aria-live", "polite");
        var words = new Div(new H1(getTranslation("orders.title")), state);
        words.addClassName("grow");
        var help = ActionButton.icon(Icon.HELP, getTranslation("keys.title"), click -> new KeyHelp().open())
                .quiet();
        var head = new Header(words, help);
        head.addClassName("head");
        return head;
    }

    private Div list() {
        grid.addClassName("orders-grid");
        grid.setPageSize(PAGE);
        grid.setSizeFull();
        grid.getElement().setAttribute("aria-label", getTranslation("orders.title"));
        grid.setDetailsVisibleOnClick(false);
        grid.setItemDetailsRenderer(ProblemLine.renderer(formats));
        grid.setPartNameGenerator(row -> row.problem() != null ? "problem" : null);
        var selection = (GridMultiSelectionModel<OrderRow>) grid.setSelectionMode(Grid.SelectionMode.MULTI);
        selection.setSelectionColumnFrozen(false);
        selection.setSelectAllCheckboxVisibility(GridMultiSelectionModel.SelectAllCheckboxVisibility.VISIBLE);
        grid.addSelectionListener(change -> select(change.getAllSelectedItems()));
        new OrderColumns(grid, formats, SellerNames.read(user, sellers)).add();
        ListKeys.listen(grid, this::pressed);
        nothing.addClassName("nothing");
        grid.setEmptyStateComponent(nothing);
        var list = new Div(grid);
        list.addClassName("list");
        return list;
    }

    private KeysetPages.Page<OrderRow, OrderCursor> read(@Nullable OrderCursor after, int limit) {
        var page = user.inScope(() -> orders.page(shown.filter(user.chosen(), formats), after, limit));
        return new KeysetPages.Page<>(page.rows(), page.next());
    }

    /** A problem is not behind a click: its line stands open under the row. */
    private void unfold(OrderRow row) {
        if (row.problem() != null && !grid.isDetailsVisible(row)) {
            grid.getUI().ifPresent(ui -> ui.beforeClientResponse(grid, context -> grid.setDetailsVisible(row, true)));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = OrderState.of(event.getLocation().getQueryParameters());
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        grid.setDataProvider(rows);
        var page = attached.getUI().getPage();
        fit(page.getExtendedClientDetails().getWindowInnerWidth());
        resizing = page.addBrowserWindowResizeListener(resized -> fit(resized.getWidth()));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (resizing != null) {
            resizing.remove();
            resizing = null;
        }
        super.onDetach(detached);
    }

    /** A narrow window shows fewer columns, a phone one card a row; by the browser's width, because the grid measures cells itself. */
    private void fit(int width) {
        boolean phone = width > 0 && width < PHONE;
        for (var column : grid.getColumns()) {
            var key = column.getKey() == null ? "" : column.getKey();
            column.setVisible(
                    switch (key) {
                        case "card" -> phone;
                        case "amount", "carrier" -> width <= 0 || width >= NARROW;
                        default -> !phone;
                    });
        }
    }

    private void change(UnaryOperator<OrderState> change) {
        shown = change.apply(shown);
        UI.getCurrent().getPage().getHistory().pushState(null, new Location("orders", shown.parameters()));
        dropSelection();
        refresh();
    }

    /** Reads counts and rows again; the selection stays. */
    void refresh() {
        counts = user.inScope(() -> orders.counts(shown.filter(user.chosen(), formats)));
        tabs.show(shown, counts, formats);
        filters.show(shown);
        state.setText(getTranslation("orders.state", counts.of(OrderTab.TO_SHIP), counts.of(OrderTab.PROBLEM)));
        sayNothing();
        pages.forget();
        rows.refreshAll();
    }

    private void sayNothing() {
        nothing.removeAll();
        var head = new Span(getTranslation(shown.narrowed() ? "orders.none.filter" : "orders.none"));
        head.addClassName("m");
        nothing.add(head);
        if (shown.narrowed()) {
            nothing.add(new ActionButton(
                    null, getTranslation("filter.none"), click -> change(now -> OrderState.START.withTab(now.tab()))));
        }
    }

    private void select(Set<OrderRow> selected) {
        chosen.clear();
        chosen.addAll(selected);
        dock.show(
                chosen.size(),
                chosen.stream().mapToInt(row -> Math.max(1, row.parcels())).sum(),
                (int) chosen.stream().filter(row -> row.problem() != null).count());
        setClassName("choosing", !chosen.isEmpty());
    }

    @Override
    public void dropSelection() {
        grid.deselectAll();
        lastChosen = null;
    }

    private void pressed(String key, String rowKey) {
        var row = rowKey.isEmpty()
                ? null
                : grid.getDataCommunicator().getKeyMapper().get(rowKey);
        switch (key) {
            case "/" -> filters.focusSearch();
            case "?" -> new KeyHelp().open();
            case "x" -> toggle(row);
            case "X" -> selectUpTo(row);
            case "l" -> onChosenOr(row, SelectionDock.Deed.BOOK);
            case "p" -> onChosenOr(row, SelectionDock.Deed.PRINT);
            case "c" -> onChosenOr(row, SelectionDock.Deed.CONFIRM);
            case "h" -> onChosenOr(row, SelectionDock.Deed.HOLD);
            default -> {
                // the browser sends no other
            }
        }
    }

    private void toggle(@Nullable OrderRow row) {
        if (row == null) {
            return;
        }
        if (grid.getSelectedItems().contains(row)) {
            grid.deselect(row);
        } else {
            grid.select(row);
            lastChosen = row;
        }
    }

    /** From the last chosen one to this, as the list stands. */
    private void selectUpTo(@Nullable OrderRow row) {
        if (row == null || lastChosen == null) {
            toggle(row);
            return;
        }
        boolean between = false;
        for (var other : pages.rows(0, counts.of(shown.tab()))) {
            boolean end = other.id().equals(row.id()) || other.id().equals(lastChosen.id());
            if (between || end) {
                grid.select(other);
            }
            if (end && between || end && row.id().equals(lastChosen.id())) {
                return;
            }
            between = between || end;
        }
    }

    private void onChosenOr(@Nullable OrderRow row, SelectionDock.Deed deed) {
        if (chosen.isEmpty() && row != null) {
            grid.select(row);
        }
        wanted(deed);
    }

    @Override
    public void wanted(SelectionDock.Deed deed) {
        var ids = chosen.stream().map(OrderRow::id).collect(Collectors.toCollection(LinkedHashSet::new));
        if (ids.isEmpty()) {
            Toast.done(getTranslation("orders.choose-first"));
            return;
        }
        switch (deed) {
            case BOOK -> follow(user.inScope(Permission.SHIP, () -> shipments.bookLabels(ids)));
            case CONFIRM -> follow(user.inScope(Permission.CONFIRM, () -> shipments.confirm(ids)));
            case PRINT -> print();
            case HOLD -> hold(ids);
        }
    }

    /** Only what has a label can be printed; the rest is said, not silently left out. */
    private void print() {
        var labelled = chosen.stream()
                .filter(row -> row.labels() > 0)
                .map(OrderRow::id)
                .toList();
        if (labelled.isEmpty()) {
            Toast.done(getTranslation("orders.print.none"));
            return;
        }
        if (labelled.size() < chosen.size()) {
            Toast.done(getTranslation("orders.print.some", labelled.size(), chosen.size() - labelled.size()));
        }
        printing.ask(labelled);
    }

    private static void follow(BatchId batch) {
        UI.getCurrent().navigate("batches/" + batch);
    }

    /** Holds all; when all are held already, lets them go. */
    private void hold(Set<OrderId> ids) {
        boolean hold = chosen.stream().anyMatch(row -> !row.onHold());
        user.inScope(Permission.EDIT_ORDERS, () -> {
            for (var id : ids) {
                if (hold) {
                    orders.hold(id, getTranslation("orders.held.reason"));
                } else {
                    orders.release(id);
                }
            }
            return ids;
        });
        Toast.done(getTranslation(hold ? "orders.held.done" : "orders.released.done", ids.size()));
        dropSelection();
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("orders.title") + " · Packhaus";
    }
}
