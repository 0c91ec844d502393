package org.packhaus.rule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.sdk.Address;
import org.packhaus.shipment.CarrierAdvice;
import org.packhaus.shipment.LivePrices;
import org.packhaus.shipment.Parcelled;
import org.springframework.stereotype.Component;

/** What the room says when a parcel is about to be booked: a person's choice for the order, else the seller's rules. */
@Component
class RuleAdvisor implements CarrierAdvice {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RuleBook book;
    private final LiveRates rates;
    private final TransactionRetry transactions;
    private final Clock clock;

    RuleAdvisor(RuleBook book, LiveRates rates, TransactionRetry transactions, Clock clock) {
        this.book = book;
        this.rates = rates;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void beforehand(List<Parcelled> parcels, LivePrices prices) {
        LiveRates.Calls calls = new LiveRates.Calls();
        transactions.run(() -> parcels.forEach(parcel -> add(parcel, calls)));
        if (!calls.isEmpty()) {
            Instant until = clock.instant().plus(PATIENCE);
            var seller = parcels.getFirst().seller();
            rates.ask(seller, rates.unanswered(seller, calls), prices, until, through -> {});
        }
    }

    private void add(Parcelled parcel, LiveRates.Calls calls) {
        if (book.handPick(parcel.order().id()) == null) {
            book.current(parcel.seller().id())
                    .ifPresent(
                            version -> add(parcel, RuleEngine.of(version.view().rules()), calls));
        }
    }

    /** What would have to be asked to decide about a parcel by these rules. */
    static void add(Parcelled parcel, RuleEngine rules, LiveRates.Calls calls) {
        Address to = parcel.order().deliverTo();
        if (to != null) {
            Facts facts = Facts.of(parcel);
            calls.add(facts, to.city(), rules.askings(facts, parcel.carriers()));
        }
    }

    @Override
    public Optional<Advice> advise(Parcelled parcel) {
        HandPick byHand = book.handPick(parcel.order().id());
        if (byHand != null) {
            return advise(parcel, byHand, null);
        }
        return book.current(parcel.seller().id()).flatMap(version -> {
            List<ShippingRule> rules = version.view().rules();
            List<String> shapes = RuleEngine.of(rules).shapes(Facts.of(parcel));
            LiveQuotes quotes = book.quotes(parcel.seller().id(), shapes, clock.instant());
            return advise(parcel, null, book.engine(parcel.seller().id(), rules, quotes));
        });
    }

    /** The same for what-if, which has read everything before. */
    static Optional<Advice> advise(Parcelled parcel, @Nullable HandPick byHand, @Nullable RuleEngine rules) {
        Facts facts = Facts.of(parcel);
        if (byHand != null) {
            return Optional.of(new Advice.Take(byHand.pick(facts)));
        }
        return rules == null ? Optional.empty() : rules.advise(facts, parcel.carriers());
    }
}
