package org.packhaus.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.packhaus.rule.Punctuality.OnTime;
import org.packhaus.rule.RuleEngine.Candidate;
import org.packhaus.shipment.CarrierReason.Considered;

/**
 * The best of several, and what was wrong with the others. Equal ones are taken in the rule's order; what is not known never wins, and
 * if nothing is known the reason says so.
 *
 * @param code the reason's
 * @param considered the one taken first
 */
record Weighing(Candidate taken, String code, List<Considered> considered) {
    private static final Comparator<Candidate> PRICE =
            Comparator.comparing(Weighing::amount, Comparator.nullsLast(Comparator.naturalOrder()));
    private static final Comparator<Candidate> DAYS =
            Comparator.comparing(one -> one.days().orElse(Integer.MAX_VALUE));
    private static final Comparator<Candidate> LATENESS =
            Comparator.comparing(one -> -one.onTime().map(OnTime::share).orElse(-1.0));

    /** Empty if none can take the parcel. */
    static Optional<Weighing> of(Action.Aim aim, List<Candidate> all, Facts parcel) {
        List<Candidate> able =
                all.stream().filter(one -> one.obstacle().isEmpty()).toList();
        if (able.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (aim) {
                    case CHEAPEST -> cheapest(able, all, "rule-cheapest", "rule-no-prices");
                    case FASTEST_IN_TIME -> fastest(able, all, parcel);
                    case BEST_ON_TIME -> punctual(able, all);
                });
    }

    private static Weighing cheapest(List<Candidate> able, List<Candidate> all, String priced, String unpriced) {
        boolean known = able.stream().anyMatch(one -> one.price().isPresent());
        return weighed(
                best(able, PRICE.thenComparing(DAYS)),
                known ? priced : unpriced,
                all,
                one -> one.price().isEmpty() ? "no-price" : "dearer");
    }

    private static Weighing fastest(List<Candidate> able, List<Candidate> all, Facts parcel) {
        List<Candidate> dated =
                able.stream().filter(one -> one.days().isPresent()).toList();
        if (dated.isEmpty()) {
            return cheapest(able, all, "rule-no-days", "rule-no-days");
        }
        List<Candidate> inTime =
                dated.stream().filter(one -> inTime(one, parcel)).toList();
        Candidate taken = best(inTime.isEmpty() ? dated : inTime, DAYS.thenComparing(PRICE));
        return weighed(
                taken,
                inTime.isEmpty() ? "rule-fastest-late" : "rule-fastest",
                all,
                one -> one.days().isEmpty()
                        ? "no-days"
                        : !inTime(one, parcel) ? "too-late" : one.days().equals(taken.days()) ? "dearer" : "slower");
    }

    /** Without a promise everything is in time. */
    private static boolean inTime(Candidate one, Facts parcel) {
        return parcel.promised().isEmpty()
                || !parcel.arrival(one.days().orElse(0))
                        .isAfter(parcel.promised().get());
    }

    private static Weighing punctual(List<Candidate> able, List<Candidate> all) {
        boolean known = able.stream().anyMatch(one -> one.onTime().isPresent());
        return known
                ? weighed(
                        best(able, LATENESS.thenComparing(PRICE)),
                        "rule-on-time",
                        all,
                        one -> one.onTime().isEmpty() ? "no-figures" : "less-punctual")
                : cheapest(able, all, "rule-on-time-unknown", "rule-on-time-unknown");
    }

    private static Candidate best(List<Candidate> some, Comparator<Candidate> by) {
        return some.stream().min(by).orElseThrow();
    }

    private static Weighing weighed(
            Candidate taken, String code, List<Candidate> all, Function<Candidate, String> whyNot) {
        List<Considered> considered = new ArrayList<>();
        considered.add(considered(taken, "taken"));
        all.stream()
                .filter(one -> one != taken)
                .map(one -> considered(one, one.obstacle().isEmpty() ? whyNot.apply(one) : one.obstacle()))
                .forEach(considered::add);
        return new Weighing(taken, code, considered);
    }

    private static Considered considered(Candidate one, String verdict) {
        return RuleEngine.considered(one.offer(), one.rate(), verdict);
    }

    private static @org.jspecify.annotations.Nullable BigDecimal amount(Candidate one) {
        return one.price().map(price -> price.amount()).orElse(null);
    }
}
