package org.packhaus.rule;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.packhaus.rule.WhatIf.Change;
import org.packhaus.rule.WhatIf.Line;
import org.packhaus.rule.WhatIf.Side;
import org.packhaus.rule.WhatIf.Totals;
import org.packhaus.shipment.CarrierPick;

/** Adds up what a what-if finds. */
final class Tally {
    private final Map<Offer, Line> lines = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private Totals now = Totals.NONE;
    private Totals then = Totals.NONE;
    private int orders;
    private int leftOut;
    private int changed;
    private int comparable;
    private BigDecimal difference = BigDecimal.ZERO;

    void add(TrialSides.Judged one) {
        orders++;
        now = now.plus(one.now());
        then = then.plus(one.then());
        var priceNow = one.now().price();
        var priceThen = one.then().price();
        if (priceNow != null && priceThen != null) {
            comparable++;
            difference = difference.add(priceThen.amount()).subtract(priceNow.amount());
        }
        line(one.now(), 1, 0);
        line(one.then(), 0, 1);
        if (one.changes()) {
            changed++;
            if (changes.size() < WhatIf.MOST_CHANGES) {
                changes.add(new Change(one.order(), one.number(), one.now(), one.then()));
            }
        }
    }

    void leaveOut(int more) {
        leftOut += more;
    }

    int looked() {
        return orders + leftOut;
    }

    private void line(Side side, int before, int after) {
        CarrierPick pick = side.pick();
        if (pick == null || !side.obstacle().isEmpty()) {
            return;
        }
        BigDecimal cost = side.price() == null ? BigDecimal.ZERO : side.price().amount();
        Offer offer = new Offer(pick.connection(), pick.product());
        lines.merge(
                offer,
                new Line(
                        offer,
                        before,
                        after,
                        before == 0 ? BigDecimal.ZERO : cost,
                        after == 0 ? BigDecimal.ZERO : cost),
                (one, other) -> new Line(
                        offer,
                        one.now() + other.now(),
                        one.then() + other.then(),
                        one.costNow().add(other.costNow()),
                        one.costThen().add(other.costThen())));
    }

    WhatIf result(WhatIf.Live live, Duration took) {
        return new WhatIf(
                orders,
                leftOut,
                changed,
                now,
                then,
                comparable,
                difference,
                live,
                lines.values().stream()
                        .sorted(Comparator.comparingInt((Line line) -> Math.max(line.now(), line.then()))
                                .reversed())
                        .toList(),
                changes,
                took);
    }
}
