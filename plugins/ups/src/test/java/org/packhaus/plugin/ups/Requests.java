package org.packhaus.plugin.ups;

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

    static final Address BUYER = Address.to("Änne Groß")
            .street("Kurt-Schumacher-Straße", "20 b")
            .city("53113", "Bonn")
            .build();

    private Requests() {}

    static BookingRequest to(Address to) {
        return new BookingRequest(
                "PH-0000000001",
                "11",
                new Parcel(Weight.grams(740), Optional.empty(), List.of()),
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
        return with(r, r.product(), to, r.parcel(), r.returnNumberWanted(), r.paper(), r.services());
    }

    static BookingRequest on(BookingRequest r, LabelPaper paper) {
        return with(r, r.product(), r.to(), r.parcel(), r.returnNumberWanted(), paper, r.services());
    }

    static BookingRequest wantingReturnNumber(BookingRequest r) {
        return with(r, r.product(), r.to(), r.parcel(), true, r.paper(), r.services());
    }

    static BookingRequest with(BookingRequest r, String product, int grams, Service... services) {
        Parcel parcel = new Parcel(Weight.grams(grams), r.parcel().dimensions(), List.of());
        return with(r, product, r.to(), parcel, r.returnNumberWanted(), r.paper(), List.of(services));
    }

    static BookingRequest measuring(BookingRequest r, int a, int b, int c) {
        Parcel parcel = new Parcel(r.parcel().weight(), Optional.of(Dimensions.ofSides(a, b, c)), List.of());
        return with(r, r.product(), r.to(), parcel, r.returnNumberWanted(), r.paper(), r.services());
    }

    private static BookingRequest with(
            BookingRequest r,
            String product,
            Address to,
            Parcel parcel,
            boolean returnNumberWanted,
            LabelPaper paper,
            List<Service> services) {
        return new BookingRequest(
                r.reference(),
                product,
                parcel,
                r.from(),
                to,
                r.returnTo(),
                r.shipDate(),
                returnNumberWanted,
                services,
                paper,
                r.orderNumber());
    }
}
