package org.packhaus.tracking.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
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
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
import org.packhaus.shell.Cell;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.SellerTile;
import org.packhaus.shell.Toast;
import org.packhaus.shipment.PurchaseId;
import org.packhaus.tracking.ChannelRow;
import org.packhaus.tracking.LaneRow;
import org.packhaus.tracking.TrackedRow;
import org.packhaus.tracking.TrackingFilter;
import org.packhaus.tracking.TrackingService;
import org.packhaus.tracking.Trouble;

/** The parcels on their way: what is wrong first, what to do about it, when they come. The address says what is shown. */
@Route(value = "tracking", layout = MainLayout.class)
@PermitAll
class TrackingView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 50;
    /** What a carrier is asked to look into. */
    private static final Set<Trouble> CLAIMED = Set.of(Trouble.LOST, Trouble.STUCK, Trouble.LATE);

    private final TrackingService tracking;
    private final OrderService orders;
    private final ConnectionService connections;
    private final CurrentUser user;
    private final Formats formats = Formats.current();
    private final TrackWords words = new TrackWords(formats);
    private final Map<SellerId, SellerRow> sellers;
    private final Paragraph sub = new Paragraph();
    private final Nav tabs = new Nav();
    private final Div notes = new Div();
    private final TextField search = new TextField();
    private final Grid<TrackedRow> grid = new Grid<>();
    private final ActionButton more;
    private final List<TrackedRow> rows = new ArrayList<>();
    private final Map<OrderId, OrderRow> known = new HashMap<>();
    private final Map<PurchaseId, ChannelRow> channels = new HashMap<>();
    private Map<ConnectionId, ConnectionRow> carriers = Map.of();
    private TrackingFilter filter = TrackingFilter.UNDERWAY;
    private TrackingService.@Nullable Cursor next;

    TrackingView(
            TrackingService tracking,
            OrderService orders,
            ConnectionService connections,
            SellerService sellers,
            CurrentUser user) {
        this.tracking = tracking;
        this.orders = orders;
        this.connections = connections;
        this.user = user;
        this.sellers =
                user.inFullScope(sellers::list).stream().collect(Collectors.toMap(SellerRow::id, seller -> seller));
        this.more = new ActionButton(Icon.DOWN, getTranslation("tracking.more"), click -> readMore()).quiet();
        addClassName("tracking");
        tabs.addClassName("tabs");
        tabs.setAriaLabel(getTranslation("tracking.filters"));
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
        search.setPlaceholder(getTranslation("tracking.search"));
        search.setAriaLabel(getTranslation("tracking.search"));
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        search.addValueChangeListener(changed -> {
            if (changed.isFromClient()) {
                UI.getCurrent().navigate("tracking", parameters(filter, changed.getValue()));
            }
        });
        var names = new Div(new H1(getTranslation("nav.tracking")), sub);
        names.addClassName("grow");
        var head = new Header(names, search);
        if (user.may(Permission.SHIP)) {
            head.add(new ActionButton(Icon.AGAIN, getTranslation("tracking.look-now"), click -> lookNow()).quiet());
        }
        head.addClassName("head");
        return head;
    }

    private void lookNow() {
        user.inScope(Permission.SHIP, () -> {
            tracking.lookNow();
            return true;
        });
        Toast.done(getTranslation("tracking.looking"));
    }

    private static QueryParameters parameters(TrackingFilter filter, String search) {
        return search.isBlank()
                ? QueryParameters.of("show", filter.word())
                : new QueryParameters(Map.of("show", List.of(filter.word()), "q", List.of(search.strip())));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        filter = TrackingFilter.of(asked.getSingleParameter("show").orElse(""));
        search.setValue(asked.getSingleParameter("q").orElse(""));
        read();
    }

    private void read() {
        carriers = user.inScope(() -> connections.list()).stream()
                .collect(Collectors.toMap(ConnectionRow::id, carrier -> carrier));
        var counts = user.inScope(tracking::counts);
        sub.setText(getTranslation(
                "tracking.sub",
                formats.count(counts.getOrDefault(TrackingFilter.UNDERWAY, 0)),
                formats.count(counts.getOrDefault(TrackingFilter.LATE, 0))));
        tabs(counts);
        notes();
        rows.clear();
        next = null;
        if (search.getValue().isBlank()) {
            readMore();
        } else {
            take(user.inScope(() -> tracking.search(search.getValue())), null);
        }
    }

    private void readMore() {
        var page = user.inScope(() -> tracking.page(filter, next, PAGE));
        take(page.rows(), page.next());
    }

    private void take(List<TrackedRow> found, TrackingService.@Nullable Cursor after) {
        rows.addAll(found);
        next = after;
        more.setVisible(after != null);
        var missing = found.stream()
                .map(TrackedRow::order)
                .filter(order -> !known.containsKey(order))
                .distinct()
                .toList();
        user.inScope(() -> orders.rows(missing)).forEach(row -> known.put(row.id(), row));
        var labels = found.stream().map(TrackedRow::label).toList();
        channels.putAll(user.inScope(() -> tracking.channels(labels)));
        grid.setItems(List.copyOf(rows));
    }

    private void tabs(Map<TrackingFilter, Integer> counts) {
        tabs.removeAll();
        boolean searching = !search.getValue().isBlank();
        for (var one : TrackingFilter.values()) {
            int counted = counts.getOrDefault(one, 0);
            var number = new Span(formats.count(counted));
            number.addClassName("n");
            var link = new Anchor("tracking?show=" + one.word());
            link.add(new Span(getTranslation("tracking.filter." + one.word())), number);
            link.setClassName(
                    "bad",
                    counted > 0
                            && (one == TrackingFilter.LATE
                                    || one == TrackingFilter.STUCK
                                    || one == TrackingFilter.LOST));
            if (one == filter && !searching) {
                link.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(link);
        }
    }

    /** A carrier that does not answer makes everything below older than it looks. */
    private void notes() {
        notes.removeAll();
        user.inScope(tracking::lanes).forEach(lane -> notes.add(note(lane)));
    }

    private Div note(LaneRow lane) {
        var carrier = carriers.get(lane.carrier());
        var says = new Div();
        says.addClassName("grow");
        var head = new Span(getTranslation(
                "tracking.lane",
                carrier == null ? "?" : carrier.name(),
                lane.since() == null ? "" : formats.when(lane.since())));
        head.addClassName("m");
        says.add(head, new Div(lane.text()));
        var note = new Div(Icon.INFO.create(), says);
        note.addClassNames("note", "warn");
        note.getElement().setAttribute("role", "note");
        return note;
    }

    private void columns() {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", getTranslation("nav.tracking"));
        grid.setEmptyStateText(getTranslation("tracking.none"));
        grid.addComponentColumn(this::parcel)
                .setHeader(getTranslation("tracking.col.parcel"))
                .setWidth("205px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::order)
                .setHeader(getTranslation("tracking.col.order"))
                .setWidth("115px")
                .setFlexGrow(1);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("tracking.col.state"))
                .setWidth("130px")
                .setFlexGrow(1);
        grid.addComponentColumn(this::trouble)
                .setHeader(getTranslation("tracking.col.trouble"))
                .setWidth("150px")
                .setFlexGrow(3);
        grid.addComponentColumn(this::arrival)
                .setHeader(getTranslation("tracking.col.arrival"))
                .setWidth("125px")
                .setFlexGrow(1);
    }

    private Div parcel(TrackedRow row) {
        var carrier = carriers.get(row.carrier());
        var number = new Span(row.trackingNumber());
        number.addClassNames("mono", "xs");
        var top = new Div(number);
        top.addClassName("row");
        user.inScope(() -> tracking.carrierPage(row.carrier(), row.trackingNumber()))
                .ifPresent(page -> top.add(outside(page, row)));
        return Cell.two(top, Cell.below(carrier == null ? row.carrierCode() : carrier.name()));
    }

    private Anchor outside(URI page, TrackedRow row) {
        var link = new Anchor(page.toString(), "", AnchorTarget.BLANK);
        link.add(Icon.OUT.tiny());
        link.addClassName("out");
        link.getElement().setAttribute("rel", "noopener noreferrer");
        link.getElement().setAttribute("aria-label", getTranslation("tracking.at-carrier", row.trackingNumber()));
        link.setTitle(getTranslation("tracking.at-carrier", row.trackingNumber()));
        return link;
    }

    private Div order(TrackedRow row) {
        var seller = sellers.getOrDefault(row.seller(), new SellerRow(row.seller(), "?", new Mark("?", Mark.TONES)));
        var order = known.get(row.order());
        var link = new Anchor("orders/" + row.order(), order == null ? "…" : order.orderNumber());
        var top = new Div(new SellerTile(seller.mark(), seller.name()), link);
        top.addClassName("row");
        return Cell.two(top, Cell.below(order == null ? "" : order.postalCode() + " " + order.city()));
    }

    private Div state(TrackedRow row) {
        var below = Cell.below(getTranslation("tracking.since", formats.when(row.stateAt())));
        var cell = Cell.two(words.badge(row), below);
        var channel = channels.get(row.label());
        if (channel != null && channel.behindSince() != null) {
            var gap = new Div(new Span(words.gap(channel)));
            gap.addClassNames("xs", "late", "wrap");
            cell.add(gap);
        }
        return cell;
    }

    private Div trouble(TrackedRow row) {
        if (row.troubles().isEmpty()) {
            var nothing = new Span("–");
            nothing.addClassName("two");
            return new Div(nothing);
        }
        var head = new Span(words.troubles(row));
        head.addClassName("m");
        var below = Cell.below(words.measures(row));
        below.addClassName("wrap");
        var cell = Cell.two(head, below);
        if (row.troubles().stream().anyMatch(CLAIMED::contains)) {
            var claim = new Anchor("claims?label=" + row.label(), getTranslation("tracking.claim"));
            claim.addClassName("xs");
            claim.getElement().setAttribute("aria-label", getTranslation("tracking.claim.of", row.trackingNumber()));
            cell.add(claim);
        }
        return cell;
    }

    private Div arrival(TrackedRow row) {
        var top = new Div(new Span(words.arrival(row)));
        var below = new Div(new Span(words.promised(row)));
        below.addClassNames("xs", words.isBroken(row) ? "late" : "two");
        var cell = Cell.two(top, below);
        if (words.isBroken(row)) {
            var verdict = new Div(new Span(words.promise(row)));
            verdict.addClassNames("xs", "late", "wrap");
            cell.add(verdict);
        }
        return cell;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.tracking") + " · Packhaus";
    }
}
