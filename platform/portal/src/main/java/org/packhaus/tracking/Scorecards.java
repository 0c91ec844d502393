package org.packhaus.tracking;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.TrackingStatus;
import org.springframework.stereotype.Service;

/** How carriers did, from the parcels themselves. Sees the sellers in scope only. */
@Service
public class Scorecards {
    private final EntityManager entities;
    private final TransactionRetry transactions;
    private final Clock clock;

    Scorecards(EntityManager entities, TransactionRetry transactions, Clock clock) {
        this.entities = entities;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Parcels that are alike in all that a scorecard asks. */
    private record Key(String carrier, String product, String region, int week) {}

    /**
     * A line for each carrier and product, and, if asked for, region and week; the most parcels first.
     *
     * @param weeks how far back labels were bought
     */
    public List<ScoreRow> rows(int weeks, boolean byRegion, boolean byWeek) {
        Instant since = clock.instant().minus(Duration.ofDays(7L * weeks));
        Map<Key, Sum> sums = new LinkedHashMap<>();
        transactions.run(() -> entities.createQuery("""
                        select t.carrierCode, t.product, t.region, function('yearweek', t.boughtAt, 3), t.state, t.verdict,
                            t.transitDays, count(t.purchaseId), sum(t.attempts), sum(t.priceAmount), count(t.priceAmount),
                            min(t.priceCurrency)
                        from TrackedParcel t where t.boughtAt >= :since and t.state <> :cancelled
                        group by t.carrierCode, t.product, t.region, function('yearweek', t.boughtAt, 3), t.state, t.verdict,
                            t.transitDays
                        """, Object[].class)
                .setParameter("since", since)
                .setParameter("cancelled", TrackingStatus.CANCELLED)
                .getResultStream()
                .forEach(row -> sums.computeIfAbsent(
                                new Key(
                                        (String) row[0],
                                        (String) row[1],
                                        byRegion ? (String) row[2] : "",
                                        byWeek ? ((Number) row[3]).intValue() : 0),
                                key -> new Sum())
                        .add(row)));
        List<ScoreRow> rows = new ArrayList<>();
        sums.forEach((key, sum) -> rows.add(sum.row(key)));
        rows.sort(Comparator.comparingInt(ScoreRow::week)
                .reversed()
                .thenComparing(Comparator.comparingInt(ScoreRow::parcels).reversed())
                .thenComparing(ScoreRow::carrierCode)
                .thenComparing(ScoreRow::product)
                .thenComparing(ScoreRow::region));
        return rows;
    }

    /** One line while it is added up. */
    private static final class Sum {
        private int parcels;
        private int onTime;
        private int lateCarrier;
        private int lateSeller;
        private int attempts;
        private int tried;
        private int exceptions;
        private int lost;
        private int priced;
        private BigDecimal cost = BigDecimal.ZERO;
        private @Nullable String currency;
        private final TreeMap<Integer, Integer> days = new TreeMap<>();

        void add(Object[] row) {
            TrackingStatus state = (TrackingStatus) row[4];
            Promise.Verdict verdict = (Promise.@Nullable Verdict) row[5];
            Integer transit = (Integer) row[6];
            int count = ((Number) row[7]).intValue();
            parcels += count;
            attempts += ((Number) row[8]).intValue();
            if (verdict == Promise.Verdict.ON_TIME) {
                onTime += count;
            } else if (verdict == Promise.Verdict.LATE_CARRIER) {
                lateCarrier += count;
            } else if (verdict == Promise.Verdict.LATE_SELLER) {
                lateSeller += count;
            }
            if (transit != null) {
                tried += count;
                days.merge(transit, count, Integer::sum);
            }
            if (state == TrackingStatus.LOST) {
                lost += count;
            }
            if (isException(state)) {
                exceptions += count;
            }
            if (row[9] != null) {
                cost = cost.add((BigDecimal) row[9]);
                priced += ((Number) row[10]).intValue();
                currency = (String) row[11];
            }
        }

        private static boolean isException(TrackingStatus state) {
            return switch (state) {
                case RETURNED_TO_SENDER, LOST, DELAYED, DELIVERY_FAILED -> true;
                case UNKNOWN,
                        ANNOUNCED,
                        ACCEPTED,
                        IN_TRANSIT,
                        OUT_FOR_DELIVERY,
                        READY_FOR_PICKUP,
                        DELIVERED,
                        CANCELLED -> false;
            };
        }

        ScoreRow row(Key key) {
            return new ScoreRow(
                    key.carrier(),
                    key.product(),
                    key.region(),
                    key.week(),
                    parcels,
                    onTime + lateCarrier,
                    onTime,
                    lateSeller,
                    quantile(days, 0.5),
                    quantile(days, 0.9),
                    attempts,
                    tried,
                    exceptions,
                    lost,
                    priced == 0 || currency == null
                            ? null
                            : Money.of(cost.divide(BigDecimal.valueOf(priced), 2, RoundingMode.HALF_UP), currency));
        }
    }

    /** The smallest number of days that so large a share of the parcels kept. */
    static OptionalInt quantile(TreeMap<Integer, Integer> histogram, double share) {
        int all = histogram.values().stream().mapToInt(Integer::intValue).sum();
        int wanted = (int) Math.ceil(all * share);
        int seen = 0;
        for (Map.Entry<Integer, Integer> entry : histogram.entrySet()) {
            seen += entry.getValue();
            if (seen >= wanted) {
                return OptionalInt.of(entry.getKey());
            }
        }
        return OptionalInt.empty();
    }
}
