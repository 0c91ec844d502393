package org.packhaus.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.packhaus.shipment.LabelFigures.Bought;

/**
 * Labels and what they cost.
 *
 * @param labels how many
 * @param priced of how many the price is known
 * @param sums before tax, by ISO 4217 code
 */
public record Spend(long labels, long priced, Map<String, BigDecimal> sums) {
    public static final Spend NONE = new Spend(0, 0, Map.of());

    public Spend {
        sums = Map.copyOf(sums);
    }

    static Spend of(Bought bought) {
        return new Spend(
                bought.labels(),
                bought.priced(),
                bought.priced() == 0 ? Map.of() : Map.of(bought.currency(), bought.spend()));
    }

    Spend plus(Spend other) {
        Map<String, BigDecimal> all = new TreeMap<>(sums);
        other.sums.forEach((currency, sum) -> all.merge(currency, sum, BigDecimal::add));
        return new Spend(labels + other.labels, priced + other.priced, all);
    }

    /** The currency in which most is paid. */
    public Optional<String> currency() {
        return sums.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** What a label costs on average; empty if no price is known, or if prices are in several currencies. */
    public Optional<BigDecimal> each() {
        return sums.size() != 1
                ? Optional.empty()
                : Optional.of(
                        sums.values().iterator().next().divide(BigDecimal.valueOf(priced), 2, RoundingMode.HALF_UP));
    }
}
