package org.packhaus.plugin.dhl;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.ReturnNumber;

/**
 * DHL Parcel DE Returns v1, {@code POST /orders}: a return label without an outbound one. Where it goes DHL knows from the
 * receiver that is set up in the business customer portal, not from the request.
 */
final class DhlReturns {
    private static final int REFERENCE = 50;
    private static final int EMAIL = 70;
    private static final Pattern NUMBER_LAST = Pattern.compile("(?<street>.*\\D)\\s+(?<house>\\d\\S{0,9})");

    private final DhlApi api;

    DhlReturns(DhlApi api) {
        this.api = api;
    }

    Booking book(BookingRequest request, DhlSettings settings) throws PluginException {
        String receiver = settings.returnReceiver()
                .orElseThrow(() -> new InvalidSettings(
                        "return-receiver-missing",
                        "The connection names no receiver for returns, so DHL sells no return label by itself. Its ID is in the"
                                + " DHL business customer portal under Returns settings.",
                        "returnReceiver"));
        Json body = Json.object()
                .put("receiverId", receiver)
                .put("customerReference", Party.within(request.orderNumber(), REFERENCE, "orderNumber", "order number"))
                .put("shipmentReference", request.reference())
                .put("shipper", shipper(request.from()))
                .put(
                        "itemWeight",
                        Json.object()
                                .put("uom", "g")
                                .put("value", request.parcel().weight().grams()))
                .json();
        Calls.Answer answer = api.buyReturn(settings, body);
        if (!answer.isSuccess()) {
            throw refusal(DhlErrors.of(answer.status(), answer.json()), request);
        }
        return booking(answer);
    }

    private static PluginException refusal(DhlErrors errors, BookingRequest request) {
        if (errors.toString().contains("receiver")) {
            return new InvalidSettings(
                    "return-receiver-unknown",
                    "DHL does not know the receiver for returns (" + errors
                            + "). Look in the business customer portal under Returns settings.",
                    "returnReceiver");
        }
        return errors.rejected("DHL sells no return label for order " + request.orderNumber());
    }

    private static Booking booking(Calls.Answer answer) throws PluginException {
        Json body = answer.json();
        String number = body.at("shipmentNo").textOrEmpty();
        if (number.isEmpty()) {
            throw answer.lacks("names no shipment number");
        }
        CarrierDocument label = Answers.document(body.at("label"), CarrierDocument.Kind.LABEL)
                .orElseThrow(() -> answer.lacks("holds no label for return " + number));
        return new Booking(
                number,
                Optional.of(new ReturnNumber(DhlCarrier.CODE, number)),
                List.of(label),
                Optional.empty(),
                List.of());
    }

    /** The buyer. This interface insists on a house number of its own and on lines that are German. */
    private static Json.Builder shipper(Address from) throws Rejected {
        if (!from.country().equals(CountryCode.DE)) {
            throw Party.refused(
                    "country-not-served",
                    "from.country",
                    "DHL sells return labels by themselves for returns from within Germany only.");
        }
        Json.Builder json = Party.names(from, "from");
        Matcher split = NUMBER_LAST.matcher(from.streetLine());
        if (from.houseNumber().isEmpty()) {
            // A street without a number exists; DHL takes anything in its place.
            Address parted = split.matches()
                    ? parted(from, split.group("street"), split.group("house"))
                    : parted(from, from.street(), "0");
            Party.street(json, parted, "from");
        } else {
            Party.street(json, from, "from");
        }
        Party.city(json, from, "from");
        return json.putUnlessEmpty("email", Party.within(from.email(), EMAIL, "from.email", "e-mail address"));
    }

    private static Address parted(Address address, String street, String house) {
        return new Address(
                address.company(),
                address.person(),
                address.addition(),
                street,
                house,
                address.postalCode(),
                address.city(),
                address.country(),
                address.phone(),
                address.email());
    }
}
