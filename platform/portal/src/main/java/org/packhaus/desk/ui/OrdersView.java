package org.packhaus.desk.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.desk.Chosen;
import org.packhaus.desk.SavedViews;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderCounts;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.order.OrderTab;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.UserSettings;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Formats;
import org.packhaus.shell.HasKeys;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Toast;

/** What must leave first is first: the list of orders with everything that can be done to many at once. */
@Route(value = "orders", layout = MainLayout.class)
@PermitAll
class OrdersView extends Div implements BeforeEnterObserver, HasDynamicTitle, HasKeys, SelectionDock.Hearer {

    private static final List<String> KEYS = List.of("/", "j k", "x", "Shift x", "Enter", "l", "p", "c", "h");

    private final OrderService orders;
    private final CurrentUser user;
    private final OrderDeeds deeds;
    private final Formats formats = Formats.current();
    private final Paragraph state = new Paragraph();
    private final StageTabs tabs = new StageTabs();
    private final FilterBar filters;
    private final SelectionDock dock;
    private final OrderGrid grid;
    private final Div nothing = new Div();
    private final ViewMenu views;
    private final ListMenu menu;
    private OrderState shown = OrderState.START;
    private OrderCounts counts = OrderCounts.NONE;
    private @Nullable Registration resizing;

    OrdersView(
            OrderService orders,
            JointOrders joint,
            SellerService sellers,
            CurrentUser user,
            UserSettings settings,
            SavedViews views,
            FilterChoices choices,
            OrderDeeds deeds,
            Live live) {
        this.orders = orders;
        this.user = user;
        this.deeds = deeds;
        this.dock = new SelectionDock(this, user::may);
        var names = SellerNames.read(user, sellers);
        var taste = ListTaste.read(settings);
        this.filters = new FilterBar(this::change, new FilterWords(formats, names), choices);
        this.grid = new OrderGrid(orders, joint, user, formats, names, this::filter, this::selected);
        this.views = new ViewMenu(views, view -> change(now -> view.withSearch("")));
        this.menu = new ListMenu(
                taste,
                wanted -> {
                    wanted.keep(settings);
                    suit(wanted);
                },
                format -> shown.export(format, grid.taste(), formats));
        addClassName("orders");
        nothing.addClassName("nothing");
        grid.setEmptyStateComponent(nothing);
        ListKeys.listen(grid, this::pressed);
        var list = new Div(grid);
        list.addClassName("list");
        add(head(), tabs, filters, list, dock);
        suit(taste);
        live.orders(grid, user.chosen(), this::refresh);
    }

    private Header head() {
        state.addClassName("sub");
        state.getElement().setAttribute("aria-live", "polite");
        var words = new Div(new H1(getTranslation("orders.title")), state);
        words.addClassName("grow");
        var head = new Header(words, views, menu);
        head.addClassName("head");
        return head;
    }

    private void suit(ListTaste taste) {
        grid.suit(taste);
        setClassName("comfortable", taste.comfortable());
    }

    private OrderFilter filter() {
        return shown.filter(user.chosen(), formats);
    }

    /** Also after "back" and "forward": the address says it all. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = OrderState.of(event.getLocation().getQueryParameters());
        if (!wanted.equals(shown)) {
            dropSelection();
        }
        shown = wanted;
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var page = attached.getUI().getPage();
        grid.fit(page.getExtendedClientDetails().getWindowInnerWidth());
        resizing = page.addBrowserWindowResizeListener(resized -> grid.fit(resized.getWidth()));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (resizing != null) {
            resizing.remove();
            resizing = null;
        }
        super.onDetach(detached);
    }

    private void change(UnaryOperator<OrderState> change) {
        shown = change.apply(shown);
        UI.getCurrent().getPage().getHistory().pushState(null, new Location("orders", shown.parameters()));
        dropSelection();
        refresh();
    }

    /** Reads counts and rows again; the selection stays. */
    void refresh() {
        counts = user.inScope(() -> orders.counts(filter()));
        tabs.show(shown, counts, formats);
        filters.show(shown);
        views.show(shown);
        state.setText(getTranslation("orders.state", counts.of(OrderTab.TO_SHIP), counts.of(OrderTab.PROBLEM)));
        sayNothing();
        grid.read(counts.of(shown.tab()));
    }

    private void sayNothing() {
        nothing.removeAll();
        boolean elsewhere = counts.of(OrderTab.ALL) > 0 && shown.tab() != OrderTab.ALL;
        var head = new Span(getTranslation(
                shown.isNarrowed() ? "orders.none.filter" : elsewhere ? "orders.none.stage" : "orders.none"));
        head.addClassName("m");
        nothing.add(head);
        if (shown.isNarrowed() && elsewhere) {
            nothing.add(new ActionButton(
                    null,
                    getTranslation("orders.none.all", formats.count(counts.of(OrderTab.ALL))),
                    click -> change(now -> now.withTab(OrderTab.ALL))));
        }
        if (shown.isNarrowed()) {
            nothing.add(new ActionButton(
                            null,
                            getTranslation("filter.none"),
                            click -> change(now -> OrderState.START.withTab(now.tab())))
                    .quiet());
        }
    }

    private void selected() {
        int matching = counts.of(shown.tab());
        var chosen = grid.chosen();
        if (grid.isAllChosen()) {
            dock.showAll(formats.count(matching));
        } else {
            dock.show(
                    chosen.size(),
                    chosen.stream().mapToInt(row -> Math.max(1, row.parcels())).sum(),
                    (int) chosen.stream().filter(row -> row.problem() != null).count(),
                    matching,
                    formats.count(matching));
        }
        setClassName("choosing", grid.isAllChosen() || !chosen.isEmpty());
    }

    @Override
    public void chooseAll() {
        if (counts.isCapped(shown.tab())) {
            Toast.done(getTranslation("dock.all.too-many", formats.number(Chosen.MOST)));
            return;
        }
        grid.chooseAll();
    }

    @Override
    public void dropSelection() {
        grid.dropSelection();
    }

    private void pressed(String key, String rowKey) {
        var row = rowKey.isEmpty() ? null : grid.row(rowKey);
        switch (key) {
            case "/" -> filters.focusSearch();
            case "x" -> grid.toggle(row);
            case "X" -> grid.selectUpTo(row);
            case "l" -> onChosenOr(row, SelectionDock.Wish.BOOK);
            case "p" -> onChosenOr(row, SelectionDock.Wish.PRINT);
            case "c" -> onChosenOr(row, SelectionDock.Wish.CONFIRM);
            case "h" -> onChosenOr(row, SelectionDock.Wish.HOLD);
            default -> {
                // the browser sends no other
            }
        }
    }

    private void onChosenOr(@Nullable OrderRow row, SelectionDock.Wish wish) {
        if (!grid.isAllChosen() && grid.chosen().isEmpty() && row != null) {
            grid.toggle(row);
        }
        wanted(wish);
    }

    @Override
    public void wanted(SelectionDock.Wish wish) {
        if (!user.may(wish.needed())) {
            // A key that has no button for this person.
            return;
        }
        if (grid.isAllChosen()) {
            int matching = counts.of(shown.tab());
            deeds.wanted(wish, new Chosen.Matching(filter()), getTranslation("deed.orders", matching));
            return;
        }
        var chosen = grid.chosen();
        if (chosen.isEmpty()) {
            Toast.done(getTranslation("orders.choose-first"));
            return;
        }
        // The same key holds and lets go.
        boolean held = wish == SelectionDock.Wish.HOLD && chosen.stream().allMatch(OrderRow::onHold);
        deeds.wanted(
                held ? SelectionDock.Wish.RELEASE : wish,
                new Chosen.These(chosen.stream().map(OrderRow::id).collect(Collectors.toSet())),
                getTranslation("deed.orders", chosen.size()));
    }

    @Override
    public List<Key> keys() {
        return KEYS.stream()
                .map(caps -> new Key(caps, "keys." + caps.replace(" ", "-").replace("/", "slash")))
                .toList();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("orders.title") + " · Packhaus";
    }
}
