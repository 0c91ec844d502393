package org.packhaus.rule;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.OrderId;
import org.packhaus.order.Problem;
import org.packhaus.sdk.Money;
import org.packhaus.seller.SellerId;
import org.packhaus.shipment.CarrierAdvice.Advice;
import org.packhaus.shipment.CarrierChooser;
import org.packhaus.shipment.CarrierFit;
import org.packhaus.shipment.CarrierPick;
import org.packhaus.shipment.CarrierReason;
import org.packhaus.shipment.CarrierStanding;
import org.packhaus.shipment.Parcelled;
import org.packhaus.shipment.ShipmentService;
import org.springframework.stereotype.Service;

/**
 * Every carrier and product that could bring an order, with what is known of it, and which of them booking would take. What counts here
 * is what counts when it is booked: the same rules, tables, answers and checks. Sees the sellers in scope only.
 */
@Service
public class CarrierComparison {
    /** Lockers and post offices of German addresses belong to it. Others print such an address, and the parcel comes back. */
    private static final String OWNS_LOCKERS = "DHL";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Comparator<Compared.Line> BEST_FIRST = Comparator.comparing(
                    (Compared.Line line) -> !line.possible())
            .thenComparing(CarrierComparison::amount, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(line -> line.offer().name());

    private final ShipmentService shipments;
    private final RuleAdvisor advisor;
    private final RuleBook book;
    private final RuleOffers offers;
    private final LiveRates rates;
    private final CarrierChooser chooser;
    private final CarrierFit fit;
    private final TransactionRetry transactions;
    private final Clock clock;

    CarrierComparison(
            ShipmentService shipments,
            RuleAdvisor advisor,
            RuleBook book,
            RuleOffers offers,
            LiveRates rates,
            CarrierChooser chooser,
            CarrierFit fit,
            TransactionRetry transactions,
            Clock clock) {
        this.shipments = shipments;
        this.advisor = advisor;
        this.book = book;
        this.offers = offers;
        this.rates = rates;
        this.chooser = chooser;
        this.fit = fit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One comparison for each parcel about which it is still to be decided; none if the order is not to be booked. Calls nobody. */
    public List<Compared> known(OrderId order) {
        return transactions.call(
                () -> shipments.undecided(order).stream().map(this::compare).toList());
    }

    /**
     * Asks carriers that tell prices for those nobody knows yet; then look again. It calls out: never inside a transaction.
     *
     * @return how many named one
     */
    public int ask(OrderId order) {
        List<Parcelled> parcels = shipments.undecided(order);
        if (parcels.isEmpty()) {
            return 0;
        }
        LiveRates.Calls calls = new LiveRates.Calls();
        transactions.run(() -> parcels.forEach(parcel -> wanted(parcel, calls)));
        var seller = parcels.getFirst().seller();
        return rates.ask(
                        seller,
                        rates.unanswered(seller, calls),
                        chooser.livePrices(),
                        clock.instant().plus(PATIENCE),
                        through -> {})
                .priced();
    }

    private void wanted(Parcelled parcel, LiveRates.Calls calls) {
        var to = parcel.order().deliverTo();
        if (to != null) {
            Facts facts = Facts.of(parcel);
            calls.add(facts, to.city(), askings(parcel, facts, services(advice(parcel))));
        }
    }

    private List<PriceAsking> askings(Parcelled parcel, Facts facts, List<org.packhaus.sdk.Service> services) {
        return offers.of(parcel.seller().id()).stream()
                .map(OfferRow::offer)
                .filter(offer -> parcel.carriers().apply(offer.connection()).tellsPrices())
                .filter(offer -> obstacle(parcel, facts, offer, services).isEmpty())
                .map(offer -> new PriceAsking(offer, services))
                .toList();
    }

    private Advice advice(Parcelled parcel) {
        return advisor.advise(parcel).orElseGet(() -> CarrierChooser.withoutRules(parcel.seller()));
    }

    /** What the rules would add to the parcel is added for every carrier, or prices would not compare. */
    private static List<org.packhaus.sdk.Service> services(Advice advice) {
        return switch (advice) {
            case Advice.Take(CarrierPick pick) -> pick.services();
            case Advice.Stop(var problem, Optional<CarrierPick> instead) ->
                instead.map(CarrierPick::services).orElse(List.of());
        };
    }

    private Compared compare(Parcelled parcel) {
        Facts facts = Facts.of(parcel);
        Advice advice = advice(parcel);
        var services = services(advice);
        SellerId seller = parcel.seller().id();
        Optional<ParcelShape> shape = ParcelShape.of(facts, services);
        LiveQuotes quotes =
                book.quotes(seller, shape.map(ParcelShape::key).stream().toList(), clock.instant());
        RuleEngine engine = book.engine(seller, List.of(), quotes);
        Optional<CarrierPick> pick =
                advice instanceof Advice.Take(CarrierPick taken) ? Optional.of(taken) : Optional.empty();
        List<Compared.Line> lines = new ArrayList<>();
        for (OfferRow offer : offers.of(seller)) {
            lines.add(line(parcel, facts, engine, services, pick, offer));
        }
        lines.sort(BEST_FIRST);
        boolean unasked = shape.isPresent()
                && askings(parcel, facts, services).stream()
                        .anyMatch(asking -> quotes.find(asking.offer(), shape).isEmpty());
        return new Compared(
                parcel.weight(),
                facts.promised(),
                lines,
                pick.map(CarrierPick::reason).orElse(null),
                advice instanceof Advice.Stop(Problem problem, var instead) ? problem : null,
                unasked);
    }

    private Compared.Line line(
            Parcelled parcel,
            Facts facts,
            RuleEngine engine,
            List<org.packhaus.sdk.Service> services,
            Optional<CarrierPick> pick,
            OfferRow row) {
        Offer offer = row.offer();
        Rate rate = engine.rate(offer, services, facts);
        Optional<LocalDate> arrival = rate.days().map(facts::arrival);
        Optional<Problem> refused = fit.refusal(parcel, pick(offer, services));
        String obstacle = obstacle(parcel, facts, offer, services);
        return new Compared.Line(
                row,
                rate.price().orElse(null),
                rate.source(),
                rate.days().orElse(null),
                arrival.orElse(null),
                arrival.isPresent()
                        && facts.promised().isPresent()
                        && arrival.get().isAfter(facts.promised().get()),
                engine.punctuality().get(offer),
                obstacle.isEmpty() ? refused.map(Problem::code).orElse("") : obstacle,
                obstacle.isEmpty() ? refused.map(Problem::text).orElse("") : "",
                pick.filter(taken -> taken.connection().equals(offer.connection())
                                && taken.product().equals(offer.product()))
                        .isPresent());
    }

    private static CarrierPick pick(Offer offer, List<org.packhaus.sdk.Service> services) {
        return new CarrierPick(
                offer.connection(), offer.product(), services, CarrierReason.of(CarrierReason.SELLER_DEFAULT));
    }

    private static String obstacle(
            Parcelled parcel, Facts facts, Offer offer, List<org.packhaus.sdk.Service> services) {
        CarrierStanding standing = parcel.carriers().apply(offer.connection());
        if (!standing.isReady()) {
            return standing.code().isEmpty() ? "plugin-missing" : standing.code();
        }
        if (facts.pickup()
                && standing.profile()
                        .filter(profile -> profile.carrierCode().equals(OWNS_LOCKERS))
                        .isEmpty()) {
            return "no-locker";
        }
        return RuleEngine.obstacle(pick(offer, services), facts, parcel.carriers());
    }

    private static java.math.@org.jspecify.annotations.Nullable BigDecimal amount(Compared.Line line) {
        Money price = line.price();
        return price == null ? null : price.amount();
    }
}
