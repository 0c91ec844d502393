package org.packhaus.desk.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.packhaus.aftersales.ReturnId;
import org.packhaus.casework.CaseDesk;
import org.packhaus.casework.CaseId;
import org.packhaus.casework.CaseInbox;
import org.packhaus.casework.CaseLinks;
import org.packhaus.casework.CaseRow;
import org.packhaus.casework.ContactReason;
import org.packhaus.order.Mate;
import org.packhaus.order.OrderDetails;
import org.packhaus.order.OrderException;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.order.Problem;
import org.packhaus.order.Stage;
import org.packhaus.plugin.ExchangeLog;
import org.packhaus.rule.CarrierComparison;
import org.packhaus.rule.Offer;
import org.packhaus.rule.RuleOffers;
import org.packhaus.rule.RuleService;
import org.packhaus.rule.SecondChoices;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Problems;
import org.packhaus.shell.SellerTile;
import org.packhaus.shell.Toast;
import org.packhaus.shipment.FoundLabel;
import org.packhaus.shipment.LabelOutcome;
import org.packhaus.shipment.LabelRow;
import org.packhaus.shipment.NumberCorrections;
import org.packhaus.shipment.ParcelId;
import org.packhaus.shipment.ParcelPlanner;
import org.packhaus.shipment.PieceCancellations;
import org.packhaus.shipment.SendTogether;
import org.packhaus.shipment.ShipmentException;
import org.packhaus.shipment.ShipmentRow;
import org.packhaus.shipment.ShipmentService;
import org.packhaus.shipment.VoidOutcome;
import org.packhaus.tracking.TrackingService;

/** All about one order: where it stands, what is in it, where it goes, in which parcels, and what happened. */
@Route(value = "orders/:order", layout = MainLayout.class)
@PermitAll
class OrderView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final OrderService orders;
    private final ShipmentService shipments;
    private final ParcelPlanner planner;
    private final SendTogether together;
    private final NumberCorrections corrections;
    private final PieceCancellations cancellations;
    private final CurrentUser user;
    private final PrintDesk printing;
    private final SecondChoices seconds;
    private final RuleService rules;
    private final RuleOffers offers;
    private final CarrierComparison comparison;
    private final TrackingService tracking;
    private final OrderAftermath aftermath;
    private final SellerNames sellers;
    private final Live live;
    private final ExchangeLog exchanges;
    private final CaseInbox cases;
    private final CaseDesk caseDesk;
    private final CaseLinks links;
    private final Formats formats = Formats.current();
    private final OrderWords words = new OrderWords(formats);
    private final Div content = new Div();
    private final Div columns = Parts.div("scroll cols");
    private final Div right = Parts.div("right");
    private Div receipts = AfterSalesCard.papers();
    private @Nullable TimelineCard timeline;
    private @Nullable OrderDetails shown;
    private List<ShipmentRow> parcels = List.of();
    private SendTogether.Beside beside = new SendTogether.Beside(List.of(), List.of(), false);

    OrderView(
            OrderService orders,
            ShipmentService shipments,
            ParcelPlanner planner,
            SendTogether together,
            NumberCorrections corrections,
            PieceCancellations cancellations,
            SellerService sellers,
            CurrentUser user,
            Live live,
            PrintDesk printing,
            SecondChoices seconds,
            RuleService rules,
            RuleOffers offers,
            CarrierComparison comparison,
            TrackingService tracking,
            OrderAftermath aftermath,
            ExchangeLog exchanges,
            CaseInbox cases,
            CaseDesk caseDesk,
            CaseLinks links) {
        this.links = links;
        this.orders = orders;
        this.shipments = shipments;
        this.planner = planner;
        this.together = together;
        this.corrections = corrections;
        this.cancellations = cancellations;
        this.user = user;
        this.printing = printing;
        this.seconds = seconds;
        this.rules = rules;
        this.offers = offers;
        this.comparison = comparison;
        this.tracking = tracking;
        this.aftermath = aftermath;
        this.exchanges = exchanges;
        this.cases = cases;
        this.caseDesk = caseDesk;
        this.sellers = SellerNames.read(user, sellers);
        this.live = live;
        addClassName("order");
        content.addClassName("order-page");
        columns.add(right);
        content.add(columns);
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            read(new OrderId(event.getRouteParameters().getLong("order").orElse(0L)));
            event.getLocation()
                    .getQueryParameters()
                    .getSingleParameter("about-return")
                    .filter(id -> id.matches("\\d{1,18}"))
                    .ifPresent(id -> writeAbout(new ReturnId(Long.parseLong(id))));
        } catch (OrderException | IllegalArgumentException unknown) {
            // Also an order of somebody else: whether it exists is none of this reader's business.
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        if (shown != null && attached.isInitialAttach()) {
            live.orders(content, Set.of(shown.row().seller()), this::refreshIfMoved);
        }
    }

    /** A link leads to an order of any seller one may see, whatever is chosen in the switch. */
    private void read(OrderId id) {
        show(
                user.inFullScope(() -> orders.details(id)),
                user.inFullScope(() -> shipments.ofOrder(id)),
                user.inFullScope(() -> together.beside(id)));
    }

    private void refreshIfMoved() {
        if (shown == null) {
            return;
        }
        var id = shown.row().id();
        var now = user.inFullScope(() -> orders.details(id));
        var nowParcels = user.inFullScope(() -> shipments.ofOrder(id));
        var nowBeside = user.inFullScope(() -> together.beside(id));
        if (!now.equals(shown) || !nowParcels.equals(parcels) || !nowBeside.equals(beside)) {
            show(now, nowParcels, nowBeside);
        }
    }

    private void show(OrderDetails order, List<ShipmentRow> shipped, SendTogether.Beside company) {
        var seller = order.row().seller();
        boolean mayEdit = user.may(Permission.EDIT_ORDERS, seller);
        var activity = timeline(order, mayEdit);
        shown = order;
        parcels = shipped;
        beside = company;
        var left = Parts.div(
                "left",
                new ItemsCard(order, parcels, formats, cancelling(order)),
                new ShipmentsCard(
                        order,
                        parcels,
                        formats,
                        carriers(seller),
                        tracks(order.row().id()),
                        labels(order.row())));
        if (order.items().stream().anyMatch(AfterSalesCard::mayComeBack)) {
            left.add(new AfterSalesCard(
                    aftermath.of(order, () -> read(order.row().id())), formats, receipts));
        }
        if (user.may(Permission.SHIP, seller)) {
            if (order.row().stage() == Stage.TO_SHIP && !order.row().freight()) {
                left.add(compare(order.row()));
            }
            left.add(new ExchangesCard(
                    formats,
                    () -> user.inFullScope(
                            () -> exchanges.about(references(order.row(), shipped), ExchangesCard.SHOWN))));
        }
        List<Component> facts = new ArrayList<>();
        facts.add(new AddressCard(order, formats, mayEdit, (seen, corrected) -> correct(order.row(), seen, corrected)));
        if (user.may(Permission.AFTER_SALES, seller)) {
            facts.add(cases(order));
        }
        facts.add(new DocumentsCard(parcels, order.row(), formats));
        List<Component> before = new ArrayList<>();
        if (order.row().problem() != null) {
            before.add(mended(order.row(), problem(order.row().problem(), seller)));
        }
        TogetherNote.of(order.row(), company, together(order.row())).ifPresent(before::add);
        before.add(left);
        putBefore(activity, right, facts);
        putBefore(right, columns, before);
        putBefore(columns, content, List.of(head(order), new OrderWay(order.row(), formats)));
    }

    /** What is typed into it stays where it is as long as the page shows the same order, and so does what was found of receipts. */
    private TimelineCard timeline(OrderDetails order, boolean mayEdit) {
        var card = timeline;
        if (card == null
                || shown == null
                || !shown.row().id().equals(order.row().id())) {
            card = new TimelineCard(formats, mayEdit ? text -> note(order.row(), text) : null);
            timeline = card;
            receipts = AfterSalesCard.papers();
            right.removeAll();
            right.add(card);
        }
        card.show(order);
        return card;
    }

    /** Redraws what stands before the last part, which is never taken out: it would lose the focus. */
    private static void putBefore(Component last, Div around, List<Component> parts) {
        around.getChildren().filter(part -> part != last).toList().forEach(around::remove);
        for (int at = 0; at < parts.size(); at++) {
            around.addComponentAtIndex(at, parts.get(at));
        }
    }

    private ItemsCard.Cancelling cancelling(OrderDetails order) {
        var row = order.row();
        var seller = row.seller();
        boolean open = order.items().stream().anyMatch(item -> item.state() == ChannelItem.State.PROCESSABLE);
        return new ItemsCard.Cancelling(
                user.inFullScope(() -> cancellations.ofOrder(row.id())),
                open && user.may(Permission.AFTER_SALES, seller)
                        ? user.inFullScope(() -> cancellations.cancellable(row.id()))
                        : Set.of(),
                chosen -> {
                    user.inScopeOf(seller, Permission.AFTER_SALES, () -> {
                        cancellations.cancel(
                                row.id(), chosen.stream().map(OrderItem::id).toList());
                        return row;
                    });
                    Toast.done(getTranslation("cancel-pieces.begun", chosen.size()));
                    read(row.id());
                });
    }

    private AddressDialog.Outcome correct(OrderRow row, Address seen, Address corrected) {
        try {
            user.inScopeOf(row.seller(), Permission.EDIT_ORDERS, () -> {
                orders.correctAddress(row.id(), seen, corrected);
                return corrected;
            });
        } catch (OrderException refused) {
            read(row.id());
            var now = shown == null ? null : shown.deliverTo();
            return refused.code().equals("address-moved") && now != null
                    ? new AddressDialog.Outcome.Moved(now)
                    : new AddressDialog.Outcome.Refused(Problems.text(refused));
        }
        Toast.done(getTranslation("address.saved"));
        read(row.id());
        return new AddressDialog.Outcome.Saved();
    }

    private CasesCard cases(OrderDetails order) {
        var id = order.row().id();
        var seller = order.row().seller();
        return new CasesCard(
                user.inScopeOf(seller, Permission.AFTER_SALES, () -> cases.ofOrder(id)),
                formats,
                !channels(seller).isEmpty(),
                () -> write(order, null, written -> {}));
    }

    private List<ConnectionRow> channels(SellerId seller) {
        return user.inScopeOf(seller, Permission.AFTER_SALES, () -> cases.channels(seller));
    }

    /** Writes about a return of this order; what comes of it is linked to the return. */
    private void writeAbout(ReturnId piece) {
        var order = shown;
        if (order != null
                && user.may(Permission.AFTER_SALES, order.row().seller())
                && !channels(order.row().seller()).isEmpty()) {
            write(
                    order,
                    ContactReason.REJECTED_RETURN,
                    written -> user.inScopeOf(order.row().seller(), Permission.AFTER_SALES, () -> {
                        links.link(written, piece);
                        return true;
                    }));
        }
    }

    private void write(OrderDetails order, @Nullable ContactReason likely, Consumer<CaseId> then) {
        var id = order.row().id();
        var seller = order.row().seller();
        var written = user.inScopeOf(seller, Permission.AFTER_SALES, () -> cases.ofOrder(id));
        var known = written.stream()
                .map(CaseRow::buyerAddress)
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElseGet(
                        () -> order.deliverTo() == null ? "" : order.deliverTo().email());
        new WriteDialog(order.row().orderNumber(), known, likely, channels(seller), (channel, to, subject, draft) -> {
                    then.accept(user.inScopeOf(
                            seller,
                            Permission.AFTER_SALES,
                            () -> caseDesk.begin(id, channel.id(), to, subject, draft)));
                    Toast.done(getTranslation("order.write.done"));
                    read(id);
                })
                .open();
    }

    /** What plugins name when they speak of an order: its number, and the numbers of its labels. */
    private static Set<String> references(OrderRow order, List<ShipmentRow> shipped) {
        Set<String> references = new HashSet<>();
        references.add(order.orderNumber());
        for (var shipment : shipped) {
            for (var parcel : shipment.parcels()) {
                Stream.concat(parcel.labels().stream(), parcel.returnLabels().stream())
                        .map(LabelRow::trackingNumber)
                        .filter(Objects::nonNull)
                        .forEach(references::add);
            }
        }
        return references;
    }

    private Optional<TogetherNote.Deeds> together(OrderRow row) {
        if (!user.may(Permission.SHIP, row.seller())) {
            return Optional.empty();
        }
        return Optional.of(new TogetherNote.Deeds() {
            @Override
            public void together(List<Mate> others) {
                List<OrderId> all = new ArrayList<>(List.of(row.id()));
                others.forEach(mate -> all.add(mate.order()));
                attempt(row, () -> together.join(all), getTranslation("together.done", all.size()));
            }

            @Override
            public void apart() {
                attempt(row, () -> together.apart(row.id()), getTranslation("together.undone"));
            }
        });
    }

    private void attempt(OrderRow row, Runnable deed, String said) {
        try {
            choose(row, deed, said);
        } catch (ShipmentException refused) {
            Toast.failure(Problems.text(refused));
            read(row.id());
        }
    }

    private Div problem(Problem problem, SellerId seller) {
        var says = Parts.div("grow");
        var spoken = new BatchWords(formats);
        says.getElement().appendChild(Parts.strong(spoken.problem(problem.code())));
        says.add(new Div(spoken.said(problem.code(), problem.text())));
        var fix = spoken.fix(problem.code(), problem.fix());
        if (!fix.isBlank() && !fix.equals(problem.text())) {
            says.add(new Div(fix));
        }
        var note = Parts.div("note late problem", Icon.ALERT.create(), says);
        if (user.may(Permission.MANAGE_SELLERS, seller)) {
            SellerFix.of(problem.code()).ifPresent(place -> {
                var there = new Anchor(place.href(seller), getTranslation(place.textKey()));
                there.addClassNames("btn", "small");
                note.add(there);
            });
        }
        note.getElement().setAttribute("role", "note");
        return note;
    }

    private Header head(OrderDetails order) {
        var row = order.row();
        var tab = new Anchor(
                "orders?tab=" + OrderState.word(row.stage()), getTranslation("stage." + OrderState.word(row.stage())));
        var crumb = new Nav(new Anchor("orders", getTranslation("nav.orders")), Icon.RIGHT.tiny(), tab);
        crumb.addClassName("crumb");
        crumb.setAriaLabel(getTranslation("crumb"));
        var title = new H1(new Span(row.orderNumber()));
        badge(title, row);
        var seller = sellers.of(row.seller());
        var below = new Paragraph(
                new SellerTile(seller.mark(), seller.name()),
                new Span(getTranslation(
                        "order.about",
                        seller.name(),
                        row.channel().toUpperCase(Locale.ROOT),
                        formats.date(row.orderedAt()),
                        row.pieces())),
                strong(words.total(row)));
        below.addClassNames("sub", "row");
        var names = Parts.div("grow", crumb, title, below);
        var head = new Header(names);
        head.addClassName("head");
        actions(head, row);
        return head;
    }

    private static Span strong(String text) {
        var holder = new Span();
        holder.getElement().appendChild(Parts.strong("· " + text));
        return holder;
    }

    private void badge(H1 title, OrderRow row) {
        if (row.onHold()) {
            title.add(new Badge(Badge.Tone.WARN, Icon.HOLD, getTranslation("orders.held")).big());
        }
        switch (words.mood(row)) {
            case "late" -> title.add(new Badge(Badge.Tone.LATE, Icon.ALERT, words.left(row)).big());
            case "soon" -> title.add(new Badge(Badge.Tone.WARN, Icon.CLOCK, toShip(row)).big());
            case "near", "far" -> title.add(new Badge(Badge.Tone.IDLE, Icon.CLOCK, toShip(row)).big());
            default ->
                title.add(new Badge(
                                row.stage() == Stage.SENT ? Badge.Tone.OK : Badge.Tone.IDLE,
                                null,
                                getTranslation("stage." + OrderState.word(row.stage())))
                        .big());
        }
    }

    private String toShip(OrderRow row) {
        return row.onHold() ? words.shipBy(row) : getTranslation("order.to-ship", words.left(row));
    }

    private void actions(Header head, OrderRow row) {
        var seller = row.seller();
        if (row.stage().isOpen() && user.may(Permission.EDIT_ORDERS, seller)) {
            head.add(new ActionButton(
                            Icon.HOLD, getTranslation(row.onHold() ? "order.release" : "dock.hold"), click -> hold(row))
                    .quiet());
        }
        boolean labelled = row.labels() > 0;
        if (labelled && user.may(Permission.SHIP, seller)) {
            head.add(
                    new ActionButton(Icon.PRINT, getTranslation("dock.print"), click -> printing.ask(List.of(row.id())))
                            .quiet());
        }
        boolean unreported = labelled && row.confirmed() < row.labels() && user.may(Permission.CONFIRM, seller);
        if (row.stage().isOpen()
                && row.stage() != Stage.ANNOUNCED
                && !row.freight()
                && user.may(Permission.SHIP, seller)) {
            head.add(new ActionButton(Icon.BOX, getTranslation("deal"), click -> deal(row)).quiet());
        }
        if (row.stage() == Stage.TO_SHIP && !row.freight() && user.may(Permission.SHIP, seller)) {
            if (unreported) {
                // Some pieces have a label and may leave, whatever the rest waits for.
                head.add(confirm(seller).quiet());
            }
            head.add(new ActionButton(Icon.TRUCK, getTranslation("order.carrier"), click -> carrier(row)).quiet());
            head.add(new ActionButton(
                            Icon.LABEL, getTranslation("order.book"), click -> start(seller, Permission.SHIP, true))
                    .fill());
        } else if (unreported) {
            head.add(confirm(seller).fill());
        }
    }

    private ActionButton confirm(SellerId seller) {
        return new ActionButton(
                Icon.SENT, getTranslation("order.confirm"), click -> start(seller, Permission.CONFIRM, false));
    }

    private void deal(OrderRow row) {
        var draft = user.inFullScope(() -> planner.draft(row.id()));
        var deeds = new ParcelsDialog.Deeds(
                plan -> choose(row, () -> planner.save(plan), getTranslation("deal.saved")),
                () -> choose(
                        row,
                        () -> planner.byItself(
                                draft.plan().order(), draft.plan().number()),
                        getTranslation("deal.given-back")));
        new ParcelsDialog(draft, formats, deeds).open();
    }

    /** What may be done with the labels of this order; nothing for somebody who only looks. */
    private Optional<LabelDeeds> labels(OrderRow row) {
        return user.may(Permission.SHIP, row.seller())
                ? Optional.of(new LabelDeeds(
                        label -> giveBack(row, label),
                        parcel -> choose(row, () -> shipments.newLabel(parcel), getTranslation("label.renewed")),
                        parcel -> correct(row, parcel),
                        label -> settle(row, label)))
                : Optional.empty();
    }

    private void correct(OrderRow row, ParcelId parcel) {
        new NumberDialog((kind, number, why) -> {
                    var outcome = user.inScopeOf(
                            row.seller(), Permission.SHIP, () -> corrections.correct(parcel, kind, number, why));
                    if (outcome.reported()) {
                        Toast.done(getTranslation("number.told"));
                    } else {
                        Toast.failure(Problems.text(outcome.code(), outcome.text(), outcome.before()));
                    }
                    read(row.id());
                })
                .open();
    }

    private void settle(OrderRow row, LabelRow label) {
        new SettleDialog(label, new SettleDialog.Answer() {
                    @Override
                    public Optional<String> found(FoundLabel found) {
                        var outcome = user.inScopeOf(
                                row.seller(), Permission.SHIP, () -> shipments.settleBought(label.purchase(), found));
                        if (outcome instanceof LabelOutcome.NeedsPerson lacks) {
                            return Optional.of(Problems.said(getLocale(), lacks.code(), lacks.text()));
                        }
                        Toast.done(getTranslation("settle.done", found.trackingNumber()));
                        read(row.id());
                        return Optional.empty();
                    }

                    @Override
                    public void none() {
                        choose(
                                row,
                                () -> shipments.settleNotBought(label.purchase()),
                                getTranslation("settle.none.done"));
                    }
                })
                .open();
    }

    private void giveBack(OrderRow row, LabelRow label) {
        var outcome = user.inScopeOf(row.seller(), Permission.SHIP, () -> shipments.giveBack(label.purchase()));
        switch (outcome) {
            case VoidOutcome.Voided(var purchase, boolean refunded, var code, var text) -> {
                if (refunded) {
                    Toast.done(text);
                } else {
                    Toast.failure(text);
                }
            }
            case VoidOutcome.Pending(var purchase, var code, var text) ->
                Toast.done(getTranslation("label.give-back.later", text));
            case VoidOutcome.Refused(var purchase, var code, var text) -> Toast.failure(text);
        }
        read(row.id());
    }

    private Map<ParcelId, ParcelTrack> tracks(OrderId order) {
        return user.inFullScope(() -> ParcelTrack.read(tracking, order, formats));
    }

    private CarrierWords carriers(SellerId seller) {
        return CarrierWords.of(formats, user.inFullScope(() -> offers.of(seller)));
    }

    /** With the button for a second choice that waits for a yes. */
    private Div mended(OrderRow row, Div note) {
        SellerId seller = row.seller();
        Problem problem = row.problem();
        if (problem == null || !problem.code().equals(SecondChoices.CODE) || !user.may(Permission.SHIP, seller)) {
            return note;
        }
        var second = user.inScopeOf(seller, Permission.SHIP, () -> seconds.waiting(List.of(row.id())))
                .get(row.id());
        if (second != null) {
            note.add(new ActionButton(
                            Icon.TRUCK,
                            getTranslation("order.take-second", carriers(seller).name(second)),
                            click -> takeSecond(row))
                    .small());
        }
        return note;
    }

    /** Says yes to the second choice and books. */
    private void takeSecond(OrderRow row) {
        user.inScopeOf(row.seller(), Permission.SHIP, () -> seconds.take(List.of(row.id())));
        start(row.seller(), Permission.SHIP, true);
    }

    private void carrier(OrderRow row) {
        new CarrierDialog(carriers(row.seller()), offer -> take(row, offer), () -> byRules(row)).open();
    }

    private void take(OrderRow row, Offer offer) {
        choose(
                row,
                () -> rules.pickByHand(row.id(), offer, List.of()),
                getTranslation("order.carrier.taken", carriers(row.seller()).name(offer)));
    }

    private void byRules(OrderRow row) {
        choose(row, () -> rules.forgetHandPick(row.id()), getTranslation("order.carrier.given-back"));
    }

    private CompareCard compare(OrderRow row) {
        var seller = row.seller();
        return new CompareCard(
                formats,
                carriers(seller),
                new CompareCard.Deeds(
                        () -> user.inScopeOf(seller, Permission.SHIP, () -> comparison.known(row.id())),
                        () -> user.inScopeOf(seller, Permission.SHIP, () -> comparison.ask(row.id())),
                        offer -> take(row, offer),
                        () -> byRules(row)));
    }

    private void choose(OrderRow row, Runnable deed, String said) {
        user.inScopeOf(row.seller(), Permission.SHIP, () -> {
            deed.run();
            return row;
        });
        Toast.done(said);
        read(row.id());
    }

    private void start(SellerId seller, Permission permission, boolean book) {
        if (shown == null) {
            return;
        }
        var ids = List.of(shown.row().id());
        var batch = user.inScopeOf(seller, permission, () -> book ? shipments.bookLabels(ids) : shipments.confirm(ids));
        UI.getCurrent().navigate("batches/" + batch);
    }

    private void note(OrderRow row, String text) {
        user.inScopeOf(row.seller(), Permission.EDIT_ORDERS, () -> {
            orders.note(row.id(), text);
            return row;
        });
        read(row.id());
    }

    private void hold(OrderRow row) {
        user.inScopeOf(row.seller(), Permission.EDIT_ORDERS, () -> {
            if (row.onHold()) {
                orders.release(row.id());
            } else {
                orders.hold(row.id(), getTranslation("order.held.reason"));
            }
            return row;
        });
        read(row.id());
    }

    @Override
    public String getPageTitle() {
        return (shown == null ? getTranslation("nav.orders") : shown.row().orderNumber()) + " · Packhaus";
    }
}
