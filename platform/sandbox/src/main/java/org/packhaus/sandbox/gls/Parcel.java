package org.packhaus.sandbox.gls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.packhaus.sandbox.carrier.Sale;
import org.packhaus.sandbox.carrier.Step;
import org.packhaus.sandbox.carrier.Travel;
import org.packhaus.sandbox.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A parcel of GLS's, read from what was kept of its sale.
 *
 * @param isReturn whether the way back is meant, which has numbers of its own
 */
record Parcel(Sale sale, boolean isReturn) {

    /** What is kept of a sale. @param shipment the request's {@code Shipment} */
    static ObjectNode details(JsonNode shipment, String trackId, String returnTrackId) {
        ObjectNode details = Json.object().put("trackId", trackId).put("returnTrackId", returnTrackId);
        details.set("shipment", shipment);
        return details;
    }

    String number() {
        return isReturn ? sale.returnNumber() : sale.number();
    }

    String trackId() {
        return sale.details().path(isReturn ? "returnTrackId" : "trackId").asString();
    }

    JsonNode shipment() {
        return sale.details().path("shipment");
    }

    Optional<Parcel> back() {
        return sale.returnNumber().isEmpty() ? Optional.empty() : Optional.of(new Parcel(sale, true));
    }

    JsonNode consignee() {
        return shipment().path("Consignee").path("Address");
    }

    /** The sender on the label. */
    JsonNode shipper() {
        JsonNode address = shipment().path("Shipper").path("AlternativeShipperAddress");
        return address.isObject() ? address : shipment().path("Shipper").path("Address");
    }

    JsonNode returnTo() {
        JsonNode address = shipment().path("Return").path("Address");
        return address.isObject() ? address : shipper();
    }

    double kilograms() {
        return shipment().path("ShipmentUnit").path(0).path("Weight").asDouble(0);
    }

    /** GLS hears of a parcel with the end-of-day report; before that nobody can follow it. */
    Travel travel(Instant now) {
        if (isReturn || !sale.closed()) {
            return new Travel(List.of());
        }
        Instant closed = Instant.parse(sale.details().path("closedAt").asString());
        Sale from = new Sale(
                sale.carrier(),
                sale.account(),
                sale.seller(),
                sale.product(),
                sale.reference(),
                sale.number(),
                sale.returnNumber(),
                sale.purpose(),
                closed,
                sale.voided(),
                sale.closed(),
                sale.city(),
                sale.details());
        return Travel.of(from, shipper().path("City").asString(""), now);
    }

    boolean isScanned(Instant now) {
        return travel(now).moments().stream().anyMatch(moment -> moment.step() != Step.ANNOUNCED);
    }
}
