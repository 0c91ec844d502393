package org.packhaus.sandbox.carrier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.packhaus.sandbox.otto.CarrierNews;

/**
 * Where a parcel was until now. It follows from its number and the hours since its label was sold, so that a restart changes nothing: one
 * in sixteen meets nobody at home first, one in sixteen waits in a shop.
 */
public record Travel(List<Moment> moments) {

    /** @param place the city, empty before the carrier has the parcel */
    public record Moment(Step step, Instant at, String place) {}

    /** @param from the sender's city */
    public static Travel of(Sale sale, String from, Instant now) {
        if (sale.voided() || sale.purpose() == Sale.Purpose.RETURN) {
            return new Travel(List.of());
        }
        List<Moment> way = new ArrayList<>();
        Instant start = sale.at();
        way.add(moment(Step.ANNOUNCED, start, 0, ""));
        way.add(moment(Step.HANDED_OVER, start, 6, from));
        way.add(moment(Step.SORTED, start, 10, from));
        way.add(moment(Step.AT_DEPOT, start, 20, sale.city()));
        way.add(moment(Step.OUT_FOR_DELIVERY, start, 26, sale.city()));
        int fate = Math.floorMod(sale.number().hashCode(), 16);
        if (fate == 3) {
            way.add(moment(Step.AT_SHOP, start, 30, sale.city()));
            way.add(moment(Step.DELIVERED, start, 52, sale.city()));
        } else if (fate == 7) {
            way.add(moment(Step.ATTEMPT_FAILED, start, 30, sale.city()));
            way.add(moment(Step.DELIVERED, start, 54, sale.city()));
        } else {
            way.add(moment(Step.DELIVERED, start, 30, sale.city()));
        }
        return new Travel(way.stream().filter(m -> !m.at().isAfter(now)).toList());
    }

    private static Moment moment(Step step, Instant start, int hours, String place) {
        return new Moment(step, start.plus(Duration.ofHours(hours)), place);
    }

    /** What OTTO hears of it. */
    public List<CarrierNews.News> news() {
        return moments.stream()
                .map(m -> m.step().news(m.at()))
                .flatMap(Optional::stream)
                .toList();
    }
}
