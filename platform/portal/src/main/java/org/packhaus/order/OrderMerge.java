package org.packhaus.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.packhaus.order.PieceMoves.Kind;
import org.packhaus.order.PieceMoves.Move;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.ChannelItem.State;
import org.packhaus.sdk.ChannelOrder;
import org.packhaus.sdk.DeliveryTerms;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Weight;

/** Brings one order of ours to what its channel says, piece by piece, and gathers what other rooms must hear. One for each transaction. */
class OrderMerge {
    static final String CANCELLED_AFTER_LABEL = "cancelled-after-label";
    static final String ADDRESS_AFTER_LABEL = "address-changed-after-label";

    private final Orders orders;
    private final Map<String, SkuInfo> infos;
    private final LocalTime sellersCutOff;
    private final List<Move> moves = new ArrayList<>();
    private final List<Object> events = new ArrayList<>();

    OrderMerge(Orders orders, Map<String, SkuInfo> infos, LocalTime sellersCutOff) {
        this.orders = orders;
        this.infos = infos;
        this.sellersCutOff = sellersCutOff;
    }

    List<Move> moves() {
        return moves;
    }

    List<Object> events() {
        return events;
    }

    /**
     * The order is new, or only its being unreadable was known. It is saved when it is complete: what changes after saving costs a
     * second statement for each order.
     */
    void take(SalesOrder order, ChannelOrder news, String fingerprint) {
        boolean first = order.id == null;
        header(order, news);
        order.fingerprint = fingerprint;
        List<OrderPiece> pieces = new ArrayList<>();
        for (ChannelItem item : news.items()) {
            pieces.add(new OrderPiece(order, item, news.changedAt()));
        }
        if (news.suspectedFraud()) {
            hold(order);
        }
        news.deliverTo().ifPresent(address -> buyer(order, address));
        summarise(order, pieces);
        if (first) {
            orders.save(order);
        }
        for (OrderPiece piece : pieces) {
            piece.orderId = order.id().value();
            orders.save(piece);
            if (piece.wanted()) {
                move(order, piece, Kind.WANTED);
            }
        }
        news.deliverTo().ifPresent(address -> address(order, OrderAddress.Kind.DELIVER, address));
        news.invoiceTo().ifPresent(address -> address(order, OrderAddress.Kind.INVOICE, address));
        if (first) {
            orders.newWords(order, SearchTerm.Kind.NUMBER, SearchWords.words(news.number()));
        } else {
            orders.words(order, SearchTerm.Kind.NUMBER, SearchWords.words(news.number()));
        }
        orders.newWords(order, SearchTerm.Kind.SKU, skuWords(pieces));
        orders.newWords(order, SearchTerm.Kind.BUYER, buyerWords(news.deliverTo(), news.invoiceTo()));
        orders.timeline(order, "imported", order.stage.name());
        if (news.suspectedFraud()) {
            held(order);
        }
        if (order.freight) {
            orders.timeline(order, "freight", "");
        }
        events.add(new OrderImported(order.seller(), order.id()));
    }

    /** The order is known; something about it is new. */
    void merge(SalesOrder order, List<OrderPiece> known, List<OrderAddress> addresses, ChannelOrder news) {
        Stage before = order.stage;
        Instant dueBefore = order.dueAt;
        boolean fraudBefore = order.suspectedFraud;
        header(order, news);
        if (news.suspectedFraud() && !fraudBefore) {
            hold(order);
            held(order);
        }
        List<OrderPiece> pieces = pieces(order, known, news);
        news.deliverTo().ifPresent(address -> addressAgain(order, OrderAddress.Kind.DELIVER, addresses, address));
        news.invoiceTo().ifPresent(address -> addressAgain(order, OrderAddress.Kind.INVOICE, addresses, address));
        summarise(order, pieces);
        if (!dueBefore.equals(order.dueAt)) {
            // Its place in the queue for stock is another one now.
            pieces.stream().filter(OrderPiece::wanted).forEach(piece -> move(order, piece, Kind.WANTED));
        }
        orders.words(order, SearchTerm.Kind.SKU, skuWords(pieces));
        if (before != order.stage) {
            orders.timeline(order, stageCode(order.stage), order.stage.name());
        }
        events.add(new OrderChanged(order.seller(), order.id()));
    }

    private static String stageCode(Stage stage) {
        return switch (stage) {
            case ANNOUNCED -> "announced";
            case TO_SHIP -> "released";
            case LABEL_PRINTED, PACKED -> "stage";
            case SENT -> "sent";
            case CANCELLED -> "cancelled";
        };
    }

    private void header(SalesOrder order, ChannelOrder news) {
        if (order.unreadable) {
            order.unreadable = false;
            order.problem(null);
        }
        order.orderNumber = news.number();
        order.orderedAt = news.orderedAt();
        order.channelChangedAt = news.changedAt();
        order.paymentMethod = SalesOrder.cut(news.paymentMethod(), 60);
        order.fee = news.deliveryFee().map(Money::amount).orElse(null);
        order.suspectedFraud = news.suspectedFraud();
    }

    /** Fraud that the channel suspects costs the seller the goods; a person releases it, once. */
    private static void hold(SalesOrder order) {
        order.onHold = true;
        order.holdReason = "The channel suspects fraud.";
    }

    private void held(SalesOrder order) {
        orders.timeline(order, "hold-fraud", "");
    }

    private List<OrderPiece> pieces(SalesOrder order, List<OrderPiece> known, ChannelOrder news) {
        Map<String, OrderPiece> byId = new HashMap<>();
        known.forEach(piece -> byId.put(piece.channelItemId, piece));
        List<OrderPiece> all = new ArrayList<>(known);
        boolean wasReleased = known.stream().anyMatch(piece -> piece.state != State.ANNOUNCED);
        Set<ItemId> cancelled = new HashSet<>();
        Set<Long> parcels = new HashSet<>();
        for (ChannelItem item : news.items()) {
            OrderPiece piece = byId.get(item.id());
            if (piece == null) {
                OrderPiece added = new OrderPiece(order, item, news.changedAt());
                added.orderId = order.id().value();
                orders.save(added);
                all.add(added);
                if (added.wanted()) {
                    move(order, added, Kind.WANTED);
                }
                continue;
            }
            boolean wanted = piece.wanted();
            boolean gone = piece.gone();
            if (wanted && !piece.sku.equals(item.sku())) {
                move(order, piece, Kind.RELEASED);
                piece.describe(item);
                move(order, piece, Kind.WANTED);
            }
            piece.describe(item);
            if (turn(order, piece, item.state(), news.changedAt()) && piece.state == State.CANCELLED) {
                cancelled.add(piece.id());
                if (piece.parcelId != null) {
                    parcels.add(piece.parcelId);
                }
            }
            follow(order, piece, wanted, gone);
        }
        if (!wasReleased && order.processableAt == null && all.stream().anyMatch(p -> p.state == State.PROCESSABLE)) {
            order.processableAt = news.changedAt();
        }
        if (!cancelled.isEmpty()) {
            cancelled(order, all, cancelled, parcels);
        }
        return all;
    }

    private void cancelled(SalesOrder order, List<OrderPiece> all, Set<ItemId> cancelled, Set<Long> parcels) {
        boolean whole = all.stream().noneMatch(OrderPiece::wanted);
        orders.timeline(order, "cancelled", cancelled.size() + " / " + all.size());
        if (!parcels.isEmpty()) {
            order.problem(new Problem(
                    CANCELLED_AFTER_LABEL,
                    "Order " + order.orderNumber + ": " + cancelled.size()
                            + " of its pieces were cancelled at the channel after the label was bought. Take them out; void the label if"
                            + " nothing is left."));
        }
        events.add(new OrderCancelled(order.seller(), order.id(), cancelled, parcels, whole));
    }

    /**
     * States go forward. Back only on news from the channel that is younger than what we know: a page read before our own confirmation
     * still calls a sent piece processable, and must not undo it.
     */
    private boolean turn(SalesOrder order, OrderPiece piece, State state, Instant changedAt) {
        if (piece.state == state) {
            return false;
        }
        boolean forward = state.ordinal() > piece.state.ordinal();
        if (!forward && !changedAt.isAfter(piece.stateAt)) {
            return false;
        }
        if (!forward) {
            orders.timeline(order, "channel-corrected", piece.sku + ": " + piece.state + " → " + state);
        }
        piece.state = state;
        piece.stateAt = changedAt;
        return true;
    }

    private void follow(SalesOrder order, OrderPiece piece, boolean wantedBefore, boolean goneBefore) {
        if (wantedBefore && piece.gone()) {
            move(order, piece, Kind.SENT);
        } else if (wantedBefore && !piece.wanted()) {
            move(order, piece, Kind.RELEASED);
        } else if (!wantedBefore && piece.wanted()) {
            move(order, piece, goneBefore ? Kind.BACK : Kind.WANTED);
        }
    }

    private void move(SalesOrder order, OrderPiece piece, Kind kind) {
        moves.add(new Move(order.id(), piece.id(), piece.sku, order.dueAt, kind));
    }

    private void address(SalesOrder order, OrderAddress.Kind kind, Address address) {
        orders.save(new OrderAddress(order, kind, address, true, order.channel, order.channelChangedAt));
    }

    /** Compared with what the channel sent last, not with what a person made of it. */
    private void addressAgain(SalesOrder order, OrderAddress.Kind kind, List<OrderAddress> addresses, Address news) {
        OrderAddress fresh = new OrderAddress(order, kind, news, true, order.channel, order.channelChangedAt);
        Optional<OrderAddress> before = addresses.stream()
                .filter(address -> address.kind == kind && address.fromChannel)
                .reduce((older, newer) -> newer);
        if (before.map(OrderAddress::address).filter(fresh.address()::equals).isPresent()) {
            return;
        }
        orders.save(fresh);
        if (kind == OrderAddress.Kind.INVOICE) {
            return;
        }
        buyer(order, news);
        orders.words(order, SearchTerm.Kind.BUYER, buyerWords(Optional.of(news), Optional.empty()));
        if (before.isPresent()) {
            orders.timeline(order, "address-changed", "");
            if (order.labels > 0) {
                order.problem(
                        new Problem(
                                ADDRESS_AFTER_LABEL,
                                "Order " + order.orderNumber
                                        + ": the channel changed the address after the label was bought. Void the label and book a new one."));
            }
        }
    }

    private static void buyer(SalesOrder order, Address address) {
        order.buyer = Buyer.of(address);
        checked(order, AddressCheck.check(address, false));
    }

    /** Sets or takes away the address's problem; any other stays. */
    static void checked(SalesOrder order, List<AddressFinding> findings) {
        Problem current = order.problem();
        boolean ours = current == null || current.code().startsWith(AddressCheck.PREFIX);
        if (ours && !Objects.equals(current == null ? null : current.code(), ADDRESS_AFTER_LABEL)) {
            order.problem(AddressCheck.problem(findings).orElse(null));
        }
    }

    private void summarise(SalesOrder order, List<OrderPiece> pieces) {
        List<OrderPiece> live =
                pieces.stream().filter(piece -> piece.state != State.CANCELLED).toList();
        List<OrderPiece> counted = live.isEmpty() ? pieces : live;
        order.pieces = counted.size();
        order.total = counted.stream().map(piece -> piece.price).reduce(BigDecimal.ZERO, BigDecimal::add);
        order.currency = counted.isEmpty() ? order.currency : counted.getFirst().currency;
        order.takesBack = live.stream().anyMatch(piece -> piece.takesBack);
        order.promisedAt = live.stream()
                .filter(OrderPiece::wanted)
                .map(piece -> piece.promisedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(order.promisedAt);
        weigh(order, counted, infos);
        deadline(order, pieces, infos, sellersCutOff);
        order.restage(pieces, order.channelChangedAt);
        Problem problem = order.problem();
        if (!order.stage.isOpen() && problem != null && problem.code().startsWith(AddressCheck.PREFIX)) {
            order.problem(null);
        }
    }

    /** What the pieces weigh together; nothing while one of them is unknown, because a part of the weight is no weight. */
    private static void weigh(SalesOrder order, List<OrderPiece> pieces, Map<String, SkuInfo> infos) {
        int grams = 0;
        for (OrderPiece piece : pieces) {
            SkuInfo info = infos.get(piece.sku);
            Weight weight = info == null ? null : info.weight();
            if (weight == null) {
                order.weigh(null);
                return;
            }
            grams += weight.grams();
        }
        order.weigh(pieces.isEmpty() ? null : grams);
    }

    /** The earliest deadline of the pieces that are to go; the last one known stays when none are left. */
    static void deadline(
            SalesOrder order, List<OrderPiece> pieces, Map<String, SkuInfo> infos, LocalTime sellersCutOff) {
        List<OrderPiece> open = pieces.stream().filter(OrderPiece::wanted).toList();
        if (open.isEmpty()) {
            return;
        }
        order.freight = open.stream().allMatch(piece -> isFreight(infos.get(piece.sku)));
        Instant from = ShipBy.countsFrom(order.orderedAt, order.processableAt);
        boolean announced = open.stream().anyMatch(piece -> piece.state == State.ANNOUNCED);
        order.shipBy(
                announced
                        ? null
                        : open.stream()
                                .map(piece -> Optional.ofNullable(infos.get(piece.sku))
                                        .flatMap(SkuInfo::terms)
                                        .orElseGet(() -> ShipBy.fallback(sellersCutOff)))
                                .map(term -> ShipBy.deadline(from, term))
                                .min(Comparator.naturalOrder())
                                .orElseThrow());
    }

    static boolean isFreight(@org.jspecify.annotations.Nullable SkuInfo info) {
        return info != null && info.kind == DeliveryTerms.Kind.FREIGHT;
    }

    private static Set<String> skuWords(List<OrderPiece> pieces) {
        Set<String> words = new LinkedHashSet<>();
        pieces.forEach(piece -> words.add(SearchWords.fold(piece.sku)));
        words.remove("");
        return words;
    }

    static Set<String> buyerWords(Optional<Address> deliverTo, Optional<Address> invoiceTo) {
        Set<String> words = new LinkedHashSet<>();
        for (Optional<Address> address : List.of(deliverTo, invoiceTo)) {
            address.ifPresent(known -> {
                words.addAll(SearchWords.words(known.person()));
                words.addAll(SearchWords.words(known.company()));
            });
        }
        return words;
    }
}
