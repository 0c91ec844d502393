package org.packhaus.plugin.otto;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.ReportedShipment;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.sdk.TrackingStatus;

/** OTTO Shipments V1. A report makes its pieces SENT, tells the buyer and makes the bill; it cannot be taken back. */
final class Shipments {
    private final OttoApi api;

    Shipments(OttoApi api) {
        this.api = api;
    }

    String report(Confirmation confirmation, OttoSettings settings) throws PluginException {
        Json body = body(confirmation, carrier(confirmation, settings), settings);
        Calls.Answer answer = api.report(settings, Scope.SHIPPING, "/v1/shipments", body);
        if (!answer.isSuccess()) {
            throw refusal(answer, confirmation);
        }
        return id(answer, "shipmentId");
    }

    /** A piece in several parcels: one report with a shipment for each, all or none. */
    String report(List<Confirmation> boxes, OttoSettings settings) throws PluginException {
        List<Json> bodies = new ArrayList<>();
        for (Confirmation box : boxes) {
            bodies.add(body(box, carrier(box, settings), settings));
        }
        Calls.Answer answer = api.report(settings, Scope.SHIPPING, "/v1/multiparcel-shipments", Json.array(bodies));
        if (!answer.isSuccess()) {
            throw refusal(answer, boxes.getFirst());
        }
        return id(answer, "multiParcelShipmentId");
    }

    private static String id(Calls.Answer answer, String name) throws PluginException {
        return answer.json()
                .at(name)
                .text()
                .filter(id -> !id.isBlank())
                .orElseThrow(() -> answer.lacks("names no shipment"));
    }

    /** OTTO's name of the carrier, if it takes this parcel at all. */
    private static String carrier(Confirmation confirmation, OttoSettings settings) throws Rejected {
        Carriers carriers = Carriers.of(settings);
        String carrier = carriers.name(confirmation.carrierCode())
                .orElseThrow(() -> refused(
                        "carrier-unknown-to-otto",
                        "carrierCode",
                        "OTTO does not know the carrier " + confirmation.carrierCode()
                                + ". If it does by now, add its name to the connection's settings."));
        if (confirmation.returnNumber().isPresent()) {
            String back = confirmation.returnNumber().get().carrierCode();
            if (!Carriers.FOR_RETURNS.contains(back)) {
                throw refused(
                        "return-carrier-not-allowed",
                        "returnNumber.carrierCode",
                        "OTTO takes returns with DHL, GLS or Hermes only, not with " + back + ".");
            }
        }
        return carrier;
    }

    private static Json body(Confirmation confirmation, String carrier, OttoSettings settings) {
        List<Json> items = confirmation.items().stream()
                .map(item -> item(item, confirmation, settings))
                .toList();
        return Json.object()
                .put(
                        "trackingKey",
                        Json.object().put("carrier", carrier).put("trackingNumber", confirmation.trackingNumber()))
                .put(
                        "shipDate",
                        confirmation.shippedAt().truncatedTo(ChronoUnit.MILLIS).toString())
                .put(
                        "shipFromAddress",
                        Json.object()
                                .put("city", confirmation.shipFrom().city())
                                .put(
                                        "countryCode",
                                        confirmation.shipFrom().country().alpha3())
                                .put("zipCode", confirmation.shipFrom().postalCode()))
                .put("positionItems", Json.array(items))
                .json();
    }

    private static Json item(Confirmation.Item item, Confirmation confirmation, OttoSettings settings) {
        Json.Builder json =
                Json.object().put("positionItemId", item.channelItemId()).put("salesOrderId", item.channelOrderId());
        confirmation.returnNumber().ifPresent(number -> {
            json.put(
                    "returnTrackingKey",
                    Json.object().put("carrier", number.carrierCode()).put("trackingNumber", number.number()));
            settings.returnAddressCarrierId().ifPresent(id -> json.put("returnAddressCarrierId", id));
        });
        return json.json();
    }

    private static Rejected refusal(Calls.Answer answer, Confirmation confirmation) throws PluginException {
        OttoErrors errors = OttoErrors.of(answer);
        String code;
        if (errors.has("DUPLICATE_TRACKING_KEY")) {
            code = Confirmation.ALREADY_REPORTED;
        } else if (errors.has("POSITION_ITEM_INCLUDED_IN_OTHER_SHIPMENT")) {
            code = "item-in-other-shipment";
        } else if (errors.has("INSUFFICIENT_PERMISSION")) {
            code = "item-not-yours";
        } else if (errors.has("PROPERTY_IS_MANDATORY")) {
            code = "field-missing";
        } else {
            code = "shipment-refused";
        }
        return errors.rejected(
                code,
                "OTTO refuses the report of " + confirmation.carrierCode() + " " + confirmation.trackingNumber(),
                Shipments::field);
    }

    /** What the request calls a field, in the words of {@link Confirmation}. */
    static String field(String jsonPath) {
        return jsonPath.replaceFirst("^shipments\\[\\d+]\\.?", "")
                .replaceFirst("^positionItems\\[(\\d+)]\\.returnTrackingKey\\.carrier$", "returnNumber.carrierCode")
                .replaceFirst("^positionItems\\[(\\d+)]\\.returnTrackingKey\\.trackingNumber$", "returnNumber.number")
                .replaceFirst("^positionItems\\[(\\d+)]\\.returnTrackingKey$", "returnNumber")
                .replaceFirst("^positionItems\\[(\\d+)]\\.positionItemId$", "items[$1].channelItemId")
                .replaceFirst("^positionItems\\[(\\d+)]\\.salesOrderId$", "items[$1].channelOrderId")
                .replaceFirst("^positionItems", "items")
                .replaceFirst("^trackingKey\\.carrier$", "carrierCode")
                .replaceFirst("^trackingKey(\\.trackingNumber)?$", "trackingNumber")
                .replaceFirst("^shipDate$", "shippedAt")
                .replaceFirst("^shipFromAddress\\.zipCode$", "shipFrom.postalCode")
                .replaceFirst("^shipFromAddress\\.countryCode$", "shipFrom.country")
                .replaceFirst("^shipFromAddress", "shipFrom");
    }

    Optional<ReportedShipment> find(String carrierCode, String number, OttoSettings settings) throws PluginException {
        Carriers carriers = Carriers.of(settings);
        Optional<String> carrier = carriers.name(carrierCode);
        if (carrier.isEmpty()) {
            return Optional.empty();
        }
        Calls.Answer answer = api.get(
                settings,
                Scope.SHIPPING,
                "/v1/shipments/carriers/" + carrier.get() + "/trackingnumbers/" + OttoApi.encode(number));
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (!answer.isSuccess()) {
            throw OttoErrors.of(answer)
                    .rejected(
                            answer.status() == 403 ? "shipment-of-somebody-else" : "shipment-refused",
                            "OTTO does not show the shipment " + carrierCode + " " + number,
                            Shipments::field);
        }
        Json body = answer.json();
        String id = body.at("shipmentId").textOrEmpty();
        if (id.isEmpty()) {
            throw answer.lacks("names no shipment");
        }
        Json key = body.at("trackingKey");
        return Optional.of(new ReportedShipment(
                id,
                carriers.code(key.at("carrier").textOrEmpty()),
                key.at("trackingNumber").textOrEmpty(),
                body.at("positionItems").list().stream()
                        .map(item -> new ReportedShipment.Item(
                                item.at("salesOrderId").textOrEmpty(),
                                item.at("positionItemId").textOrEmpty(),
                                returnNumber(item.at("returnTrackingKey"))))
                        .toList(),
                body.at("states").list().stream()
                        .flatMap(state -> news(state).stream())
                        .sorted(Comparator.comparing(ReportedShipment.News::at))
                        .toList()));
    }

    private static Optional<ReportedShipment.News> news(Json state) {
        String word = state.at("state").textOrEmpty();
        return OttoDates.parse(state.at("occurredOn").textOrEmpty())
                .map(at -> new ReportedShipment.News(
                        switch (word) {
                            case "SENT" -> TrackingStatus.ANNOUNCED;
                            case "ON_THE_WAY" -> TrackingStatus.IN_TRANSIT;
                            case "DELIVERY_ATTEMPT_FAILED" -> TrackingStatus.DELIVERY_FAILED;
                            case "DELIVERED_FOR_PICKUP" -> TrackingStatus.READY_FOR_PICKUP;
                            case "DELIVERED" -> TrackingStatus.DELIVERED;
                            case "ISSUE_OCCURRED" -> TrackingStatus.DELAYED;
                            default -> TrackingStatus.UNKNOWN;
                        },
                        word,
                        at));
    }

    private static Optional<ReturnNumber> returnNumber(Json key) {
        return key.at("trackingNumber")
                .text()
                .map(number -> new ReturnNumber(key.at("carrier").textOrEmpty(), number));
    }

    private static Rejected refused(String code, String field, String text) {
        return new Rejected(code, text, List.of(Rejected.Fault.of(field, text)));
    }
}
