package org.packhaus.sandbox.carrier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.packhaus.sandbox.otto.CarrierNews;

/**
 * Where a parcel was until now. It follows from its {@link Fate} and the hours since its label was sold, so that a restart changes
 * nothing.
 */
public record Travel(List<Moment> moments) {
    /** So much later than others is handed over what the seller forgot. */
    public static final int FORGOTTEN_HOURS = 5 * 24;

    /** @param place the city, empty before the carrier has the parcel */
    public record Moment(Step step, Instant at, String place) {}

    /** @param from the sender's city */
    public static Travel of(Sale sale, String from, Instant now) {
        if (sale.voided() || sale.purpose() == Sale.Purpose.RETURN) {
            return new Travel(List.of());
        }
        List<Moment> way = new ArrayList<>();
        Fate fate = Fate.of(sale);
        way.add(moment(Step.ANNOUNCED, sale.at(), 0, ""));
        Instant start = fate == Fate.LEFT_LATE ? sale.at().plus(Duration.ofHours(FORGOTTEN_HOURS)) : sale.at();
        way.add(moment(Step.HANDED_OVER, start, 6, from));
        way.add(moment(Step.SORTED, start, 10, from));
        String to = sale.city();
        way.add(moment(Step.AT_DEPOT, start, 20, to));
        switch (fate) {
            case SMOOTH, LEFT_LATE -> {
                way.add(moment(Step.OUT_FOR_DELIVERY, start, 26, to));
                way.add(moment(Step.DELIVERED, start, 30, to));
            }
            case AT_SHOP -> {
                way.add(moment(Step.OUT_FOR_DELIVERY, start, 26, to));
                way.add(moment(Step.AT_SHOP, start, 30, to));
                way.add(moment(Step.DELIVERED, start, 52, to));
            }
            case SECOND_ATTEMPT -> {
                way.add(moment(Step.OUT_FOR_DELIVERY, start, 26, to));
                way.add(moment(Step.ATTEMPT_FAILED, start, 30, to));
                way.add(moment(Step.DELIVERED, start, 54, to));
            }
            case SLOW -> {
                way.add(moment(Step.DELAYED, start, 28, to));
                way.add(moment(Step.OUT_FOR_DELIVERY, start, 170, to));
                way.add(moment(Step.DELIVERED, start, 174, to));
            }
            case RETURNED -> {
                way.add(moment(Step.OUT_FOR_DELIVERY, start, 26, to));
                way.add(moment(Step.ATTEMPT_FAILED, start, 30, to));
                way.add(moment(Step.RETURNING, start, 60, to));
            }
            case LOST -> way.add(moment(Step.LOST, start, 12 * 24, to));
        }
        return new Travel(way.stream().filter(m -> !m.at().isAfter(now)).toList());
    }

    private static Moment moment(Step step, Instant start, int hours, String place) {
        return new Moment(step, start.plus(Duration.ofHours(hours)), place);
    }

    /** The same without what this carrier has no word for. */
    public Travel without(Step... unsaid) {
        Set<Step> left = Set.of(unsaid);
        return new Travel(moments.stream().filter(m -> !left.contains(m.step())).toList());
    }

    /** How often somebody was at the buyer's door or shop; that the buyer fetches it there is none. */
    public int attempts() {
        int attempts = 0;
        boolean waits = false;
        for (Moment moment : moments) {
            boolean fetched = waits && moment.step() == Step.DELIVERED;
            if (Set.of(Step.ATTEMPT_FAILED, Step.AT_SHOP, Step.DELIVERED).contains(moment.step()) && !fetched) {
                attempts++;
            }
            waits = moment.step() == Step.AT_SHOP;
        }
        return attempts;
    }

    /** What OTTO hears of it. */
    public List<CarrierNews.News> news() {
        return moments.stream()
                .map(m -> m.step().news(m.at()))
                .flatMap(Optional::stream)
                .toList();
    }
}
