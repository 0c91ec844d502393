package org.packhaus.plugin.dpd;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Parcel;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.Weight;

/** Requests and settings for tests, and variations of them. */
final class Requests {
    static final Address SHOP = Address.to("")
            .company("Teehaus Dachs GmbH")
            .street("Frankenstraße", "298")
            .city("45133", "Essen")
            .build();
    static final Address BUYER = Address.to("Änne Groß")
            .street("Kurt-Schumacher-Straße", "20 b")
            .city("53113", "Bonn")
            .build();

    private Requests() {}

    static DpdSettings settings() {
        return new DpdSettings(
                "pkhs0001",
                Secret.of("s3cret"),
                "0998100031",
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(URI.create("http://localhost:1")));
    }

    static BookingRequest to(Address to) {
        return new BookingRequest(
                "PH-0000000001",
                "CL",
                new Parcel(
                        Weight.grams(741),
                        Optional.of(new Dimensions(301, 200, 95)),
                        List.of(new Parcel.Content(
                                "T-1", "Teekanne aus Gusseisen, 1,2 Liter, mit Sieb", 1, Money.euro("89.00")))),
                SHOP,
                to,
                SHOP,
                LocalDate.parse("2026-11-23"),
                false,
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

    static BookingRequest wanting(BookingRequest r, String reference, boolean returnNumber, String orderNumber) {
        return new BookingRequest(
                reference,
                r.product(),
                r.parcel(),
                r.from(),
                r.to(),
                r.returnTo(),
                r.shipDate(),
                returnNumber,
                r.services(),
                r.paper(),
                orderNumber);
    }
}
