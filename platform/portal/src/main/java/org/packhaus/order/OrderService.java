package org.packhaus.order;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.Orders.SkuKey;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.ChannelItem.State;
import org.packhaus.sdk.Commodity;
import org.packhaus.sdk.DeliveryTerms;
import org.packhaus.sdk.Money;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Shows orders and does to them what people and other rooms may do. Sees the sellers in scope only. */
@Service
public class OrderService {
    private static final int MOST_ENTRIES = 500;

    private final OrderList list;
    private final Orders orders;
    private final Commodities commodities;
    private final EntityManager entities;
    private final TransactionRetry transactions;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    OrderService(
            OrderList list,
            Orders orders,
            Commodities commodities,
            EntityManager entities,
            TransactionRetry transactions,
            Audit audit,
            ApplicationEventPublisher events) {
        this.list = list;
        this.orders = orders;
        this.commodities = commodities;
        this.entities = entities;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
    }

    /** One page of the list; the most urgent first, what is done from the newest back. */
    public OrderPage page(OrderFilter filter, @Nullable OrderCursor after, int limit) {
        return transactions.call(() -> list.page(filter, after, limit));
    }

    /** How many orders each tab would show with this filter. */
    public OrderCounts counts(OrderFilter filter) {
        return transactions.call(() -> list.counts(filter));
    }

    /** How many orders the filter's own tab shows, at most {@link OrderCounts#CAP}. */
    public int count(OrderFilter filter) {
        return transactions.call(() -> list.count(filter, filter.tab()));
    }

    /** Which orders come after the cursor, without their rows: to jump far ahead, and to work through all that match. */
    public List<OrderKey> keys(OrderFilter filter, @Nullable OrderCursor after, int limit) {
        return transactions.call(() -> list.keys(filter, after, limit));
    }

    /** The tags in use, in alphabetical order. */
    public List<String> tags() {
        return transactions.call(
                () -> entities.createQuery("select distinct t.tag from OrderTag t order by t.tag", String.class)
                        .setMaxResults(MOST_ENTRIES)
                        .getResultList());
    }

    /** How many orders wait for a label, by seller; who has none is left out. */
    public Map<SellerId, Long> toShip() {
        return transactions.call(() -> {
            Map<SellerId, Long> waiting = new HashMap<>();
            entities.createQuery(
                            "select o.sellerId, count(o.id) from SalesOrder o where o.stage = :stage group by o.sellerId",
                            Object[].class)
                    .setParameter("stage", Stage.TO_SHIP)
                    .getResultStream()
                    .forEach(row -> waiting.put(new SellerId((Long) row[0]), (Long) row[1]));
            return waiting;
        });
    }

    /** Those of the orders that are in scope, in no particular order: to refresh rows on the screen. */
    public List<OrderRow> rows(Collection<OrderId> wanted) {
        return transactions.call(() -> list.rows(orders.find(wanted)));
    }

    /** @throws OrderException if there is no such order in scope */
    public OrderDetails details(OrderId id) {
        return transactions.call(() -> {
            SalesOrder order = orders.find(id);
            List<OrderPiece> pieces = orders.pieces(order);
            Map<SkuKey, SkuInfo> infos = orders.skus(List.of(order), pieces);
            List<OrderAddress> addresses = orders.addresses(List.of(order)).getOrDefault(id.value(), List.of());
            Optional<OrderAddress> deliver = deliverTo(order, addresses);
            return new OrderDetails(
                    OrderList.row(
                            order, pieces, infos, orders.tags(List.of(order)).getOrDefault(id.value(), List.of())),
                    order.version,
                    order.channelOrderId,
                    order.promisedAt,
                    order.paymentMethod,
                    order.fee == null ? null : Money.of(order.fee, order.currency),
                    order.suspectedFraud,
                    order.takesBack,
                    order.holdReason,
                    deliver.map(OrderAddress::address).orElse(null),
                    order.erasedAt != null
                            ? null
                            : Orders.newest(addresses, OrderAddress.Kind.INVOICE)
                                    .map(OrderAddress::address)
                                    .orElse(null),
                    order.erasedAt != null
                            ? List.of()
                            : addresses.stream()
                                    .filter(address -> address.kind == OrderAddress.Kind.DELIVER)
                                    .map(OrderAddress::view)
                                    .toList(),
                    findings(deliver),
                    items(order, pieces, infos, commodities(List.of(order), pieces)),
                    entries(order));
        });
    }

    private List<TimelineEntry> entries(SalesOrder order) {
        return entities.createQuery(
                        "select t from TimelineRow t where t.orderId = :order order by t.id desc", TimelineRow.class)
                .setParameter("order", order.id().value())
                .setMaxResults(MOST_ENTRIES)
                .getResultStream()
                .map(TimelineRow::view)
                .toList();
    }

    private static Optional<OrderAddress> deliverTo(SalesOrder order, List<OrderAddress> addresses) {
        return order.erasedAt != null ? Optional.empty() : Orders.newest(addresses, OrderAddress.Kind.DELIVER);
    }

    private @Nullable Address current(SalesOrder order) {
        return deliverTo(
                        order,
                        orders.addresses(List.of(order)).getOrDefault(order.id().value(), List.of()))
                .map(OrderAddress::address)
                .orElse(null);
    }

    private static List<AddressFinding> findings(Optional<OrderAddress> address) {
        return address.map(known -> AddressCheck.check(known.address(), !known.fromChannel))
                .orElse(List.of());
    }

    private static List<OrderItem> items(
            SalesOrder order,
            List<OrderPiece> pieces,
            Map<SkuKey, SkuInfo> infos,
            Map<Commodities.SellerSku, Commodity> commodities) {
        return pieces.stream()
                .map(piece -> piece.view(
                        infos.get(new SkuKey(order.connectionId, piece.sku)),
                        commodities.get(new Commodities.SellerSku(order.sellerId, piece.sku))))
                .toList();
    }

    private Map<Commodities.SellerSku, Commodity> commodities(
            Collection<SalesOrder> found, Collection<OrderPiece> pieces) {
        return commodities.find(
                found.stream().map(order -> order.sellerId).collect(Collectors.toSet()),
                pieces.stream().map(piece -> piece.sku).collect(Collectors.toSet()));
    }

    /** @throws OrderException if there is no such order in scope */
    public ShippableOrder shippable(OrderId id) {
        return shippable(List.of(id)).stream()
                .findFirst()
                .orElseThrow(
                        () -> new OrderException("order-unknown", "There is no order " + id + " that you may see."));
    }

    /**
     * {@link #shippable(OrderId)} for many in a handful of statements; those not in scope are left out. What is sent with one of them is
     * part of it, and there by itself only if it was asked for.
     */
    public List<ShippableOrder> shippable(Collection<OrderId> wanted) {
        return transactions.call(() -> {
            List<SalesOrder> asked = orders.find(wanted);
            Map<Long, List<SalesOrder>> others = orders.sentWith(asked);
            Set<SalesOrder> found = new LinkedHashSet<>(asked);
            others.values().forEach(found::addAll);
            Map<Long, List<OrderPiece>> pieces = orders.pieces(found);
            Map<Long, List<OrderAddress>> addresses = orders.addresses(found);
            List<OrderPiece> all =
                    pieces.values().stream().flatMap(List::stream).toList();
            Map<SkuKey, SkuInfo> infos = orders.skus(found, all);
            Map<Commodities.SellerSku, Commodity> entered = commodities(found, all);
            Map<Long, List<String>> tags = orders.tags(found);
            Map<SalesOrder, ShippableOrder> each = new HashMap<>();
            found.forEach(order -> each.put(
                    order,
                    shippable(
                            order,
                            pieces.getOrDefault(order.id().value(), List.of()),
                            addresses.getOrDefault(order.id().value(), List.of()),
                            infos,
                            entered,
                            tags.getOrDefault(order.id().value(), List.of()))));
            return asked.stream()
                    .map(order -> Objects.requireNonNull(each.get(order))
                            .with(others.getOrDefault(order.id().value(), List.of()).stream()
                                    .map(each::get)
                                    .toList()))
                    .toList();
        });
    }

    private static ShippableOrder shippable(
            SalesOrder order,
            List<OrderPiece> pieces,
            List<OrderAddress> addresses,
            Map<SkuKey, SkuInfo> infos,
            Map<Commodities.SellerSku, Commodity> entered,
            List<String> tags) {
        Optional<OrderAddress> deliver = deliverTo(order, addresses);
        List<OrderItem> all = items(order, pieces, infos, entered);
        List<OrderItem> open = all.stream()
                .filter(item -> item.state() == State.PROCESSABLE
                        && item.parcel() == null
                        && item.kind() == DeliveryTerms.Kind.PARCEL)
                .toList();
        return new ShippableOrder(
                order.id(),
                order.version,
                order.seller(),
                new ConnectionId(order.connectionId),
                order.channel,
                order.channelOrderId,
                order.orderNumber,
                order.orderedAt,
                order.stage,
                order.onHold,
                order.holdReason,
                order.freight,
                order.stockLight,
                order.problem(),
                deliver.map(OrderAddress::address).orElse(null),
                Orders.newest(addresses, OrderAddress.Kind.INVOICE)
                        .map(OrderAddress::address)
                        .orElse(null),
                findings(deliver),
                open,
                all,
                order.shipBy,
                order.promisedAt,
                order.fee == null ? null : Money.of(order.fee, order.currency),
                tags,
                order.sentWith == null ? null : new OrderId(order.sentWith),
                List.of());
    }

    /**
     * The newest orders of a seller, newest first.
     *
     * @param before the last one already seen; null to begin
     */
    public List<OrderId> newest(SellerId seller, @Nullable OrderId before, int limit) {
        return transactions.call(() -> entities.createQuery(
                        "select o.id from SalesOrder o where o.sellerId = :seller and o.id < :before order by o.id desc",
                        Long.class)
                .setParameter("seller", seller.value())
                .setParameter("before", before == null ? Long.MAX_VALUE : before.value())
                .setMaxResults(limit)
                .getResultStream()
                .map(OrderId::new)
                .toList());
    }

    /** Stops an order until it is released. */
    public void hold(OrderId id, String reason) {
        change(id, order -> {
            order.onHold = true;
            order.holdReason = SalesOrder.cut(reason.strip(), 500);
            orders.timeline(order, TimelineRow.HOLD, reason.strip());
            // The reason may name the buyer and stands in the timeline; this book is never erased.
            audited(order, "order.hold", Map.of());
        });
    }

    public void release(OrderId id) {
        change(id, order -> {
            if (order.onHold) {
                order.onHold = false;
                order.holdReason = null;
                orders.timeline(order, "release", "");
                audited(order, "order.release", Map.of());
            }
        });
    }

    /** Says in the list who is to bring the order, as long as no label says so; null for "not chosen yet". */
    public void plannedCarrier(OrderId id, @Nullable CarrierChoice choice) {
        change(id, order -> {
            if (order.labels == 0) {
                order.carrier(choice);
            }
        });
    }

    /** Sticks a word to the order; one that is there already stays. */
    public void tag(OrderId id, String wanted) {
        String tag = tagged(wanted);
        change(id, order -> {
            if (!orders.tags(List.of(order)).getOrDefault(id.value(), List.of()).contains(tag)) {
                orders.save(new OrderTag(order, tag));
                orders.timeline(order, TimelineRow.TAG, TimelineRow.TAGGED + tag);
            }
        });
    }

    public void untag(OrderId id, String wanted) {
        String tag = tagged(wanted);
        change(id, order -> {
            OrderTag known = entities.find(OrderTag.class, new OrderTag.Key(order.sellerId, tag, id.value()));
            if (known != null) {
                entities.remove(known);
                orders.timeline(order, TimelineRow.TAG, "– " + tag);
            }
        });
    }

    /** @throws OrderException if it is empty, too long, or would be two tags in a list of them */
    private static String tagged(String wanted) {
        String tag = wanted.strip().replaceAll("\\s+", " ");
        if (tag.isEmpty() || tag.length() > OrderTag.LONGEST || tag.contains(",")) {
            throw new OrderException(
                    "tag-invalid",
                    "A tag has 1 to " + OrderTag.LONGEST + " characters and no comma. Choose another word.",
                    Integer.toString(OrderTag.LONGEST));
        }
        return tag;
    }

    /** Writes a person's note into the timeline. */
    public void note(OrderId id, String text) {
        if (text.isBlank()) {
            throw new OrderException("note-empty", "The note is empty. Write something, then save it.");
        }
        change(id, order -> orders.timeline(order, TimelineRow.NOTE, text.strip()));
    }

    /** Puts a corrected address beside the channel's, which is kept; checks it and clears or sets the problem. */
    public void correctAddress(OrderId id, Address corrected) {
        correctAddress(id, null, corrected);
    }

    /**
     * Likewise, unless it is no longer the one that was looked at: what somebody else has corrected meanwhile is not undone unseen.
     *
     * @param seen the address as it was when the correction was begun
     * @throws OrderException {@code address-moved} if another one counts by now
     */
    public void correctAddress(OrderId id, @Nullable Address seen, Address corrected) {
        change(id, order -> {
            if (seen != null && !seen.equals(current(order))) {
                throw new OrderException(
                        "address-moved",
                        "The address of order " + order.orderNumber
                                + " was changed meanwhile. Nothing was saved; compare, then save again.",
                        order.orderNumber);
            }
            if (order.erasedAt != null || !order.stage.isOpen()) {
                throw new OrderException(
                        "order-closed", "Order " + order.orderNumber + " is closed; its address cannot be changed.");
            }
            orders.save(
                    new OrderAddress(order, OrderAddress.Kind.DELIVER, corrected, false, orders.actor(), orders.now()));
            order.buyer = Buyer.of(corrected);
            orders.words(order, SearchTerm.Kind.BUYER, OrderMerge.buyerWords(Optional.of(corrected), Optional.empty()));
            OrderMerge.checked(order, AddressCheck.check(corrected, true));
            orders.timeline(order, "address-corrected", "");
            // What it was and is stands in the order's own history, which is erased with the buyer; the audit log is
            // not.
            audited(order, "order.address", Map.of());
        });
    }

    /** Flags an order; a problem already there is replaced. */
    public void markProblem(OrderId id, Problem problem) {
        change(id, order -> {
            if (!problem.equals(order.problem())) {
                order.problem(problem);
                orders.timeline(order, TimelineRow.PROBLEM, problem.text());
            }
        });
    }

    /** Takes the flag away, whatever it says. */
    public void clearProblem(OrderId id) {
        change(id, order -> order.problem(null));
    }

    /** Takes the flag away if it has one of these codes. */
    public void clearProblem(OrderId id, Set<String> codes) {
        change(id, order -> {
            Problem problem = order.problem();
            if (problem != null && codes.contains(problem.code())) {
                order.problem(null);
            }
        });
    }

    /** Takes over what the shipment room says. Joins its transaction. */
    public void applyShipmentState(OrderId id, ShipmentState state) {
        change(id, order -> {
            List<OrderPiece> pieces = orders.pieces(order);
            List<PieceMoves.Move> moves = new ArrayList<>();
            Stage before = order.stage;
            for (OrderPiece piece : pieces) {
                Long parcel = state.parcelOf().get(piece.id());
                piece.parcelId = parcel;
                Instant sentAt = state.sent().get(piece.id());
                if (sentAt != null && piece.wanted()) {
                    piece.state = State.SENT;
                    // From now on, not from the hand-over: what the channel says of the time before is no news.
                    piece.stateAt = sentAt.isAfter(orders.now()) ? sentAt : orders.now();
                    moves.add(new PieceMoves.Move(id, piece.id(), piece.sku, order.dueAt, PieceMoves.Kind.SENT));
                }
            }
            order.parcels = state.parcels();
            order.labels = state.labels();
            order.packed = state.packed();
            order.slipPrinted = state.slipPrinted();
            order.confirmed = state.confirmed();
            if (state.carrier() != null) {
                order.carrier(state.carrier());
            }
            order.restage(pieces, orders.now());
            if (order.erasedAt == null) {
                Set<String> words = new HashSet<>();
                state.trackingNumbers().forEach(number -> words.addAll(SearchWords.words(number)));
                orders.words(order, SearchTerm.Kind.TRACKING, words);
            }
            if (before != order.stage) {
                orders.timeline(order, "stage", order.stage.name());
            }
            if (!moves.isEmpty()) {
                events.publishEvent(new PieceMoves(order.seller(), moves));
            }
        });
    }

    /** Takes over what the stock room says, of many orders at once. Joins its transaction; makes no version stale. */
    public void applyStockLights(Map<OrderId, StockLight> lights) {
        transactions.run(() -> {
            for (StockLight light : StockLight.values()) {
                List<Long> same = lights.entrySet().stream()
                        .filter(entry -> entry.getValue() == light)
                        .map(entry -> entry.getKey().value())
                        .toList();
                if (!same.isEmpty()) {
                    entities.createQuery("update SalesOrder o set o.stockLight = :light where o.id in :ids")
                            .setParameter("light", light)
                            .setParameter("ids", same)
                            .executeUpdate();
                }
            }
        });
    }

    /** The pieces of these SKUs that are to be shipped, for the stock room to reserve them when it begins to count. */
    public List<PieceMoves.Move> wanted(SellerId seller, Collection<String> skus) {
        return transactions.call(() -> entities.createQuery("""
                        select o.id, p.id, p.sku, o.dueAt from OrderPiece p join SalesOrder o on o.id = p.orderId
                        where p.sellerId = :seller and p.sku in :skus and p.state in (:announced, :processable)
                        order by o.dueAt, p.id
                        """, Object[].class)
                .setParameter("seller", seller.value())
                .setParameter("skus", skus)
                .setParameter("announced", State.ANNOUNCED)
                .setParameter("processable", State.PROCESSABLE)
                .getResultStream()
                .map(row -> new PieceMoves.Move(
                        new OrderId((Long) row[0]),
                        new ItemId((Long) row[1]),
                        (String) row[2],
                        (Instant) row[3],
                        PieceMoves.Kind.WANTED))
                .toList());
    }

    /** What the goods of these SKUs are called in their newest order; without those that nobody ordered. */
    public Map<String, String> titles(SellerId seller, Collection<String> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        return transactions.call(() -> entities.createQuery("""
                        select p.sku, p.title from OrderPiece p where p.id in
                          (select max(q.id) from OrderPiece q where q.sellerId = :seller and q.sku in :skus group by q.sku)
                        """, Object[].class)
                .setParameter("seller", seller.value())
                .setParameter("skus", skus)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1])));
    }

    /**
     * The channel or the carriers say that all of it has arrived: erasing the buyer counts from then.
     *
     * @param at null if a carrier took that back
     */
    public void delivered(OrderId id, @Nullable Instant at) {
        change(id, order -> order.deliveredAt = at);
    }

    /** Appends to the timeline. Joins a transaction if there is one. */
    public void timeline(OrderId id, String code, String text) {
        change(id, order -> orders.timeline(order, code, text));
    }

    /**
     * Somebody has written about these orders in another room: where the buyer is erased already, that is forgotten in its own time, see
     * {@link WordsDue}. Joins a transaction if there is one.
     */
    public void written(Collection<OrderId> ids) {
        transactions.callAgainIfStale(() -> {
            orders.find(ids).stream()
                    .filter(order -> order.erasedAt != null)
                    .forEach(order -> order.writtenAt = orders.now());
            return null;
        });
    }

    private void audited(SalesOrder order, String action, Map<String, String> detail) {
        audit.record(order.seller(), action, new Subject("order", order.id().value()), detail);
    }

    /** Every change here reads anew what it decides on, so a stale version is no reason to bother anybody. */
    private void change(OrderId id, Consumer<SalesOrder> edit) {
        transactions.callAgainIfStale(() -> {
            SalesOrder order = orders.find(id);
            edit.accept(order);
            events.publishEvent(new OrderChanged(order.seller(), order.id()));
            return null;
        });
    }
}
