package org.packhaus.plugin.dhl;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Commodity;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.CustomsDeclaration;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Parcel;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.Weight;

/** Parcels that pass customs, for tests. */
final class Customized {
    static final Address BONN = Address.to("Änne Groß")
            .street("Kurt-Schumacher-Straße", "20 b")
            .city("53113", "Bonn")
            .email("aenne@example.com")
            .build();
    static final Address ZURICH = Address.to("Reto Brändli")
            .street("Bahnhofstrasse", "1")
            .city("8001", "Zürich")
            .country(new CountryCode("CH"))
            .email("reto@example.com")
            .phone("+41 44 1234567")
            .build();
    static final Address ZURICH_GMBH = Address.to("Reto Brändli")
            .company("Brändli GmbH")
            .street("Bahnhofstrasse", "1")
            .city("8001", "Zürich")
            .country(new CountryCode("CH"))
            .build();
    static final Address NEW_YORK = Address.to("Jane Doe")
            .street("350 5th Ave", "")
            .city("10118", "New York")
            .country(new CountryCode("US"))
            .build();
    static final Address HONG_KONG = Address.to("Chan Tai Man")
            .street("1 Queens Road Central", "")
            .city("", "Hong Kong")
            .country(new CountryCode("HK"))
            .build();
    static final Parcel.Content TEA = new Parcel.Content(
            "TEA-1",
            "Darjeeling First Flush",
            2,
            Money.euro("12.90"),
            Optional.of(new Commodity("0902.30", new CountryCode("IN"), "Black tea, 100 g", Weight.grams(110))));
    static final Parcel.Content CUP = new Parcel.Content(
            "CUP-7",
            "Tasse „Käthe“",
            1,
            Money.euro("9.50"),
            Optional.of(new Commodity("69120023", CountryCode.DE, "Ceramic cup", Weight.grams(310))));
    static final Parcel.Content UNKNOWN = new Parcel.Content("BOX-3", "Teedose", 1, Money.euro("4.00"));

    private Customized() {}

    static BookingRequest request(String product, Address to, Parcel.Content... contents) {
        return request(product, to, List.of(), contents);
    }

    static BookingRequest request(String product, Address to, List<Service> services, Parcel.Content... contents) {
        return request(product, to, services, CustomsDeclaration.sale("RE-2026-17", Money.euro("4.90")), contents);
    }

    static BookingRequest request(
            String product,
            Address to,
            List<Service> services,
            CustomsDeclaration customs,
            Parcel.Content... contents) {
        return new BookingRequest(
                "P" + UUID.randomUUID().toString().replace("-", "").substring(0, 20),
                product,
                new Parcel(Weight.grams(740), Optional.empty(), List.of(contents), Optional.of(customs)),
                Requests.SHOP,
                to,
                Requests.SHOP,
                LocalDate.now(ZoneId.of("Europe/Berlin")),
                false,
                services,
                LabelPaper.PDF_103_X_199,
                "bwqwz7s8cx");
    }

    static BookingRequest on(LabelPaper paper, BookingRequest r) {
        return new BookingRequest(
                r.reference(),
                r.product(),
                r.parcel(),
                r.from(),
                r.to(),
                r.returnTo(),
                r.shipDate(),
                r.returnNumberWanted(),
                r.services(),
                paper,
                r.orderNumber());
    }
}
