package org.packhaus.claim.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.packhaus.claim.ClaimException;
import org.packhaus.claim.ClaimFilter;
import org.packhaus.claim.ClaimId;
import org.packhaus.claim.ClaimReason;
import org.packhaus.claim.ClaimRow;
import org.packhaus.claim.ClaimService;
import org.packhaus.claim.ClaimService.Facts;
import org.packhaus.claim.ClaimState;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.sdk.TrackingStatus;
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
import org.packhaus.shell.Conversations;
import org.packhaus.shell.Conversations.About;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.SellerTile;
import org.packhaus.shell.Toast;
import org.packhaus.shipment.PurchaseId;
import org.packhaus.tracking.TrackedRow;
import org.packhaus.tracking.TrackingService;
import org.packhaus.tracking.Trouble;

/** The claims to carriers, by whose turn it is. {@code claims?label=17} shows the claim of a parcel, or opens one. */
@Route(value = "claims", layout = MainLayout.class)
@PermitAll
class ClaimsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int PAGE = 50;

    private final ClaimService claims;
    private final TrackingService tracking;
    private final OrderService orders;
    private final ConnectionService connections;
    private final CurrentUser user;
    private final Conversations conversations;
    private final ClaimWords words = new ClaimWords(Formats.current());
    private final Map<SellerId, SellerRow> sellers;
    private final Paragraph sub = new Paragraph();
    private final Nav tabs = new Nav();
    private final Grid<ClaimRow> grid = new Grid<>();
    private final ActionButton more;
    private final List<ClaimRow> rows = new ArrayList<>();
    private final Map<OrderId, OrderRow> known = new HashMap<>();
    private Map<ConnectionId, ConnectionRow> carriers = Map.of();
    private ClaimFilter filter = ClaimFilter.OPEN;

    ClaimsView(
            ClaimService claims,
            TrackingService tracking,
            OrderService orders,
            ConnectionService connections,
            SellerService sellers,
            CurrentUser user,
            Conversations conversations) {
        this.conversations = conversations;
        this.claims = claims;
        this.tracking = tracking;
        this.orders = orders;
        this.connections = connections;
        this.user = user;
        this.sellers =
                user.inFullScope(sellers::list).stream().collect(Collectors.toMap(SellerRow::id, seller -> seller));
        this.more = new ActionButton(Icon.DOWN, getTranslation("tracking.more"), click -> readMore()).quiet();
        addClassNames("tracking", "claims");
        tabs.addClassName("tabs");
        tabs.setAriaLabel(getTranslation("claim.filters"));
        columns();
        sub.addClassName("sub");
        var names = new Div(new H1(getTranslation("nav.claims")), sub);
        names.addClassName("grow");
        var head = new Header(names);
        head.addClassName("head");
        var end = new Div(more);
        end.addClassName("more");
        var scroll = new Div(grid, end);
        scroll.addClassName("scroll");
        add(head, tabs, scroll);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        filter = ClaimFilter.of(asked.getSingleParameter("show").orElse(""));
        read();
        asked.getSingleParameter("label")
                .filter(label -> label.matches("[1-9]\\d{0,17}"))
                .map(label -> new PurchaseId(Long.parseLong(label)))
                .ifPresent(this::ofParcel);
        asked.getSingleParameter("claim")
                .filter(claim -> claim.matches("[1-9]\\d{0,17}"))
                .map(claim -> new ClaimId(Long.parseLong(claim)))
                .ifPresent(this::ofNumber);
    }

    private void read() {
        carriers = user.inScope(() -> connections.list()).stream()
                .collect(Collectors.toMap(ConnectionRow::id, carrier -> carrier));
        var counts = user.inScope(claims::counts);
        sub.setText(getTranslation("claim.sub"));
        tabs.removeAll();
        for (var one : ClaimFilter.values()) {
            var number = new Span(words.formats().number(counts.getOrDefault(one, 0)));
            number.addClassName("n");
            var link = new Anchor("claims?show=" + one.word());
            link.add(new Span(getTranslation("claim.filter." + one.word())), number);
            if (one == filter) {
                link.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(link);
        }
        rows.clear();
        readMore();
    }

    private void readMore() {
        ClaimId after = rows.isEmpty() ? null : rows.getLast().id();
        var page = user.inScope(() -> claims.page(filter, after, PAGE));
        rows.addAll(page);
        more.setVisible(page.size() == PAGE);
        var missing = page.stream()
                .map(ClaimRow::order)
                .filter(order -> !known.containsKey(order))
                .distinct()
                .toList();
        user.inScope(() -> orders.rows(missing)).forEach(row -> known.put(row.id(), row));
        grid.setItems(List.copyOf(rows));
    }

    /** A link leads to a claim of any seller one may see. */
    private void ofNumber(ClaimId id) {
        user.inFullScope(() -> claims.find(id))
                .ifPresentOrElse(this::show, () -> Toast.failure(getTranslation("claim.gone")));
    }

    /** The claim of a parcel that is not over, or the form for a new one. */
    private void ofParcel(PurchaseId label) {
        Optional<ClaimRow> there = user.inScope(() -> claims.unfinished(label));
        if (there.isPresent()) {
            show(there.get());
            return;
        }
        Optional<TrackedRow> parcel = user.inScope(() -> tracking.label(label));
        if (parcel.isEmpty() || !user.may(Permission.SHIP, parcel.get().seller())) {
            Toast.failure(getTranslation("claim.no-parcel"));
            return;
        }
        var row = parcel.get();
        new NewClaimDialog(
                        words,
                        row.trackingNumber(),
                        likely(row),
                        user.inScope(() -> claims.worth(label)),
                        (reason, facts, note) -> {
                            done(row.seller(), () -> claims.open(label, reason, facts, note));
                            Toast.done(getTranslation("claim.opened", row.trackingNumber()));
                        })
                .open();
    }

    private static ClaimReason likely(TrackedRow row) {
        if (row.state() == TrackingStatus.LOST) {
            return ClaimReason.LOST;
        }
        if (row.deliveredAt() != null) {
            return ClaimReason.DAMAGED;
        }
        boolean still = row.troubles().contains(Trouble.STUCK);
        return !still && row.troubles().contains(Trouble.LATE) ? ClaimReason.LATE : ClaimReason.STUCK;
    }

    private void show(ClaimRow claim) {
        var history = user.inScope(() -> claims.history(claim.id()));
        var said = conversations.about(About.CLAIM, claim.id().value());
        new ClaimDialog(
                        words,
                        claim,
                        history,
                        said,
                        user.may(Permission.SHIP, claim.seller()),
                        new ClaimDialog.Deeds() {
                            @Override
                            public void save(Facts facts, String note) {
                                done(claim.seller(), () -> {
                                    claims.change(claim.id(), facts);
                                    claims.note(claim.id(), note);
                                });
                                Toast.done(getTranslation("claim.saved"));
                            }

                            @Override
                            public void move(ClaimState wanted, Facts facts, String note) {
                                // When it is paid the amount is what came, and what was asked for stays.
                                var asked = wanted == ClaimState.PAID
                                        ? new Facts(claim.amount(), facts.carrierReference(), facts.deadline())
                                        : facts;
                                done(claim.seller(), () -> {
                                    claims.change(claim.id(), asked);
                                    claims.move(claim.id(), wanted, facts.amount(), note);
                                });
                                Toast.done(getTranslation("claim.moved", claim.trackingNumber(), words.state(wanted)));
                            }
                        })
                .open();
    }

    /** @throws ClaimException as the deed does */
    private void done(SellerId seller, Runnable deed) {
        user.inScopeOf(seller, Permission.SHIP, () -> {
            deed.run();
            return true;
        });
        read();
    }

    private void columns() {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setAllRowsVisible(true);
        grid.getElement().setAttribute("aria-label", getTranslation("nav.claims"));
        grid.setEmptyStateText(getTranslation("claim.none"));
        grid.addComponentColumn(this::parcel)
                .setHeader(getTranslation("tracking.col.parcel"))
                .setWidth("190px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::order)
                .setHeader(getTranslation("tracking.col.order"))
                .setWidth("115px")
                .setFlexGrow(1);
        grid.addComponentColumn(this::reason)
                .setHeader(getTranslation("claim.col.reason"))
                .setWidth("105px")
                .setFlexGrow(2);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("claim.col.state"))
                .setWidth("120px")
                .setFlexGrow(1);
        grid.addColumn(words::amount)
                .setHeader(getTranslation("claim.col.amount"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("95px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::deeds)
                .setHeader(getTranslation("claim.col.deeds"))
                .setWidth("125px")
                .setFlexGrow(0);
    }

    private Div parcel(ClaimRow claim) {
        var carrier = carriers.get(claim.carrier());
        var number = new Span(claim.trackingNumber());
        number.addClassNames("mono", "xs");
        return Cell.two(new Div(number), Cell.below(carrier == null ? "?" : carrier.name()));
    }

    private Div order(ClaimRow claim) {
        var seller =
                sellers.getOrDefault(claim.seller(), new SellerRow(claim.seller(), "?", new Mark("?", Mark.TONES)));
        var order = known.get(claim.order());
        var link = new Anchor("orders/" + claim.order(), order == null ? "…" : order.orderNumber());
        var top = new Div(new SellerTile(seller.mark(), seller.name()), link);
        top.addClassName("row");
        return Cell.two(top, Cell.below(seller.name()));
    }

    private Div reason(ClaimRow claim) {
        var cell = Cell.two(new Div(new Span(words.reason(claim.reason()))), Cell.below(words.age(claim)));
        var deadline = claim.deadline();
        if (deadline != null && claim.state() == ClaimState.OPEN) {
            var until = Cell.below(words.deadline(deadline));
            until.setClassName("late", words.isOverdue(claim));
            cell.add(until);
        }
        return cell;
    }

    private Div state(ClaimRow claim) {
        var cell = Cell.two(
                words.badge(claim.state()),
                Cell.below(getTranslation("tracking.since", words.formats().when(claim.stateAt()))));
        if (!claim.carrierReference().isEmpty()) {
            cell.add(Cell.below(claim.carrierReference()));
        }
        return cell;
    }

    private Div deeds(ClaimRow claim) {
        var paper = new Anchor("documents/claims/" + claim.id(), "PDF", AnchorTarget.BLANK);
        paper.getElement().setAttribute("aria-label", getTranslation("claim.evidence.of", claim.trackingNumber()));
        var open = new ActionButton(null, getTranslation("claim.show"), click -> show(claim))
                .quiet()
                .small();
        open.getElement().setAttribute("aria-label", getTranslation("claim.show.of", claim.trackingNumber()));
        var row = new Div(paper, open);
        row.addClassName("row");
        return row;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.claims") + " · Packhaus";
    }
}
