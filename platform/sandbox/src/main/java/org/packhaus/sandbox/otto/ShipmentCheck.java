package org.packhaus.sandbox.otto;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Refused;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules a reported shipment has to keep. The book must be held. */
final class ShipmentCheck {

    private static final String MANDATORY = "PROPERTY_IS_MANDATORY";
    private static final String NO_PERMISSION = "INSUFFICIENT_PERMISSION";
    private static final String INVALID = "INVALID_PROPERTY";

    private final OrderBook book;
    private final Seller seller;
    private final Request request;
    private final ArrayNode errors = Json.array();

    ShipmentCheck(OrderBook book, Seller seller, Request request) {
        this.book = book;
        this.seller = seller;
        this.request = request;
    }

    /** Carrier, date and sender of a shipment. @param at where it stands in the body, such as {@code shipments[0].} */
    void head(JsonNode body, String at) {
        JsonNode key = body.path("trackingKey");
        if (!key.isObject()) {
            mandatory(at + "trackingKey");
        } else if (key.path("carrier").asString("").isEmpty()) {
            mandatory(at + "trackingKey.carrier");
        } else if (!Carriers.known(key.path("carrier").asString())) {
            add(INVALID, "Unknown carrier " + key.path("carrier").asString(), at + "trackingKey.carrier");
        }
        if (body.path("shipDate").asString("").isEmpty()) {
            mandatory(at + "shipDate");
        } else if (OttoDates.read(body.path("shipDate").asString()).isEmpty()) {
            add(INVALID, "The date is not in ISO 8601", at + "shipDate");
        }
        JsonNode from = body.path("shipFromAddress");
        if (!from.isObject()) {
            mandatory(at + "shipFromAddress");
        } else {
            text(from, "city", 60, at);
            text(from, "zipCode", 10, at);
            if (!from.path("countryCode").asString("").matches("[A-Z]{3}")) {
                add(INVALID, "The country must be an ISO 3166-1 alpha-3 code", at + "shipFromAddress.countryCode");
            }
        }
        if (!body.path("positionItems").isArray() || body.path("positionItems").isEmpty()) {
            mandatory(at + "positionItems");
        }
    }

    private void text(JsonNode from, String name, int maximum, String at) {
        String value = from.path(name).asString("");
        if (value.isEmpty()) {
            mandatory(at + "shipFromAddress." + name);
        } else if (value.length() > maximum) {
            add(INVALID, "The property must not be longer than " + maximum, at + "shipFromAddress." + name);
        }
    }

    /**
     * The items of a shipment, all of them the seller's, processable, and each with what its delivery type asks for.
     *
     * @param multiparcel items of a multiparcel report appear once in every parcel
     */
    List<Item> items(JsonNode list, String carrier, String number, String at, boolean multiparcel) {
        List<Item> items = new ArrayList<>();
        Set<String> returnAddresses = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode entry = list.get(i);
            String path = at + "[" + i + "].";
            if (missing(entry, "positionItemId", path) | missing(entry, "salesOrderId", path)) {
                continue;
            }
            Item item = own(entry);
            if (item == null) {
                permission(path, "");
                continue;
            }
            if (item.status == FulfillmentStatus.SENT) {
                throw refuse(
                        409,
                        "POSITION_ITEM_INCLUDED_IN_OTHER_SHIPMENT",
                        "One or more of the given position item ids already exist in another shipment",
                        "");
            }
            if (item.status != FulfillmentStatus.PROCESSABLE) {
                permission(path, " (fulfillment status is " + item.status + ")");
                continue;
            }
            returnAddresses.add(entry.path("returnAddressCarrierId").asString(""));
            returnKey(entry, item, path);
            if (!item.product.forwarder() && number.isEmpty()) {
                mandatory(at.replace("positionItems", "") + "trackingKey.trackingNumber");
            }
            if (!item.product.forwarder() && !Carriers.PARCEL.contains(carrier) || multiparcel && number.isEmpty()) {
                add(INVALID, "The carrier " + carrier + " does not deliver parcels", "trackingKey.carrier");
            }
            if (items.contains(item)) {
                add(INVALID, "The position item is named twice", path + "positionItemId");
            }
            items.add(item);
        }
        if (returnAddresses.size() > 1) {
            add(
                    INVALID,
                    "All position items of a shipment must have the same value",
                    at + "[0].returnAddressCarrierId");
        }
        return items;
    }

    private @Nullable Item own(JsonNode entry) {
        String id = entry.path("positionItemId").asString();
        return book.ofItem(id)
                .filter(o -> o.seller.equals(seller.key()))
                .filter(o -> o.salesOrderId.equals(entry.path("salesOrderId").asString()))
                .flatMap(o -> o.item(id))
                .orElse(null);
    }

    private void returnKey(JsonNode entry, Item item, String path) {
        JsonNode key = entry.path("returnTrackingKey");
        if (!key.isObject()) {
            if (!item.product.forwarder()) {
                mandatory(path + "returnTrackingKey");
            }
            return;
        }
        if (key.path("trackingNumber").asString("").isEmpty()) {
            mandatory(path + "returnTrackingKey.trackingNumber");
        }
        String carrier = key.path("carrier").asString("");
        if (carrier.isEmpty()) {
            mandatory(path + "returnTrackingKey.carrier");
        } else if (!Carriers.RETURN.contains(carrier)) {
            add(INVALID, "The return carrier must be one of " + Carriers.RETURN, path + "returnTrackingKey.carrier");
        } else if (!item.product.forwarder() && !carrier.equals(seller.returnCarrier())) {
            add(
                    INVALID,
                    "The return carrier must be the one set for the partner: " + seller.returnCarrier(),
                    path + "returnTrackingKey.carrier");
        }
    }

    private boolean missing(JsonNode entry, String name, String path) {
        String value = entry.path(name).asString("");
        if (value.isEmpty()) {
            mandatory(path + name);
            return true;
        }
        try {
            UUID.fromString(value);
            return false;
        } catch (IllegalArgumentException e) {
            add(INVALID, "The property must be a UUID", path + name);
            return true;
        }
    }

    private void permission(String path, String why) {
        add(
                NO_PERMISSION,
                "The partner is not allowed to create/update a shipment for position item ID" + why,
                path + "positionItemId");
    }

    private void mandatory(String jsonPath) {
        add(MANDATORY, "The property is mandatory", jsonPath);
    }

    void add(String title, String detail, String jsonPath) {
        errors.addObject()
                .put("title", title)
                .put("path", request.path().replaceFirst("^/v\\d+", ""))
                .put("detail", detail)
                .put("jsonPath", jsonPath);
    }

    Refused refuse(int status, String title, String detail, String jsonPath) {
        return new Refused(OttoErrors.shipment(status, title, detail, jsonPath, request));
    }

    /** Ends the request when a rule was broken. */
    void done() {
        if (!errors.isEmpty()) {
            ObjectNode body = Json.object();
            body.set("errors", errors);
            throw new Refused(Reply.json(400, body));
        }
    }
}
