package org.packhaus.sandbox.otto;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Price-Reductions V1: part of the price back, and the buyer keeps the piece. */
final class PriceReductionsApi {

    private static final int MOST_ON_A_PAGE = 128;

    private final OttoAccess access;
    private final OrderBook book;
    private final ReductionBook reductions;

    PriceReductionsApi(OttoAccess access, OrderBook book, ReductionBook reductions) {
        this.access = access;
        this.book = book;
        this.reductions = reductions;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(OttoErrors::returns);
        group.add("POST", "/v1/price-reductions", "otto.priceReductions.create", this::create);
        group.add("GET", "/v1/price-reductions", "otto.priceReductions.list", this::list);
    }

    private Seller caller(Request request) {
        return access.caller(request, "price-reduction", OttoErrors::returns);
    }

    private Reply create(Request request) {
        Seller seller = caller(request);
        JsonNode body = request.json();
        String id = body.path("positionItemId").asString("");
        synchronized (book) {
            Optional<Order> order = book.ofItem(id)
                    .filter(o -> o.salesOrderId.equals(body.path("salesOrderId").asString("")));
            Optional<Item> item = order.flatMap(o -> o.item(id));
            if (order.isEmpty() || item.isEmpty()) {
                return OttoErrors.returns(404, "Position item id " + id + " could not be found.", request);
            }
            if (!order.get().seller.equals(seller.key())) {
                return OttoErrors.returns(403, "No permission to access specified resource(s)", request);
            }
            if (item.get().status != FulfillmentStatus.SENT) {
                return OttoErrors.returns(
                        409, "Position item id " + id + " is not yet shipped or has been returned.", request);
            }
            JsonNode price = body.path("priceReduction");
            BigDecimal amount =
                    price.path("amount").isNumber() ? price.path("amount").decimalValue() : BigDecimal.ZERO;
            if (!price.path("currency").asString("").equals("EUR")) {
                return OttoErrors.returns(409, "The currency of a price reduction must be EUR.", request);
            }
            if (amount.signum() <= 0 || amount.compareTo(reductions.left(item.get())) >= 0) {
                return OttoErrors.returns(
                        409,
                        "The price reduction must be above 0 and below the remaining receipt amount "
                                + reductions.left(item.get()) + ".",
                        request);
            }
            reductions.add(order.get(), item.get(), amount);
        }
        ObjectNode answer = Json.object();
        answer.putArray("results")
                .addObject()
                .put("title", "Accepted")
                .put("code", 202)
                .put("detail", "Price reduction has been initiated successfully. Please wait for sometime.")
                .put("path", request.path());
        return Reply.json(202, answer);
    }

    private Reply list(Request request) {
        Seller seller = caller(request);
        int limit;
        int page;
        try {
            limit = request.query("limit").map(Integer::parseInt).orElse(10);
            page = request.query("page").map(Integer::parseInt).orElse(1);
        } catch (NumberFormatException e) {
            return OttoErrors.returns(400, "page and limit must be numbers", request);
        }
        if (limit < 1 || limit > MOST_ON_A_PAGE || page < 1) {
            return OttoErrors.returns(400, "limit must be between 1 and " + MOST_ON_A_PAGE, request);
        }
        Optional<String> wanted = request.query("positionItemId");
        synchronized (book) {
            Map<String, List<PriceReduction>> byItem = reductions.of(seller.key()).stream()
                    .filter(r -> wanted.map(r.positionItemId()::equals).orElse(true))
                    .collect(Collectors.groupingBy(
                            PriceReduction::positionItemId, LinkedHashMap::new, Collectors.toList()));
            if (wanted.isPresent() && byItem.isEmpty()) {
                return OttoErrors.returns(
                        404, "No price reduction found for position item id " + wanted.get() + ".", request);
            }
            ObjectNode body = Json.object();
            ArrayNode results = body.putArray("results");
            byItem.values().stream().skip((page - 1L) * limit).limit(limit).forEach(of -> results.add(json(of)));
            if (byItem.size() > (long) page * limit) {
                body.putArray("links")
                        .addObject()
                        .put("rel", "next")
                        .put("href", "/v1/price-reductions?page=" + (page + 1) + "&limit=" + limit);
            }
            return Reply.ok(body);
        }
    }

    private ObjectNode json(List<PriceReduction> of) {
        PriceReduction first = of.getFirst();
        ObjectNode json =
                Json.object().put("salesOrderId", first.salesOrderId()).put("positionItemId", first.positionItemId());
        json.set(
                "totalPriceReduction",
                ReceiptJson.euro(of.stream()
                        .filter(r -> r.status() != PriceReduction.Status.REJECTED)
                        .map(PriceReduction::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)));
        book.ofItem(first.positionItemId())
                .flatMap(order -> order.item(first.positionItemId()))
                .ifPresent(item -> json.set("invoicePrice", ReceiptJson.euro(item.price())));
        ArrayNode list = json.putArray("priceReductions");
        for (PriceReduction reduction : of) {
            ObjectNode one = list.addObject();
            if (!reduction.receipt().isEmpty()) {
                one.put("receiptNumber", reduction.receipt());
            }
            one.set("priceReduction", ReceiptJson.euro(reduction.amount()));
            one.put("creationDateTime", OttoDates.shipment(reduction.created()))
                    .put("status", reduction.status().name());
        }
        return json;
    }
}
