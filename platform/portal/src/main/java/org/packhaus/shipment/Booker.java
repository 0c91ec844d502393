package org.packhaus.shipment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.OrderService;
import org.packhaus.order.Problem;
import org.packhaus.order.ShippableOrder;
import org.packhaus.returnnumber.ReturnNumbers;
import org.packhaus.returnnumber.SourceKind;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerService;
import org.packhaus.shipment.CarrierAdvice.Advice;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Books an order: checks it, packs its pieces into parcels (one, for now), buys their labels. However often it is asked. */
@Component
class Booker {
    private static final int PLANNERS_AT_MOST = 5;

    private final OrderService orders;
    private final SellerService sellers;
    private final ShipmentBook book;
    private final ShipmentStates states;
    private final Preflight preflight;
    private final ReturnWays returns;
    private final ReturnNumbers numbers;
    private final CarrierChooser carriers;
    private final LabelLedger ledger;
    private final TransactionRetry transactions;
    private final Clock clock;

    Booker(
            OrderService orders,
            SellerService sellers,
            ShipmentBook book,
            ShipmentStates states,
            Preflight preflight,
            ReturnWays returns,
            ReturnNumbers numbers,
            CarrierChooser carriers,
            LabelLedger ledger,
            TransactionRetry transactions,
            Clock clock) {
        this.orders = orders;
        this.sellers = sellers;
        this.book = book;
        this.states = states;
        this.preflight = preflight;
        this.returns = returns;
        this.numbers = numbers;
        this.carriers = carriers;
        this.ledger = ledger;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is to be bought, or why nothing. */
    private record Prepared(List<Problem> problems, List<ParcelId> parcels, Optional<String> numberOf) {
        Prepared(List<Problem> problems, List<ParcelId> parcels) {
            this(problems, parcels, Optional.empty());
        }

        /** A return number of that carrier has to be kept for the order first. */
        static Prepared afterNumberOf(String carrierCode) {
            return new Prepared(List.of(), List.of(), Optional.of(carrierCode));
        }

        boolean mayWait() {
            return !parcels.isEmpty() && !problems.isEmpty();
        }
    }

    OrderBooking book(OrderId order, String by) {
        Prepared prepared = prepare(order, by);
        if (prepared.mayWait()) {
            Problem first = prepared.problems().getFirst();
            return new OrderBooking(
                    order,
                    List.of(),
                    prepared.parcels().stream()
                            .map(parcel -> ledger.want(parcel, first.code(), first.text()))
                            .toList());
        }
        List<LabelOutcome> labels = new ArrayList<>();
        for (ParcelId parcel : prepared.parcels()) {
            labels.add(ledger.buy(parcel));
        }
        return new OrderBooking(order, prepared.problems(), labels);
    }

    private Prepared prepare(OrderId order, String by) {
        for (int attempt = 1; ; attempt++) {
            try {
                Prepared prepared = transactions.callAgainIfStale(() -> tryPrepare(order, by));
                if (prepared.numberOf().isEmpty()) {
                    return prepared;
                }
                keepNumber(order, prepared.numberOf().get(), attempt);
            } catch (DataIntegrityViolationException e) {
                // Somebody packed the same pieces in this moment; the next round finds their parcel.
                if (attempt == PLANNERS_AT_MOST) {
                    throw e;
                }
            }
        }
    }

    /** Whoever finds none left is refused in the next round, which sees the pool as it is by then. */
    private void keepNumber(OrderId order, String carrierCode, int attempt) {
        SellerId seller = transactions.call(() -> orders.shippable(order).seller());
        if (!numbers.reserve(seller, carrierCode, order) && attempt >= PLANNERS_AT_MOST) {
            throw new ShipmentException(
                    "return-pool-busy",
                    "The return numbers of " + carrierCode + " are being given out just now. Book the order again.");
        }
    }

    private Prepared tryPrepare(OrderId id, String by) {
        ShippableOrder order = orders.shippable(id);
        SellerDetails seller = sellers.details(order.seller());
        Boxes boxes = boxes(id);
        List<OrderItem> items = toPack(order, boxes);
        if (items.isEmpty() && !boxes.closed().isEmpty()) {
            return new Prepared(
                    List.of(), boxes.closed().stream().map(ParcelEntity::id).toList());
        }
        Advice advice = carriers.choose(order, items, seller, clock.instant());
        List<Problem> problems = preflight.check(order, items, seller, advice);
        if (!(advice instanceof Advice.Take(CarrierPick pick))
                || !problems.stream().allMatch(Preflight::passesByItself)) {
            refused(order, boxes, problems);
            return new Prepared(problems, List.of());
        }
        ReturnWay wayBack = returns.of(order, seller, pick.connection());
        if (wayBack instanceof ReturnWay.FromPool(String code)
                && boxes.open().stream().limit(1).noneMatch(box -> hasNumberOf(box, code))
                && !numbers.isKept(code, id)) {
            return Prepared.afterNumberOf(code);
        }
        List<ParcelId> parcels = new ArrayList<>();
        boxes.closed().forEach(parcel -> parcels.add(parcel.id()));
        ParcelEntity parcel = pack(order, seller, pick, boxes, items, by);
        comeBack(parcel, wayBack);
        parcels.add(parcel.id());
        states.tell(id);
        return new Prepared(problems, parcels);
    }

    private static boolean hasNumberOf(ParcelEntity parcel, String carrierCode) {
        return parcel.returnNumber()
                .filter(n -> n.carrierCode().equals(carrierCode))
                .isPresent();
    }

    /** What the parcel has already stays with it, and a return label that may be paid is not given up. */
    private void comeBack(ParcelEntity parcel, ReturnWay wayBack) {
        boolean underWay = book.returnPurchasesOf(List.of(parcel.order())).stream()
                .anyMatch(p -> p.parcelId().equals(parcel.id()) && !p.isOpen() && p.state() != LabelState.VOIDED);
        switch (wayBack) {
            case ReturnWay.FromPool(String code) -> {
                if (!hasNumberOf(parcel, code)) {
                    String number = numbers.use(
                                    code, parcel.order(), parcel.id().value())
                            .orElseThrow();
                    parcel.returnsUnder(new ReturnNumber(code, number), SourceKind.POOL);
                }
            }
            case ReturnWay.ByReturnLabel(String code, ConnectionId connection) -> {
                if (!underWay && !hasNumberOf(parcel, code)) {
                    parcel.returnsByLabelOf(connection);
                }
            }
            case ReturnWay.WithLabel(String code) -> {
                if (!underWay && !hasNumberOf(parcel, code)) {
                    parcel.returnsWithItsLabel();
                }
            }
            case ReturnWay.NotNeeded none -> {}
            case ReturnWay.Blocked blocked -> {}
        }
    }

    /** Live parcels: still open ones, and those whose label is bought or under way. */
    private record Boxes(List<ParcelEntity> open, List<ParcelEntity> closed, Map<ItemId, ParcelItem> inOpen) {}

    private Boxes boxes(OrderId order) {
        List<ParcelEntity> live = book.parcelsOf(List.of(order)).stream()
                .filter(ParcelEntity::isLive)
                .toList();
        Map<ParcelId, List<LabelPurchase>> purchases =
                book.purchasesOf(List.of(order)).stream().collect(Collectors.groupingBy(LabelPurchase::parcelId));
        Map<Boolean, List<ParcelEntity>> byOpen = live.stream()
                .collect(Collectors.partitioningBy(parcel -> purchases.getOrDefault(parcel.id(), List.of()).stream()
                        .limit(1)
                        .allMatch(LabelPurchase::isOpen)));
        List<ParcelEntity> open = byOpen.getOrDefault(true, List.of());
        Set<ParcelId> openIds = open.stream().map(ParcelEntity::id).collect(Collectors.toSet());
        return new Boxes(
                open,
                byOpen.getOrDefault(false, List.of()),
                book.itemsOf(List.of(order)).stream()
                        .filter(item -> openIds.contains(item.parcelId()))
                        .collect(Collectors.toMap(ParcelItem::item, Function.identity())));
    }

    private static List<OrderItem> toPack(ShippableOrder order, Boxes boxes) {
        Set<ItemId> waiting = order.items().stream().map(OrderItem::id).collect(Collectors.toSet());
        return order.allItems().stream()
                .filter(item -> waiting.contains(item.id())
                        || boxes.inOpen().containsKey(item.id()) && item.state() == ChannelItem.State.PROCESSABLE)
                .toList();
    }

    /** A label that was wanted before must not be bought by itself while something is wrong. */
    private void refused(ShippableOrder order, Boxes boxes, List<Problem> problems) {
        Problem first = problems.getFirst();
        Set<ParcelId> open = boxes.open().stream().map(ParcelEntity::id).collect(Collectors.toSet());
        book.purchasesOf(List.of(order.id())).stream()
                .filter(purchase -> open.contains(purchase.parcelId()) && purchase.state() == LabelState.PLANNED)
                .forEach(purchase -> purchase.rest(first.code(), first.text()));
        if (Preflight.flagsTheOrder(first)) {
            orders.markProblem(order.id(), first);
        }
    }

    private ParcelEntity pack(
            ShippableOrder order,
            SellerDetails seller,
            CarrierPick pick,
            Boxes boxes,
            List<OrderItem> items,
            String by) {
        Packing packing = Packing.of(items, seller.defaultParcelWeightGrams());
        ParcelEntity parcel = boxes.open().isEmpty()
                ? newParcel(order, pick, packing, by)
                : boxes.open().getFirst();
        book.shipment(parcel.shipmentId()).choose(pick);
        parcel.measures(packing.weight().orElseThrow(), packing.dimensions());
        Set<ItemId> wanted = items.stream().map(OrderItem::id).collect(Collectors.toSet());
        boxes.inOpen().values().stream()
                .filter(item -> !wanted.contains(item.item()))
                .forEach(ParcelItem::takeOut);
        items.stream()
                .filter(item -> !boxes.inOpen().containsKey(item.id()))
                .forEach(item -> book.add(new ParcelItem(parcel, item.id())));
        book.flush();
        return parcel;
    }

    private ParcelEntity newParcel(ShippableOrder order, CarrierPick pick, Packing packing, String by) {
        int number = book.shipmentsOf(List.of(order.id())).size() + 1;
        var shipment = new ShipmentEntity(order.seller(), order.id(), number, pick, clock.instant(), by);
        book.add(shipment);
        var parcel = new ParcelEntity(
                order.seller(), order.id(), shipment.id(), 1, packing.weight().orElseThrow(), clock.instant());
        book.add(parcel);
        return parcel;
    }

    /** The same checks, and nothing else. */
    List<Problem> check(ShippableOrder order) {
        return transactions.call(() -> {
            Boxes boxes = boxes(order.id());
            List<OrderItem> items = toPack(order, boxes);
            if (items.isEmpty() && !boxes.closed().isEmpty()) {
                return List.<Problem>of();
            }
            SellerDetails seller = sellers.details(order.seller());
            return preflight.check(order, items, seller, carriers.choose(order, items, seller, clock.instant()));
        });
    }
}
