package org.packhaus.shipment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Parcel;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.SellerDetails;

/**
 * A parcel as a carrier is told of it that is asked for a price only: its measures and the town it goes to. Who lives there is nobody's
 * business before that carrier is chosen, and so one answer serves all parcels of that kind.
 */
public record PriceQuestion(
        Weight weight,
        Optional<Dimensions> dimensions,
        CountryCode country,
        String postcode,
        String city,
        LocalDate shipDate,
        List<Service> services) {
    private static final String REFERENCE = "PRICE-QUESTION";

    public PriceQuestion {
        services = List.copyOf(services);
    }

    BookingRequest request(SellerDetails seller) {
        Address from = BookingPlanner.address(seller.sender(), seller.name());
        return new BookingRequest(
                REFERENCE,
                "",
                new Parcel(weight, dimensions, List.of()),
                from,
                Address.to("Receiver")
                        .street("Street", "1")
                        .city(postcode, city)
                        .country(country)
                        .build(),
                from,
                shipDate,
                false,
                services,
                LabelPaper.PDF_103_X_199,
                REFERENCE);
    }
}
