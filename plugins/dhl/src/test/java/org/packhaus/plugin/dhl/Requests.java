package org.packhaus.plugin.dhl;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Parcel;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.Weight;

/** Requests for tests, and variations of them. */
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
                "V01PAK",
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
        return new BookingRequest(
                r.reference(),
                r.product(),
                r.parcel(),
                r.from(),
                to,
                r.returnTo(),
                r.shipDate(),
                r.returnNumberWanted(),
                r.services(),
                r.paper(),
                r.orderNumber());
    }

    /** The way back: the buyer sends, the shop receives. */
    static BookingRequest back(BookingRequest r, Address buyer) {
        return new BookingRequest(
                r.reference(),
                "V07PAK",
                r.parcel(),
                buyer,
                SHOP,
                SHOP,
                r.shipDate(),
                false,
                r.services(),
                r.paper(),
                r.orderNumber());
    }

    static BookingRequest with(BookingRequest r, String product, int grams, LabelPaper paper, Service... services) {
        return new BookingRequest(
                r.reference(),
                product,
                new Parcel(
                        Weight.grams(grams), r.parcel().dimensions(), r.parcel().contents()),
                r.from(),
                r.to(),
                r.returnTo(),
                r.shipDate(),
                r.returnNumberWanted(),
                List.of(services),
                paper,
                r.orderNumber());
    }
}
