package org.packhaus.rule;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.Money;
import org.packhaus.shipment.CarrierPick;

/**
 * What other rules would have done with past orders. Both sides are priced by today's answers and tables, so that only the choice differs.
 *
 * @param orders that were looked at
 * @param leftOut orders without address (hidden, erased), announced, cancelled, or brought by a forwarder
 * @param changed how many would go otherwise
 * @param comparable how many have a price on both sides
 * @param difference of the cost of those alone, euros before tax; below zero is saved
 * @param live what carriers were asked for it
 * @param changes the newest of them, at most {@link #MOST_CHANGES}
 */
public record WhatIf(
        int orders,
        int leftOut,
        int changed,
        Totals now,
        Totals then,
        int comparable,
        BigDecimal difference,
        Live live,
        List<Line> lines,
        List<Change> changes,
        Duration took) {
    public static final int MOST_CHANGES = 500;

    public WhatIf {
        lines = List.copyOf(lines);
        changes = List.copyOf(changes);
    }

    /**
     * Live prices.
     *
     * @param asked how many questions went out
     * @param priced how many were answered with a price
     * @param leftOut how many there were too many; there the price table stands in
     */
    public record Live(int asked, int priced, int leftOut) {
        public static final Live NONE = new Live(0, 0, 0);
    }

    /** How far it is. */
    public record Progress(Phase phase, int done, int of) {
        /** What is being done. */
        public enum Phase {
            /** Carriers are asked for prices. */
            ASKING,
            /** Rules are tried on orders. */
            WEIGHING
        }
    }

    /**
     * One side.
     *
     * @param cost euros before tax of those with a price
     * @param priced how many have one
     * @param days of all whose table says so, together
     * @param dated how many those are
     * @param stopped how many would not be booked before a person does something
     */
    public record Totals(BigDecimal cost, int priced, long days, int dated, int stopped) {
        public static final Totals NONE = new Totals(BigDecimal.ZERO, 0, 0, 0, 0);

        /** Working days on average; 0 if no table says any. */
        public double averageDays() {
            return dated == 0 ? 0 : (double) days / dated;
        }

        Totals plus(Side side) {
            return new Totals(
                    side.price() == null ? cost : cost.add(side.price().amount()),
                    side.price() == null ? priced : priced + 1,
                    side.days() == null ? days : days + side.days(),
                    side.days() == null ? dated : dated + 1,
                    side.obstacle().isEmpty() ? stopped : stopped + 1);
        }
    }

    /** How many parcels a product would bring, and for how much. */
    public record Line(Offer offer, int now, int then, BigDecimal costNow, BigDecimal costThen) {}

    /**
     * What one side does with an order.
     *
     * @param pick null if a person is asked first
     * @param price by the carrier, else by the table; null if nobody says
     * @param days working days, likewise
     * @param obstacle why booking would refuse it all the same, or ask first; empty if it would not
     */
    public record Side(
            @Nullable CarrierPick pick,
            @Nullable Money price,
            @Nullable Integer days,
            String obstacle) {}

    /** An order that would go otherwise. */
    public record Change(OrderId order, String orderNumber, Side now, Side then) {}
}
