package org.packhaus.plugin.ups;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.PluginException;

/**
 * What UPS answers to a purchase ({@code ShipmentResponse}).
 *
 * @param number of the parcel, 1Z…
 * @param graphicImage the label as it came
 * @param price as agreed in the contract if UPS says, else as on the list
 * @param remarks UPS's alerts
 */
record Sale(String number, Json graphicImage, Optional<Money> price, List<String> remarks) {
    /** "Your invoice may vary from the displayed reference rates": said of every parcel, so it says nothing. */
    private static final String EVERYDAY = "120900";

    /** An answer without a number counts as lost, because the label may be paid for. */
    static Sale of(Calls.Answer answer) throws PluginException {
        Json response = answer.json().at("ShipmentResponse");
        Json results = response.at("ShipmentResults");
        String number = numberOf(results);
        if (number.isEmpty()) {
            throw answer.lacks("names no shipment number");
        }
        return new Sale(
                number,
                parcel(results).at("ShippingLabel").at("GraphicImage"),
                money(results.at("NegotiatedRateCharges").at("TotalCharge"))
                        .or(() -> money(results.at("ShipmentCharges").at("TotalCharges"))),
                response.at("Response")
                        .at("Alert")
                        .each()
                        .filter(alert -> !alert.at("Code").textOrEmpty().equals(EVERYDAY))
                        .map(alert -> alert.at("Description").textOrEmpty())
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    /** Of the parcel; a shipment of one parcel has the same. */
    static String numberOf(Json results) {
        return parcel(results)
                .at("TrackingNumber")
                .text()
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .orElseGet(() -> results.at("ShipmentIdentificationNumber").textOrEmpty());
    }

    private static Json parcel(Json results) {
        return results.at("PackageResults").each().findFirst().orElse(Json.MISSING);
    }

    /** Empty if the label cannot be read. */
    Optional<Booking> booking(LabelImage image, List<String> warnings) {
        return image.document(graphicImage).map(label -> with(List.of(label), warnings));
    }

    Booking with(List<CarrierDocument> documents, List<String> warnings) {
        return new Booking(
                number,
                Optional.empty(),
                documents,
                price,
                Stream.concat(warnings.stream(), remarks.stream()).toList());
    }

    static Optional<Money> money(Json charge) {
        try {
            return charge.at("MonetaryValue")
                    .number()
                    .map(amount -> Money.of(amount, charge.at("CurrencyCode").textOrEmpty()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a currency nobody knows; the label counts, not its price
        }
    }
}
