package org.packhaus.plugin.hermes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Dimensions;
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

    static Address.Builder buyer() {
        return Address.to("Änne Groß").street("Weg", "1").city("53111", "Bonn");
    }

    static BookingRequest to(Address to) {
        return with("PH-0000000001", "PARCEL", SHOP, to, 740, Optional.empty(), LabelPaper.PDF_A6, List.of());
    }

    /** The way back: the buyer sends, the shop receives. */
    static BookingRequest back(String reference, Address buyer) {
        return with(reference, "", buyer, SHOP, 740, Optional.empty(), LabelPaper.PDF_A6, List.of());
    }

    static BookingRequest weighing(int grams, Dimensions sides) {
        return with(
                "PH-0000000001",
                "PARCEL",
                SHOP,
                buyer().build(),
                grams,
                Optional.of(sides),
                LabelPaper.PDF_A6,
                List.of());
    }

    static BookingRequest on(LabelPaper paper, Service... services) {
        return with("PH-0000000001", "PARCEL", SHOP, buyer().build(), 740, Optional.empty(), paper, List.of(services));
    }

    static BookingRequest with(
            String reference,
            String product,
            Address from,
            Address to,
            int grams,
            Optional<Dimensions> sides,
            LabelPaper paper,
            List<Service> services) {
        return new BookingRequest(
                reference,
                product,
                new Parcel(Weight.grams(grams), sides, List.of()),
                from,
                to,
                SHOP,
                LocalDate.parse("2026-11-25"),
                false,
                services,
                paper,
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
}
