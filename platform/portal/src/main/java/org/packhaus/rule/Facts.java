package org.packhaus.rule;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.GermanHolidays;
import org.packhaus.order.OrderItem;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Weight;
import org.packhaus.shipment.Parcelled;

/**
 * What rules may ask of a parcel.
 *
 * @param country ISO alpha-2; empty while the channel hides the address
 * @param postcode upper-case, without spaces
 * @param pickup it goes to a locker or a post office
 * @param worth of the goods in it
 * @param skus of each piece
 * @param tags of the order
 * @param at the moment it is decided
 * @param shipDate when it is handed over
 * @param promised the day of the first delivery attempt that the buyer was promised, in Germany
 */
record Facts(
        String channel,
        String country,
        String postcode,
        boolean pickup,
        Optional<Weight> weight,
        Optional<Dimensions> size,
        Money worth,
        List<String> skus,
        List<String> tags,
        Instant at,
        LocalDate shipDate,
        Optional<Instant> shipBy,
        Optional<LocalDate> promised) {
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

    static Facts of(Parcelled parcel) {
        Address to = parcel.order().deliverTo();
        return new Facts(
                parcel.order().channel(),
                to == null ? "" : to.country().code(),
                to == null ? "" : to.postalCode().replace(" ", "").toUpperCase(Locale.ROOT),
                to != null && to.pickupPoint().isPresent(),
                parcel.weight(),
                parcel.dimensions(),
                worth(parcel.items()),
                parcel.items().stream().map(OrderItem::sku).toList(),
                parcel.order().tags(),
                parcel.at(),
                parcel.shipDate(),
                Optional.ofNullable(parcel.order().shipBy()),
                Optional.ofNullable(parcel.order().promisedAt())
                        .map(at -> at.atZone(GERMANY).toLocalDate()));
    }

    /** Pieces of one order are paid in one currency; should one not be, it is left out. */
    private static Money worth(List<OrderItem> items) {
        @Nullable Money sum = null;
        for (OrderItem item : items) {
            if (sum == null) {
                sum = item.price();
            } else if (sum.currency().equals(item.price().currency())) {
                sum = sum.plus(item.price());
            }
        }
        return sum == null ? Money.of(BigDecimal.ZERO, "EUR") : sum;
    }

    static boolean fits(Dimensions inside, Dimensions box) {
        return inside.length() <= box.length() && inside.width() <= box.width() && inside.height() <= box.height();
    }

    /** The day it comes after so many working days: Monday to Saturday, when carriers deliver, without public holidays. */
    LocalDate arrival(int days) {
        LocalDate day = shipDate;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SUNDAY && !GermanHolidays.includes(day)) {
                left--;
            }
        }
        return day;
    }
}
