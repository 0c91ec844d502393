package org.packhaus.casework.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.casework.CaseDesk;
import org.packhaus.casework.CaseInbox;
import org.packhaus.casework.CaseRow;
import org.packhaus.casework.CaseTab;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.Mark;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Cell;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.SellerTile;

/** The inbox: who waits longest first. The address says what is shown. */
@Route(value = "cases", layout = MainLayout.class)
@PermitAll
class CasesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 50;

    private final CaseInbox inbox;
    private final CaseDesk desk;
    private final OrderService orders;
    private final CurrentUser user;
    private final LiveCases live;
    private final Formats formats = Formats.current();
    private final CaseWords words = new CaseWords(formats);
    private final Map<SellerId, SellerRow> sellers;
    private final Map<ConnectionId, ConnectionRow> channels;
    private final Paragraph sub = new Paragraph();
    private final Nav tabs = new Nav();
    private final Div notes = new Div();
    private final TextField search = new TextField();
    private final Grid<CaseRow> grid = new Grid<>();
    private final ActionButton more;
    private final List<CaseRow> rows = new ArrayList<>();
    private final Map<OrderId, OrderRow> known = new HashMap<>();
    private CaseTab tab = CaseTab.OPEN;
    private CaseInbox.@Nullable Cursor next;

    CasesView(
            CaseInbox inbox,
            CaseDesk desk,
            OrderService orders,
            ConnectionService connections,
            SellerService sellers,
            CurrentUser user,
            LiveCases live) {
        this.inbox = inbox;
        this.desk = desk;
        this.orders = orders;
        this.user = user;
        this.live = live;
        this.sellers =
                user.inFullScope(sellers::list).stream().collect(Collectors.toMap(SellerRow::id, seller -> seller));
        this.channels = user.inScope(Permission.AFTER_SALES, () -> connections.list()).stream()
                .collect(Collectors.toMap(ConnectionRow::id, channel -> channel));
        this.more = new ActionButton(Icon.DOWN, getTranslation("cases.more"), click -> readMore()).quiet();
        addClassName("cases");
        tabs.addClassName("tabs");
        tabs.setAriaLabel(getTranslation("cases.tabs"));
        columns();
        var end = new Div(more);
        end.addClassName("more");
        var scroll = new Div(notes, grid, end);
        scroll.addClassName("scroll");
        add(head(), tabs, scroll);
    }

    private Header head() {
        sub.addClassName("sub");
        sub.getElement().setAttribute("aria-live", "polite");
        search.setPlaceholder(getTranslation("cases.search"));
        search.setAriaLabel(getTranslation("cases.search"));
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        search.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                UI.getCurrent().navigate("cases", parameters(changed.getValue()));
            }
        });
        var names = new Div(new H1(getTranslation("nav.cases")), sub);
        names.addClassName("grow");
        var head = new Header(names, search);
        if (user.may(Permission.MANAGE_SELLERS)) {
            head.add(new ActionButton(Icon.CLOCK, getTranslation("cases.hours"), click -> hours()).quiet());
        }
        head.addClassName("head");
        return head;
    }

    private void hours() {
        var managed = user.chosenWith(Permission.MANAGE_SELLERS);
        new AnswerHoursDialog(
                        sellers.values().stream()
                                .filter(seller -> managed.contains(seller.id()))
                                .toList(),
                        seller -> user.inScopeOf(seller, Permission.MANAGE_SELLERS, () -> desk.answerHours(seller)),
                        (seller, hours) -> user.inScopeOf(seller, Permission.MANAGE_SELLERS, () -> {
                            desk.answerHours(seller, hours);
                            return true;
                        }))
                .open();
    }

    private QueryParameters parameters(String wanted) {
        return wanted.isBlank()
                ? QueryParameters.of("show", tab.word())
                : new QueryParameters(Map.of("show", List.of(tab.word()), "q", List.of(wanted.strip())));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        tab = CaseTab.of(asked.getSingleParameter("show").orElse(""));
        search.setValue(asked.getSingleParameter("q").orElse(""));
        read();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        live.watch(this, attached.getUI(), user.chosenWith(Permission.AFTER_SALES), this::readAgain);
    }

    /** As many rows as are shown, so that nothing jumps away under the reader. */
    private void readAgain() {
        if (rows.size() <= PAGE) {
            read();
        }
    }

    private void read() {
        var counts = user.inScope(
                Permission.AFTER_SALES, () -> inbox.counts(user.id().value()));
        int overdue = user.inScope(Permission.AFTER_SALES, () -> inbox.overdue(formats.now()));
        sub.setText(getTranslation(
                "cases.sub", formats.count(counts.getOrDefault(CaseTab.OPEN, 0)), formats.count(overdue)));
        tabs(counts);
        notes();
        rows.clear();
        next = null;
        if (search.getValue().isBlank()) {
            readMore();
        } else {
            take(user.inScope(Permission.AFTER_SALES, () -> inbox.search(search.getValue())), null);
        }
    }

    private void readMore() {
        var page = user.inScope(
                Permission.AFTER_SALES, () -> inbox.page(tab, user.id().value(), next, PAGE));
        take(page.rows(), page.next());
    }

    private void take(List<CaseRow> found, CaseInbox.@Nullable Cursor after) {
        rows.addAll(found);
        next = after;
        more.setVisible(after != null);
        var missing = found.stream()
                .map(CaseRow::order)
                .filter(Objects::nonNull)
                .filter(order -> !known.containsKey(order))
                .distinct()
                .toList();
        user.inScope(() -> orders.rows(missing)).forEach(row -> known.put(row.id(), row));
        grid.setItems(List.copyOf(rows));
    }

    private void tabs(Map<CaseTab, Integer> counts) {
        tabs.removeAll();
        for (var one : CaseTab.values()) {
            var number = new Span(formats.count(counts.getOrDefault(one, 0)));
            number.addClassName("n");
            var link = new Anchor("cases?show=" + one.word());
            link.add(new Span(getTranslation("cases.tab." + one.word())), number);
            if (one == tab && search.getValue().isBlank()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(link);
        }
    }

    private void notes() {
        notes.removeAll();
        for (var trouble : user.inScope(Permission.AFTER_SALES, inbox::troubles)) {
            var channel = channels.get(trouble.connection());
            var head = new Span(getTranslation("cases.trouble", channel == null ? "?" : channel.name()));
            head.addClassName("m");
            var says = new Div(head, new Div(trouble.text()));
            says.addClassName("grow");
            var note = new Div(Icon.INFO.create(), says);
            note.addClassNames("note", "warn");
            note.getElement().setAttribute("role", "note");
            notes.add(note);
        }
    }

    private void columns() {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", getTranslation("nav.cases"));
        grid.setEmptyStateText(getTranslation("cases.none"));
        grid.addComponentColumn(this::clock)
                .setHeader(getTranslation("cases.col.clock"))
                .setWidth("190px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::matter)
                .setHeader(getTranslation("cases.col.matter"))
                .setWidth("220px")
                .setFlexGrow(3);
        grid.addComponentColumn(this::order)
                .setHeader(getTranslation("cases.col.order"))
                .setWidth("130px")
                .setFlexGrow(1);
        grid.addComponentColumn(this::who)
                .setHeader(getTranslation("cases.col.who"))
                .setWidth("120px")
                .setFlexGrow(1);
        grid.addItemClickListener(
                click -> UI.getCurrent().navigate("cases/" + click.getItem().id()));
    }

    private Div clock(CaseRow row) {
        return Cell.two(words.clock(row), Cell.below(formats.when(row.movedAt())));
    }

    private Div matter(CaseRow row) {
        var link = new Anchor("cases/" + row.id(), words.subject(row));
        link.addClassName("m");
        var top = new Div(link);
        top.addClassName("row");
        if (row.problem() != null) {
            top.add(new Badge(Badge.Tone.LATE, Icon.ALERT, words.problem(row.problem())));
        }
        row.tags().forEach(tag -> top.add(new Badge(Badge.Tone.LINE, null, tag)));
        return Cell.two(top, Cell.below(words.buyer(row) + " · " + row.number()));
    }

    private Div order(CaseRow row) {
        var seller = sellers.getOrDefault(row.seller(), new SellerRow(row.seller(), "?", new Mark("?", Mark.TONES)));
        var top = new Div(new SellerTile(seller.mark(), seller.name()));
        top.addClassName("row");
        var order = row.order() == null ? null : known.get(row.order());
        if (order == null) {
            var none = new Span("–");
            none.addClassName("two");
            top.add(none);
        } else {
            top.add(new Anchor("orders/" + order.id(), order.orderNumber()));
        }
        var channel = channels.get(row.connection());
        return Cell.two(top, Cell.below(channel == null ? "" : channel.name()));
    }

    private Span who(CaseRow row) {
        var name = new Span(row.assigneeName() == null ? getTranslation("cases.nobody") : row.assigneeName());
        if (row.assigneeName() == null) {
            name.addClassName("two");
        }
        return name;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.cases") + " · Packhaus";
    }
}
