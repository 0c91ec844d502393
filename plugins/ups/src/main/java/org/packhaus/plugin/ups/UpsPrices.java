package org.packhaus.plugin.ups;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Parcel;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Quotes;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Weight;

/** Asks UPS for the prices of all its products at once; those that are not ours are left out. */
record UpsPrices(UpsApi api) {
    /** UPS's own house in Germany. */
    private static final Address NEUSS = Address.to("UPS Deutschland")
            .street("Görlitzer Straße", "1")
            .city("41460", "Neuss")
            .build();

    List<Quotes.Quote> of(Shipment shipment, UpsSettings settings) throws PluginException {
        Calls.Answer answer = ask(shipment, settings);
        if (!answer.isSuccess()) {
            UpsErrors errors = UpsErrors.of(answer);
            if (errors.isAboutAccount()) {
                throw new InvalidSettings(
                        "account-refused", "UPS refuses the account number: " + errors, "shipperNumber");
            }
            throw errors.rejected("UPS names no price");
        }
        List<Quotes.Quote> quotes = new ArrayList<>();
        answer.json()
                .at("RateResponse")
                .at("RatedShipment")
                .each()
                .forEach(rated -> quote(rated).ifPresent(quotes::add));
        return quotes;
    }

    /** An app without the product Rating sells labels all the same: that stops no connection. */
    private Calls.Answer ask(Shipment shipment, UpsSettings settings) throws PluginException {
        try {
            return api.shop(settings, shipment.priceQuestion(settings));
        } catch (InvalidSettings e) {
            if (e.code().equals("access-refused")) {
                throw new Rejected(
                        "prices-not-allowed",
                        "The app may not ask UPS for prices. Add the product Rating to it in UPS's developer portal.");
            }
            throw e;
        }
    }

    private static Optional<Quotes.Quote> quote(Json rated) {
        Optional<Money> price = Sale.money(rated.at("NegotiatedRateCharges").at("TotalCharge"))
                .or(() -> Sale.money(rated.at("TotalCharges")));
        Optional<Integer> days = rated.at("GuaranteedDelivery")
                .at("BusinessDaysInTransit")
                .number()
                .map(BigDecimal::intValue);
        return UpsProduct.find(rated.at("Service").at("Code").textOrEmpty())
                .flatMap(product -> price.map(money -> new Quotes.Quote(product.code(), money, days)));
    }

    /**
     * Tries the account with the price of a parcel to UPS's own house, which costs nothing. Not being allowed to ask for prices is no
     * fault: labels may still be bought.
     */
    String check(UpsSettings settings, Clock clock) throws PluginException {
        String signedIn = "Signed in with account " + settings.account() + ". ";
        var request = new BookingRequest(
                "PACKHAUS-CHECK",
                UpsProduct.STANDARD.code(),
                new Parcel(Weight.grams(500), Optional.empty(), List.of()),
                NEUSS,
                NEUSS,
                NEUSS,
                clock.instant().atZone(Shipment.GERMANY).toLocalDate(),
                false,
                List.of(),
                LabelPaper.PDF_A6,
                "CHECK");
        try {
            List<Quotes.Quote> quotes = of(Shipment.of(request), settings);
            return signedIn + "Prices for "
                    + String.join(
                            ", ",
                            quotes.stream()
                                    .flatMap(quote -> UpsProduct.find(quote.product()).stream())
                                    .map(product -> product.product().name())
                                    .toList())
                    + ".";
        } catch (Rejected e) {
            return signedIn + "No prices: " + e.text();
        }
    }
}
