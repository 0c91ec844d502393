package org.packhaus.desk.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.JointOrders;
import org.packhaus.order.Mate;
import org.packhaus.order.OrderCursor;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderKey;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.order.Stage;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.shell.Formats;

/** The rows of the order list: read page by page, chosen one by one or all that match. */
class OrderGrid extends Grid<OrderRow> {

    private static final int PAGE = 25;
    /** So many the checkbox above all rows takes; the bar then offers the rest, which is never read into the browser. */
    private static final int HEAD_CHECKBOX_TAKES = 200;

    /** How many other orders leave with one, and how many more could. */
    record Company(int with, int could) {}

    private static final int NARROW = 1100;
    private static final int PHONE = 600;

    private final OrderService orders;
    private final JointOrders joint;
    private final CurrentUser user;
    private final Supplier<OrderFilter> filter;
    private final Runnable selected;
    private final KeysetPages<OrderRow, OrderCursor> pages;
    private final CallbackDataProvider<OrderRow, Void> rows;
    private final OrderColumns columns;
    private final Set<OrderRow> chosen = new LinkedHashSet<>();
    private ListTaste taste = new ListTaste(ListTaste.USUAL, false);
    private int width;
    private Set<String> standing = Set.of();
    private int count;
    /** Of the pages read: what could leave in one parcel, and what does. */
    private final Map<OrderId, Company> company = new HashMap<>();

    private boolean allChosen;
    private @Nullable OrderRow lastChosen;

    /** @param selected told when something else is chosen */
    OrderGrid(
            OrderService orders,
            JointOrders joint,
            CurrentUser user,
            Formats formats,
            SellerNames sellers,
            Supplier<OrderFilter> filter,
            Runnable selected) {
        this.orders = orders;
        this.joint = joint;
        this.user = user;
        this.filter = filter;
        this.selected = selected;
        this.pages = new KeysetPages<>(this::page, this::ends, PAGE);
        this.rows = DataProvider.fromCallbacks(this::fetch, query -> count);
        addClassName("orders-grid");
        setPageSize(PAGE);
        setSizeFull();
        getElement().setAttribute("aria-label", getTranslation("orders.title"));
        setDetailsVisibleOnClick(false);
        setItemDetailsRenderer(ProblemLine.renderer(formats, user.chosenWith(Permission.MANAGE_SELLERS)));
        setPartNameGenerator(row -> (row.problem() != null ? "problem" : "") + (allChosen ? " chosen" : ""));
        var selection = (GridMultiSelectionModel<OrderRow>) setSelectionMode(SelectionMode.MULTI);
        selection.setSelectionColumnFrozen(false);
        selection.setSelectAllCheckboxVisibility(GridMultiSelectionModel.SelectAllCheckboxVisibility.VISIBLE);
        addSelectionListener(change -> {
            allChosen = false;
            chosen.clear();
            chosen.addAll(change.getAllSelectedItems());
            selected.run();
        });
        columns = new OrderColumns(this, formats, sellers, company::get);
    }

    private Stream<OrderRow> fetch(Query<OrderRow, Void> query) {
        int limit = query.getLimit() > HEAD_CHECKBOX_TAKES ? HEAD_CHECKBOX_TAKES : query.getLimit();
        return pages.rows(query.getOffset(), limit).stream().peek(this::unfold);
    }

    private KeysetPages.Page<OrderRow, OrderCursor> page(@Nullable OrderCursor after, int limit) {
        var page = user.inScope(() -> orders.page(filter.get(), after, limit));
        List<OrderId> open = page.rows().stream()
                .filter(row -> row.stage() == Stage.TO_SHIP)
                .map(OrderRow::id)
                .toList();
        user.inScope(() -> joint.mates(open)).forEach(this::company);
        return new KeysetPages.Page<>(page.rows(), page.next());
    }

    private void company(List<Mate> mates) {
        for (Mate mate : mates) {
            OrderId lead = lead(mate);
            int with = (int)
                    mates.stream().filter(other -> lead(other).equals(lead)).count();
            company.put(mate.order(), new Company(with - 1, mates.size() - with));
        }
    }

    private static OrderId lead(Mate mate) {
        return mate.sentWith() == null ? mate.order() : mate.sentWith();
    }

    private List<OrderCursor> ends(@Nullable OrderCursor after, int wanted, int size) {
        var keys = user.inScope(() -> orders.keys(filter.get(), after, wanted * size));
        List<OrderCursor> ends = new ArrayList<>();
        for (int last = size - 1; last < keys.size(); last += size) {
            OrderKey end = keys.get(last);
            ends.add(end.cursor());
        }
        return ends;
    }

    /** A problem is not behind a click: its line stands open under the row. */
    private void unfold(OrderRow row) {
        if (row.problem() != null && !isDetailsVisible(row)) {
            getUI().ifPresent(ui -> ui.beforeClientResponse(this, context -> setDetailsVisible(row, true)));
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        setDataProvider(rows);
    }

    void read(int matching) {
        count = matching;
        company.clear();
        pages.forget();
        rows.refreshAll();
    }

    void suit(ListTaste wanted) {
        taste = wanted;
        fit(width);
    }

    ListTaste taste() {
        return taste;
    }

    /** A narrow window has fewer columns, a phone one card a row; by the browser's width, because the grid measures cells itself. */
    void fit(int windowWidth) {
        width = windowWidth;
        boolean phone = width > 0 && width < PHONE;
        boolean narrow = width > 0 && width < NARROW;
        var wanted = OrderColumns.KEYS.stream()
                .filter(key -> isWanted(key, phone, narrow))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (wanted.equals(standing)) {
            return;
        }
        standing = wanted;
        columns.show(wanted);
        if (isAttached()) {
            rows.refreshAll();
        }
    }

    private boolean isWanted(String key, boolean phone, boolean narrow) {
        return switch (key) {
            case "card" -> phone;
            case "amount", "carrier", "ordered", "weight", "channel", "tags" -> !narrow && taste.shows(part(key));
            default -> !phone && taste.shows(part(key));
        };
    }

    private static ListTaste.Part part(String key) {
        return ListTaste.Part.valueOf(key.toUpperCase(java.util.Locale.ROOT));
    }

    Set<OrderRow> chosen() {
        return chosen;
    }

    boolean isAllChosen() {
        return allChosen;
    }

    void chooseAll() {
        deselectAll();
        allChosen = true;
        rows.refreshAll();
        selected.run();
    }

    void dropSelection() {
        boolean all = allChosen;
        allChosen = false;
        lastChosen = null;
        deselectAll();
        if (all) {
            rows.refreshAll();
            selected.run();
        }
    }

    @Nullable
    OrderRow row(String key) {
        return getDataCommunicator().getKeyMapper().get(key);
    }

    void toggle(@Nullable OrderRow row) {
        if (row == null) {
            return;
        }
        if (getSelectedItems().contains(row)) {
            deselect(row);
        } else {
            select(row);
            lastChosen = row;
        }
    }

    /** From the last chosen one to this, as the list stands. */
    void selectUpTo(@Nullable OrderRow row) {
        if (row == null || lastChosen == null) {
            toggle(row);
            return;
        }
        List<OrderRow> range = new ArrayList<>();
        for (var other : pages.rows(0, count)) {
            boolean end = other.id().equals(row.id()) || other.id().equals(lastChosen.id());
            if (end || !range.isEmpty()) {
                range.add(other);
            }
            if (end && (range.size() > 1 || row.id().equals(lastChosen.id()))) {
                break;
            }
        }
        asMultiSelect().select(range);
    }
}
