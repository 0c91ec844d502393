package org.packhaus.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.packhaus.order.Problem;
import org.packhaus.rule.Punctuality.OnTime;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Service;
import org.packhaus.seller.ConnectionId;
import org.packhaus.shipment.CarrierAdvice.Advice;
import org.packhaus.shipment.CarrierPick;
import org.packhaus.shipment.CarrierReason;
import org.packhaus.shipment.CarrierReason.Considered;
import org.packhaus.shipment.CarrierStanding;

/**
 * Decides who brings a parcel, from values alone. Booking and what-if both ask this class, so what was foretold is what happens as long as
 * rules, tables, answered prices and carriers stay as they were.
 */
record RuleEngine(
        List<ShippingRule> rules, Map<Offer, PriceTable> prices, Map<Offer, OnTime> punctuality, LiveQuotes quotes) {
    static final String SECOND_CHOICE = "second-choice";
    static final String ASK_FIRST = "carrier-down-second-choice";

    /** Rules by themselves: what they ask for, not what they decide. */
    static RuleEngine of(List<ShippingRule> rules) {
        return new RuleEngine(rules, Map.of(), Map.of(), LiveQuotes.NONE);
    }

    /** Empty if no rule speaks of such a parcel. */
    Optional<Advice> advise(Facts parcel, Function<ConnectionId, CarrierStanding> carriers) {
        for (ShippingRule rule : rules) {
            if (!rule.enabled() || !Conditions.all(rule.conditions(), parcel)) {
                continue;
            }
            Optional<CarrierPick> first = first(rule, parcel, carriers);
            if (first.isPresent()) {
                return Optional.of(orSecond(rule, first.get(), parcel, carriers));
            }
        }
        return Optional.empty();
    }

    /** Whose prices decide about such a parcel, of the carriers that can be asked for them. */
    List<PriceAsking> askings(Facts parcel, Function<ConnectionId, CarrierStanding> carriers) {
        List<PriceAsking> askings = new ArrayList<>();
        for (ShippingRule rule : rules) {
            if (!rule.enabled() || !Conditions.all(rule.conditions(), parcel)) {
                continue;
            }
            if (!(rule.action() instanceof Action.Best(Action.Aim aim, List<Offer> among))) {
                break;
            }
            List<Service> services = services(rule, parcel);
            List<Offer> able = among.stream()
                    .filter(offer -> obstacle(offer, services, parcel, carriers).isEmpty())
                    .toList();
            if (aim != Action.Aim.BEST_ON_TIME) {
                able.stream()
                        .filter(offer -> carriers.apply(offer.connection()).tellsPrices())
                        .forEach(offer -> askings.add(new PriceAsking(offer, services)));
            }
            if (!able.isEmpty()) {
                break;
            }
        }
        return askings;
    }

    /** Whether any of these rules may have to ask a carrier. */
    boolean mayAsk(Function<ConnectionId, CarrierStanding> carriers) {
        return rules.stream()
                .filter(ShippingRule::enabled)
                .anyMatch(rule -> rule.action() instanceof Action.Best(Action.Aim aim, List<Offer> among)
                        && aim != Action.Aim.BEST_ON_TIME
                        && among.stream()
                                .anyMatch(offer ->
                                        carriers.apply(offer.connection()).tellsPrices()));
    }

    /** The shapes under which answers about a parcel may have been written down. */
    List<String> shapes(Facts parcel) {
        return rules.stream()
                .map(rule -> services(rule, parcel))
                .distinct()
                .flatMap(services -> ParcelShape.of(parcel, services).stream())
                .map(ParcelShape::key)
                .toList();
    }

    /** Empty if none of several can take the parcel: then the next rule is asked. */
    Optional<CarrierPick> first(ShippingRule rule, Facts parcel, Function<ConnectionId, CarrierStanding> carriers) {
        List<Service> services = services(rule, parcel);
        return switch (rule.action()) {
            case Action.Fixed(Offer offer) ->
                Optional.of(pick(
                        offer,
                        services,
                        new CarrierReason(
                                "rule-fixed", rule.name(), List.of(considered(offer, services, parcel, "taken")))));
            case Action.Best(Action.Aim aim, List<Offer> among) ->
                Weighing.of(
                                aim,
                                among.stream()
                                        .map(offer -> candidate(offer, services, parcel, carriers))
                                        .toList(),
                                parcel)
                        .map(best -> pick(
                                best.taken().offer(),
                                services,
                                new CarrierReason(best.code(), rule.name(), best.considered())));
        };
    }

    /** What a choice costs by the carrier's own word, else by the seller's contract. */
    Rate rate(CarrierPick pick, Facts parcel) {
        return rate(new Offer(pick.connection(), pick.product()), pick.services(), parcel);
    }

    Rate rate(Offer offer, List<Service> services, Facts parcel) {
        Rate table =
                Rate.table(Optional.ofNullable(prices.get(offer)).flatMap(prices -> prices.price(parcel, services)));
        return quotes.isEmpty()
                ? table
                : quotes.find(offer, ParcelShape.of(parcel, services))
                        .map(quote -> quote.over(table))
                        .orElse(table);
    }

    private static List<Service> services(ShippingRule rule, Facts parcel) {
        return rule.extras().stream()
                .map(extra -> extra.service(parcel.worth()))
                .toList();
    }

    private static CarrierPick pick(Offer offer, List<Service> services, CarrierReason reason) {
        return new CarrierPick(offer.connection(), offer.product(), services, reason);
    }

    private Candidate candidate(
            Offer offer, List<Service> services, Facts parcel, Function<ConnectionId, CarrierStanding> carriers) {
        return new Candidate(
                offer,
                rate(offer, services, parcel),
                Optional.ofNullable(punctuality.get(offer)),
                obstacle(offer, services, parcel, carriers));
    }

    /** Why booking would refuse the choice; empty if it would not, as far as the plugin says. */
    static String obstacle(CarrierPick pick, Facts parcel, Function<ConnectionId, CarrierStanding> carriers) {
        return parcel.weight().isEmpty()
                ? "no-weight"
                : obstacle(new Offer(pick.connection(), pick.product()), pick.services(), parcel, carriers);
    }

    private static String obstacle(
            Offer offer, List<Service> services, Facts parcel, Function<ConnectionId, CarrierStanding> carriers) {
        return carriers.apply(offer.connection())
                .profile()
                .map(profile -> obstacle(profile, offer.product(), services, parcel))
                .orElse("");
    }

    private static String obstacle(CarrierProfile profile, String code, List<Service> services, Facts parcel) {
        Optional<CarrierProduct> found = profile.product(code);
        if (found.isEmpty()) {
            return "product-unknown";
        }
        CarrierProduct product = found.get();
        boolean serves = product.countries().isEmpty()
                || product.countries().stream()
                        .anyMatch(country -> country.code().equals(parcel.country()));
        if (!serves) {
            return "not-for-country";
        }
        if (parcel.weight()
                .filter(weight -> weight.compareTo(product.maxWeight()) > 0)
                .isPresent()) {
            return "too-heavy";
        }
        boolean fits = parcel.size().isEmpty()
                || product.maxDimensions().isEmpty()
                || Facts.fits(parcel.size().get(), product.maxDimensions().get());
        if (!fits) {
            return "too-big";
        }
        return services.stream().map(Service::kind).allMatch(product.services()::contains) ? "" : "no-service";
    }

    private Advice orSecond(
            ShippingRule rule, CarrierPick first, Facts parcel, Function<ConnectionId, CarrierStanding> carriers) {
        SecondChoice second = rule.second();
        CarrierStanding standing = carriers.apply(first.connection());
        if (second == null || standing.isReady()) {
            return new Advice.Take(first);
        }
        CarrierStanding other = carriers.apply(second.offer().connection());
        if (!other.isReady()) {
            // Both are out; the first may come back on its own, and the label waits for it.
            return new Advice.Take(first);
        }
        List<Service> services = services(rule, parcel);
        return switch (second.mode()) {
            case SWITCH ->
                new Advice.Take(pick(
                        second.offer(),
                        services,
                        new CarrierReason(
                                SECOND_CHOICE,
                                rule.name(),
                                List.of(considered(second.offer(), services, parcel, "taken"), out(first, standing)))));
            case ASK ->
                new Advice.Stop(
                        new Problem(
                                ASK_FIRST,
                                standing.text() + " The rule “" + rule.name() + "” names " + name(other, second.offer())
                                        + " as second choice and asks first. Nothing was bought. Take it instead, or wait and book again."),
                        Optional.of(pick(
                                second.offer(), services, new CarrierReason(SECOND_CHOICE, rule.name(), List.of()))));
        };
    }

    /** The first choice, and since when it is out: the verdict is the reason why. */
    private static Considered out(CarrierPick first, CarrierStanding standing) {
        return new Considered(
                first.connection(),
                first.product(),
                null,
                null,
                standing.code().isEmpty() ? "plugin-missing" : standing.code(),
                null,
                standing.since());
    }

    private static String name(CarrierStanding standing, Offer offer) {
        return standing.profile()
                .map(profile -> profile.product(offer.product())
                                .map(CarrierProduct::name)
                                .orElse(offer.product())
                        + " of " + profile.name())
                .orElse(offer.product());
    }

    private Considered considered(Offer offer, List<Service> services, Facts parcel, String verdict) {
        return considered(offer, rate(offer, services, parcel), verdict);
    }

    static Considered considered(Offer offer, Rate rate, String verdict) {
        return new Considered(
                offer.connection(),
                offer.product(),
                rate.price().orElse(null),
                rate.days().orElse(null),
                verdict,
                rate.source(),
                null);
    }

    /**
     * One of several that a rule names.
     *
     * @param obstacle why it cannot take the parcel; empty if it can
     */
    record Candidate(Offer offer, Rate rate, Optional<OnTime> onTime, String obstacle) {
        Optional<Money> price() {
            return rate.price();
        }

        Optional<Integer> days() {
            return rate.days();
        }
    }
}
