package org.packhaus.shipment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** On which day a parcel booked now is handed over. */
final class ShipDates {
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

    private ShipDates() {}

    /**
     * Today until the seller's cut-off, else the next day; never a Sunday, when no carrier collects. Carriers refuse days in the past, so
     * the day is Germany's, whatever the seller's zone.
     */
    static LocalDate shipDate(Instant now, LocalTime cutOff, ZoneId sellersZone) {
        ZonedDateTime local = now.atZone(sellersZone);
        LocalDate day =
                local.toLocalTime().isAfter(cutOff) ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        LocalDate today = now.atZone(GERMANY).toLocalDate();
        LocalDate notPast = day.isBefore(today) ? today : day;
        return notPast.getDayOfWeek() == DayOfWeek.SUNDAY ? notPast.plusDays(1) : notPast;
    }
}
