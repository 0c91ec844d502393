package org.packhaus.shipment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.order.Problem;
import org.packhaus.order.ShippableOrder;
import org.packhaus.returnnumber.ReturnNumbers;
import org.packhaus.returnnumber.SourceKind;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerService;
import org.packhaus.shipment.CarrierAdvice.Advice;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Books an order: checks each of its parcels, packs them, buys their labels. However often it is asked. */
@Component
class Booker {
    private static final int PLANNERS_AT_MOST = 5;

    private final OrderService orders;
    private final JointOrders joint;
    private final SellerService sellers;
    private final ShipmentBook book;
    private final ShipmentStates states;
    private final Preflight preflight;
    private final ReturnWays returns;
    private final Packer packer;
    private final ReturnNumbers numbers;
    private final CarrierChooser carriers;
    private final LabelLedger ledger;
    private final TransactionRetry transactions;
    private final Clock clock;

    Booker(
            OrderService orders,
            JointOrders joint,
            SellerService sellers,
            ShipmentBook book,
            ShipmentStates states,
            Preflight preflight,
            ReturnWays returns,
            Packer packer,
            ReturnNumbers numbers,
            CarrierChooser carriers,
            LabelLedger ledger,
            TransactionRetry transactions,
            Clock clock) {
        this.orders = orders;
        this.joint = joint;
        this.sellers = sellers;
        this.book = book;
        this.states = states;
        this.preflight = preflight;
        this.returns = returns;
        this.packer = packer;
        this.numbers = numbers;
        this.carriers = carriers;
        this.ledger = ledger;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is to be bought, or why nothing. */
    private record Prepared(
            List<Problem> problems, List<ParcelId> parcels, Optional<String> numberOf, boolean regrouped) {
        /** It leaves with another order than was thought when it began. */
        static final Prepared REGROUPED = new Prepared(List.of(), List.of(), Optional.empty(), true);

        Prepared(List<Problem> problems, List<ParcelId> parcels) {
            this(problems, parcels, Optional.empty(), false);
        }

        /** A return number of that carrier has to be kept for the order first. */
        static Prepared afterNumberOf(String carrierCode) {
            return new Prepared(List.of(), List.of(), Optional.of(carrierCode), false);
        }

        boolean mayWait() {
            return !parcels.isEmpty() && !problems.isEmpty();
        }
    }

    /** An order that leaves with another is booked as a part of that one: whoever asks for either gets the one label of both. */
    OrderBooking book(OrderId wanted, String by) {
        OrderId lead = wanted;
        for (int attempt = 1; ; attempt++) {
            carriers.beforehand(undecided(lead));
            Prepared prepared = prepare(wanted, lead, by);
            if (!prepared.regrouped()) {
                return book(wanted, lead, prepared);
            }
            if (attempt == PLANNERS_AT_MOST) {
                throw new ShipmentException(
                        "order-regrouped",
                        "Somebody is putting order " + wanted + " together with others just now. Book it again.");
            }
            lead = joint.lead(wanted);
        }
    }

    private OrderBooking book(OrderId order, OrderId lead, Prepared prepared) {
        if (prepared.mayWait()) {
            Problem first = prepared.problems().getFirst();
            return new OrderBooking(
                    order,
                    lead,
                    List.of(),
                    prepared.parcels().stream()
                            .map(parcel -> ledger.want(parcel, first.code(), first.text()))
                            .toList());
        }
        List<LabelOutcome> labels = new ArrayList<>();
        for (ParcelId parcel : prepared.parcels()) {
            labels.add(ledger.buy(parcel));
        }
        return new OrderBooking(order, lead, prepared.problems(), labels);
    }

    private Prepared prepare(OrderId wanted, OrderId lead, String by) {
        for (int attempt = 1; ; attempt++) {
            try {
                Prepared prepared = transactions.callAgainIfStale(() -> tryPrepare(wanted, lead, by));
                if (prepared.numberOf().isEmpty()) {
                    return prepared;
                }
                keepNumber(lead, prepared.numberOf().get(), attempt);
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
                    "The return numbers of " + carrierCode + " are being given out just now. Book the order again.",
                    carrierCode);
        }
    }

    /** What a parcel would be bought from, and what stands in the way. */
    private record Checked(Wish wish, Packing packing, Advice advice, List<Problem> problems) {
        Optional<CarrierPick> pick() {
            return advice instanceof Advice.Take(CarrierPick pick) ? Optional.of(pick) : Optional.empty();
        }
    }

    private Prepared tryPrepare(OrderId wanted, OrderId id, String by) {
        // Before anything is read: whoever puts orders together holds the same lock.
        boolean leads = joint.lock(id) == null;
        if (!leads || !wanted.equals(id) && !joint.lead(wanted).equals(id)) {
            return Prepared.REGROUPED;
        }
        ShippableOrder order = orders.shippable(id);
        SellerDetails seller = sellers.details(order.seller());
        Dealing dealing = Dealing.of(order, book).locked(book);
        if (!dealing.hasWishes() && !dealing.closed().isEmpty()) {
            return new Prepared(
                    List.of(), dealing.closed().stream().map(ParcelEntity::id).toList());
        }
        List<Checked> checked = check(order, dealing, seller);
        List<Problem> problems = problems(order, dealing, checked);
        boolean stops = checked.isEmpty()
                || checked.stream().anyMatch(one -> one.pick().isEmpty())
                || !problems.stream().allMatch(Preflight::passesByItself);
        if (stops) {
            refused(order, dealing, problems);
            return new Prepared(problems, List.of());
        }
        // Asked once: while numbers are given out below, a pool runs empty, and the last parcel must still know it
        // needs one.
        Map<Checked, ReturnWay> waysBack = new IdentityHashMap<>();
        checked.forEach(one -> waysBack.put(one, wayBack(order, seller, one)));
        for (Checked one : checked) {
            if (waysBack.get(one) instanceof ReturnWay.FromPool(String code)
                    && !one.wish()
                            .parcel()
                            .filter(box -> hasNumberOf(box, code))
                            .isPresent()
                    && !numbers.isKept(code, id)) {
                return Prepared.afterNumberOf(code);
            }
        }
        List<ParcelId> parcels = new ArrayList<>();
        dealing.closed().forEach(parcel -> parcels.add(parcel.id()));
        Optional<String> numberLacks = Optional.empty();
        packer.clear(dealing);
        Map<String, ShipmentEntity> shipments = new HashMap<>();
        for (Checked one : checked) {
            ParcelEntity parcel =
                    packer.pack(order, one.wish(), one.packing(), one.pick().orElseThrow(), shipments, by);
            numberLacks = numberLacks.or(() -> comeBack(parcel, Objects.requireNonNull(waysBack.get(one))));
            parcels.add(parcel.id());
        }
        states.tell(id);
        return numberLacks.map(Prepared::afterNumberOf).orElseGet(() -> new Prepared(problems, parcels));
    }

    private ReturnWay wayBack(ShippableOrder order, SellerDetails seller, Checked one) {
        return returns.of(order, seller, one.pick().orElseThrow().connection());
    }

    /** Parcels that leave together have one carrier: the one that suits the heaviest, or the one that already brings a part of them. */
    private List<Checked> check(ShippableOrder order, Dealing dealing, SellerDetails seller) {
        Map<String, Advice> advices = new HashMap<>();
        List<Checked> checked = new ArrayList<>();
        for (Wish wish : dealing.wishes()) {
            Advice advice = advices.computeIfAbsent(wish.shipment(), shipment -> advise(order, dealing, wish, seller));
            Packing packing = wish.packing(seller.defaultParcelWeightGrams());
            checked.add(new Checked(wish, packing, advice, preflight.check(order, wish, packing, seller, advice)));
        }
        return checked;
    }

    private Advice advise(ShippableOrder order, Dealing dealing, Wish one, SellerDetails seller) {
        return underWay(dealing, one)
                .<Advice>map(Advice.Take::new)
                .orElseGet(() -> carriers.choose(deciding(order, dealing, one, seller)));
    }

    private Optional<CarrierPick> underWay(Dealing dealing, Wish one) {
        return one.parcel()
                .map(ParcelEntity::shipmentId)
                .filter(shipment -> dealing.closed().stream()
                        .anyMatch(box -> box.shipmentId().equals(shipment)))
                .flatMap(shipment -> book.shipment(shipment).pick());
    }

    private Parcelled deciding(ShippableOrder order, Dealing dealing, Wish one, SellerDetails seller) {
        int grams = seller.defaultParcelWeightGrams();
        Wish heaviest = dealing.wishes().stream()
                .filter(wish -> wish.shipment().equals(one.shipment()))
                .max(Comparator.comparing(
                        wish -> wish.packing(grams).weight().map(Weight::grams).orElse(0)))
                .orElse(one);
        return carriers.parcelled(order, heaviest.items(), heaviest.packing(grams), seller, clock.instant());
    }

    /** The parcels by which carriers will be chosen when the order is booked, be it with another; none if it would not be. */
    List<Parcelled> undecided(OrderId id) {
        return transactions.call(() -> inDoubt(id));
    }

    private List<Parcelled> inDoubt(OrderId id) {
        ShippableOrder order = orders.shippable(id);
        if (order.sentWith() != null) {
            return inDoubt(order.sentWith());
        }
        if (order.onHold() || order.freight() || order.deliverTo() == null) {
            return List.of();
        }
        Dealing dealing = Dealing.of(order, book);
        SellerDetails seller = sellers.details(order.seller());
        Map<String, Parcelled> byShipment = new LinkedHashMap<>();
        dealing.wishes().stream()
                .filter(wish -> underWay(dealing, wish).isEmpty())
                .forEach(wish -> byShipment.computeIfAbsent(
                        wish.shipment(), shipment -> deciding(order, dealing, wish, seller)));
        return List.copyOf(byShipment.values());
    }

    /** All of an order's parcels leave the desk or none: half an order would be packed by somebody who looks for the rest. */
    private List<Problem> problems(ShippableOrder order, Dealing dealing, List<Checked> checked) {
        if (checked.isEmpty()) {
            return preflight.nothingToBook(
                    order, dealing.kept(), dealing.cancelling().size());
        }
        if (checked.size() == 1) {
            return checked.getFirst().problems();
        }
        Map<Problem, List<Integer>> where = new LinkedHashMap<>();
        for (int i = 0; i < checked.size(); i++) {
            for (Problem problem : checked.get(i).problems()) {
                where.computeIfAbsent(problem, p -> new ArrayList<>()).add(i + 1);
            }
        }
        List<Problem> problems = new ArrayList<>();
        where.forEach((problem, boxes) -> problems.add(
                boxes.size() == checked.size()
                        ? problem
                        : new Problem(
                                problem.code(),
                                "Parcel "
                                        + boxes.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ": "
                                        + problem.text(),
                                problem.fix())));
        return problems;
    }

    private static boolean hasNumberOf(ParcelEntity parcel, String carrierCode) {
        return parcel.returnNumber()
                .filter(n -> n.carrierCode().equals(carrierCode))
                .isPresent();
    }

    /**
     * What the parcel has already stays with it, and a return label that may be paid is not given up.
     *
     * @return of which carrier a number has to be kept first
     */
    private Optional<String> comeBack(ParcelEntity parcel, ReturnWay wayBack) {
        boolean underWay = book.returnPurchasesOf(List.of(parcel.order())).stream()
                .anyMatch(p -> p.parcelId().equals(parcel.id()) && !p.isOpen() && p.state() != LabelState.VOIDED);
        switch (wayBack) {
            case ReturnWay.FromPool(String code) -> {
                if (!hasNumberOf(parcel, code)) {
                    Optional<String> number =
                            numbers.use(code, parcel.order(), parcel.id().value());
                    if (number.isEmpty()) {
                        return Optional.of(code);
                    }
                    parcel.returnsUnder(new ReturnNumber(code, number.get()), SourceKind.POOL);
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
        return Optional.empty();
    }

    /** A label that was wanted before must not be bought by itself while something is wrong. */
    private void refused(ShippableOrder order, Dealing dealing, List<Problem> problems) {
        Problem first = problems.getFirst();
        Set<ParcelId> open = dealing.open().stream().map(ParcelEntity::id).collect(Collectors.toSet());
        book.purchasesOf(List.of(order.id())).stream()
                .filter(purchase -> open.contains(purchase.parcelId()) && purchase.state() == LabelState.PLANNED)
                .forEach(purchase -> purchase.rest(first.code(), first.text()));
        if (Preflight.flagsTheOrder(first)) {
            order.orders().forEach(one -> orders.markProblem(one.id(), first));
        }
    }

    /** The same checks, and nothing else. */
    List<Problem> check(ShippableOrder order) {
        return transactions.call(() -> {
            Dealing dealing = Dealing.of(order, book);
            if (!dealing.hasWishes() && !dealing.closed().isEmpty()) {
                return List.<Problem>of();
            }
            SellerDetails seller = sellers.details(order.seller());
            return problems(order, dealing, check(order, dealing, seller));
        });
    }
}
