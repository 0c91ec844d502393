package org.packhaus.sandbox.otto;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Refused;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Returns V3: what comes back, and what the seller decides about it. */
final class ReturnsApi {

    private static final int MOST = 200;
    private static final int MOST_ON_A_PAGE = 50;
    private static final Set<String> CONDITIONS = Set.of("A", "B", "C", "D", "E");
    private static final Set<String> ACCEPTANCE = Set.of(
            "RETURN_RECEIVED",
            "STATUS_SENT_BY_ACCIDENT",
            "CANCEL_REQUEST_BY_CUSTOMER",
            "REFUND_AFTER_AFFIDAVIT",
            "COMPLAINT",
            "SHIPMENT_LOST",
            "RETURN_LOST",
            "UNDELIVERABLE");
    private static final Set<String> REJECTION = Set.of(
            "THIRD_PARTY_ITEM",
            "WRONG_ITEM",
            "EXCHANGE",
            "DAMAGE_TO_THE_HYGIENE_SEAL",
            "ITEM_DAMAGED",
            "RETURN_PERIOD_EXCEEDED",
            "ITEM_NOT_IN_THE_PARCEL");

    private final OttoAccess access;
    private final OrderBook book;
    private final ReturnBook returns;

    ReturnsApi(OttoAccess access, OrderBook book, ReturnBook returns) {
        this.access = access;
        this.book = book;
        this.returns = returns;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(OttoErrors::returns);
        group.add("GET", "/v3/returns", "otto.returns.list", this::list);
        group.add("POST", "/v3/returns/acceptance", "otto.returns.accept", r -> decide(r, true));
        group.add("POST", "/v3/returns/rejection", "otto.returns.reject", r -> decide(r, false));
    }

    private Seller caller(Request request) {
        return access.caller(request, "returns", OttoErrors::returns);
    }

    private Reply list(Request request) {
        Seller seller = caller(request);
        int limit = number(request, "limit", 10, MOST_ON_A_PAGE);
        int page = number(request, "page", 1, Integer.MAX_VALUE);
        Optional<ReturnedPiece.Status> status = request.query("status").map(text -> status(text, request));
        synchronized (book) {
            List<ReturnedPiece> all = returns.pieces(seller.key()).stream()
                    .filter(piece -> status.isEmpty() || piece.status() == status.get())
                    .sorted(Comparator.comparing(ReturnedPiece::since)
                            .reversed()
                            .thenComparing(ReturnedPiece::positionItemId))
                    .toList();
            ObjectNode body = Json.object();
            ArrayNode items = body.putArray("positionItems");
            all.stream().skip((page - 1L) * limit).limit(limit).forEach(piece -> items.add(json(piece)));
            if (all.size() > (long) page * limit) {
                body.putArray("links")
                        .addObject()
                        .put("rel", "next")
                        .put(
                                "href",
                                "/v3/returns?"
                                        + status.map(s -> "status=" + s + "&").orElse("") + "page=" + (page + 1)
                                        + "&limit=" + limit);
            }
            return Reply.ok(body);
        }
    }

    private static int number(Request request, String name, int otherwise, int most) {
        try {
            int number = request.query(name).map(Integer::parseInt).orElse(otherwise);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through.
        }
        throw new Refused(OttoErrors.returns(400, name + " must be between 1 and " + most, request));
    }

    private static ReturnedPiece.Status status(String text, Request request) {
        try {
            return ReturnedPiece.Status.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Refused(OttoErrors.returns(400, "There is no status " + text, request));
        }
    }

    private ObjectNode json(ReturnedPiece piece) {
        ObjectNode json = Json.object()
                .put("positionItemId", piece.positionItemId())
                .put("salesOrderId", piece.salesOrderId())
                .put("status", piece.status().name())
                .put("occurredTime", OttoDates.shipment(piece.since()));
        ObjectNode details = json.putObject("details");
        switch (piece.status()) {
            case ANNOUNCED ->
                returns.box(piece.box()).ifPresent(box -> {
                    ObjectNode key = details.putObject("returnTrackingKey")
                            .put("carrier", box.key().carrier());
                    key.putArray("trackingNumbers").add(box.key().trackingNumber());
                });
            case MISDIRECTED -> {
                book.find(piece.salesOrderId()).ifPresent(order -> details.put("orderNumber", order.orderNumber));
                details.put(
                        "ottoWarehouseID",
                        "HAL-" + Math.floorMod(piece.positionItemId().hashCode(), 9000));
            }
            case ACCEPTED, REJECTED -> {
                if (!piece.condition().isEmpty()) {
                    details.put("condition", piece.condition());
                }
                details.put("reason", piece.reason());
            }
        }
        return json;
    }

    private Reply decide(Request request, boolean accept) {
        Seller seller = caller(request);
        JsonNode items = request.json().path("positionItems");
        if (!items.isArray() || items.isEmpty()) {
            return OttoErrors.returns(422, "positionItems must not be empty", request);
        }
        if (items.size() > MOST) {
            return OttoErrors.returns(413, "At most " + MOST + " position items are allowed", request);
        }
        for (int i = 0; i < items.size(); i++) {
            String wrong = wrong(items.get(i), accept);
            if (!wrong.isEmpty()) {
                return OttoErrors.returns(422, "positionItems[" + i + "]." + wrong, request);
            }
        }
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        ArrayNode errors = Json.array();
        synchronized (book) {
            for (JsonNode item : items) {
                Optional<String> refused = returns.decide(seller.key(), item, accept);
                refused.ifPresentOrElse(detail -> errors.add(error(item, detail, request)), () -> results.add(item));
            }
        }
        if (errors.isEmpty()) {
            return Reply.ok(body);
        }
        body.set("errors", errors);
        return Reply.json(207, body);
    }

    private static ObjectNode error(JsonNode item, String detail, Request request) {
        String id = item.path("positionItemId").asString();
        return Json.object()
                .put("path", request.path())
                .put("title", "Error while processing request: " + id)
                .put("detail", detail)
                .put("logref", id);
    }

    private static String wrong(JsonNode item, boolean accept) {
        for (String name : List.of("positionItemId", "salesOrderId")) {
            if (item.path(name).asString("").isEmpty()) {
                return name + " must not be empty";
            }
        }
        String condition = item.path("condition").asString("");
        String reason = item.path("reason").asString("");
        // The older document demands the condition, the newer one does not: the sandbox is no stricter than OTTO may
        // be.
        if (!condition.isEmpty() && !CONDITIONS.contains(condition)) {
            return "condition has the unknown value " + condition;
        }
        Set<String> known = accept ? ACCEPTANCE : REJECTION;
        if (reason.isEmpty() && !accept) {
            return "reason must not be empty";
        }
        return reason.isEmpty() || known.contains(reason) ? "" : "reason has the unknown value " + reason;
    }
}
