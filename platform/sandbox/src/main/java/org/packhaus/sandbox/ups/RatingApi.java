package org.packhaus.sandbox.ups;

import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The prices of all services at once. Rating is not among the OpenAPI documents; its shape is that of UPS's public reference. */
final class RatingApi {

    private final UpsAccess access;

    RatingApi(UpsAccess access) {
        this.access = access;
    }

    void routes(Routes routes) {
        routes.group(UpsErrors::gateway).add("POST", "/api/rating/v2409/Shop", "ups.rating", this::shop);
    }

    private Reply shop(Request request) {
        Seller seller = access.caller(request);
        JsonNode shipment = request.json().at("/RateRequest/Shipment");
        ShipmentRules.check(shipment, UpsAccess.shipperNumber(seller), "PackagingType");
        boolean agreed =
                !shipment.at("/ShipmentRatingOptions/NegotiatedRatesIndicator").isMissingNode();
        ObjectNode answer = Json.object();
        ObjectNode response = answer.putObject("RateResponse");
        response.putObject("Response")
                .putObject("ResponseStatus")
                .put("Code", "1")
                .put("Description", "Success");
        ArrayNode rated = response.putArray("RatedShipment");
        for (UpsService service : UpsService.values()) {
            rated.add(rated(service, shipment, agreed));
        }
        return Reply.ok(answer);
    }

    private static ObjectNode rated(UpsService service, JsonNode shipment, boolean agreed) {
        ObjectNode rated = Json.object();
        rated.putObject("Service").put("Code", service.code()).put("Description", "");
        rated.set("BillingWeight", ShippingApi.billingWeight(shipment));
        rated.set("TransportationCharges", ShippingApi.money(service.listPrice(shipment)));
        rated.set("TotalCharges", ShippingApi.money(service.listPrice(shipment)));
        if (agreed) {
            rated.putObject("NegotiatedRateCharges")
                    .set("TotalCharge", ShippingApi.money(service.agreedPrice(shipment)));
        }
        rated.putObject("GuaranteedDelivery").put("BusinessDaysInTransit", String.valueOf(service.days(shipment)));
        return rated;
    }
}
