package org.packhaus.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.packhaus.seller.SellerId;

/**
 * How it stands with the sellers in view.
 *
 * @param open orders in work, whenever they must leave
 * @param leaving of these, how many must leave today or should have left before
 * @param late should have left by now
 * @param atRisk must leave later today and cannot get a label as they are
 * @param overdue orders in work that should have left on an earlier day
 * @param hours of today, those with orders, in their order
 * @param outOfStock orders that must leave today and lack goods
 * @param hindrances open problems: code and number, the most frequent first
 * @param days labels by day, at least a fortnight, the oldest first, days without any included
 * @param spend labels of the period
 * @param before labels of the same time before the period
 * @param carriers labels of the period by carrier's code, the most frequent first
 * @param sellers by seller
 */
public record Insight(
        long open,
        long leaving,
        long late,
        long atRisk,
        long overdue,
        List<Hour> hours,
        long outOfStock,
        Map<String, Long> hindrances,
        SortedMap<LocalDate, Spend> days,
        Spend spend,
        Spend before,
        Map<String, Spend> carriers,
        Map<SellerId, OfSeller> sellers) {

    /** One seller's share. */
    public record OfSeller(long leaving, long late, long problems, long outOfStock, Spend spend) {
        public static final OfSeller NONE = new OfSeller(0, 0, 0, 0, Spend.NONE);

        OfSeller plus(OfSeller other) {
            return new OfSeller(
                    leaving + other.leaving,
                    late + other.late,
                    problems + other.problems,
                    outOfStock + other.outOfStock,
                    spend.plus(other.spend));
        }
    }

    public long problems() {
        return hindrances.values().stream().mapToLong(Long::longValue).sum();
    }
}
