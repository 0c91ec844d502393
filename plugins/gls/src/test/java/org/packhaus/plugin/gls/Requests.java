package org.packhaus.plugin.gls;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Parcel;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.Weight;

/** Booking requests to vary. */
final class Requests {
    static final Address SHOP = Address.to("")
            .company("Teehaus Dachs GmbH")
            .street("Frankenstraße", "298")
            .city("45133", "Essen")
            .build();

    private Requests() {}

    static BookingRequest to(Address to) {
        return new BookingRequest(
                "PH-0000000001",
                "PARCEL",
                new Parcel(Weight.grams(740), Optional.empty(), List.of()),
                SHOP,
                to,
                SHOP,
                LocalDate.parse("2026-11-23"),
                true,
                List.of(),
                LabelPaper.PDF_103_X_199,
                "bwqwz7s8cx");
    }

    static BookingRequest to(BookingRequest r, Address to) {
        return copy(r, to, r.returnTo(), r.parcel().weight().grams(), r.paper(), r.services());
    }

    static BookingRequest returnTo(BookingRequest r, Address returnTo) {
        return copy(r, r.to(), returnTo, r.parcel().weight().grams(), r.paper(), r.services());
    }

    static BookingRequest with(BookingRequest r, int grams, LabelPaper paper, Service... services) {
        return copy(r, r.to(), r.returnTo(), grams, paper, List.of(services));
    }

    private static BookingRequest copy(
            BookingRequest r, Address to, Address returnTo, int grams, LabelPaper paper, List<Service> services) {
        return new BookingRequest(
                r.reference(),
                r.product(),
                new Parcel(
                        Weight.grams(grams), r.parcel().dimensions(), r.parcel().contents()),
                r.from(),
                to,
                returnTo,
                r.shipDate(),
                r.returnNumberWanted(),
                services,
                paper,
                r.orderNumber());
    }
}
