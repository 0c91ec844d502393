package org.packhaus.sandbox.otto;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.packhaus.sandbox.web.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells the control API what really comes back, what was decided and how often. */
final class ReturnsTruth {

    private final OrderBook book;
    private final ReturnBook returns;

    ReturnsTruth(OrderBook book, ReturnBook returns) {
        this.book = book;
        this.returns = returns;
    }

    /** One entry for each piece that comes back or was decided about. The book must be held. */
    ArrayNode of(String seller, Instant now) {
        ArrayNode list = Json.array();
        for (Order order : book.of(seller)) {
            for (Item item : order.items) {
                if (returns.touched(item.positionItemId)) {
                    list.add(piece(order, item, now));
                }
            }
        }
        return list;
    }

    private ObjectNode piece(Order order, Item item, Instant now) {
        ObjectNode json = Json.object()
                .put("seller", order.seller)
                .put("orderNumber", order.orderNumber)
                .put("salesOrderId", order.salesOrderId)
                .put("positionItemId", item.positionItemId)
                .put("sku", item.product.sku());
        Optional<ReturnedPiece> piece = returns.piece(item.positionItemId);
        piece.ifPresent(p -> {
            json.put("status", p.status().name())
                    .put("since", p.since().toString())
                    .put("condition", p.condition())
                    .put("reason", p.reason())
                    .put("byMarketplace", p.byMarketplace());
            returns.box(p.box()).ifPresent(box -> json.set("parcel", parcel(box, now)));
            BoxContents contents = p.contents();
            if (contents != null) {
                json.put("contents", contents.name());
                json.set("bench", bench(contents));
            }
        });
        ArrayNode decisions = json.putArray("decisions");
        returns.decisions(item.positionItemId)
                .forEach(d -> decisions
                        .addObject()
                        .put("verdict", verdict(d.accepted()))
                        .put("condition", d.condition())
                        .put("reason", d.reason())
                        .put("at", d.at().toString())
                        .put("error", d.error().isEmpty() ? null : d.error()));
        return json;
    }

    private static ObjectNode parcel(ReturnBox box, Instant now) {
        List<ReturnBox.State> states = box.states(now);
        ObjectNode json = Json.object()
                .put("id", box.id())
                .put("carrier", box.key().carrier())
                .put("trackingNumber", box.key().trackingNumber())
                .put("way", box.way().name())
                .put("fastRefund", box.fastRefund())
                .put("state", states.getLast().state());
        states.forEach(state -> json.put(
                switch (state.state()) {
                    case "ANNOUNCED" -> "announcedAt";
                    case "ON_THE_WAY" -> "droppedAt";
                    default -> "arrivedAt";
                },
                state.at().toString()));
        return json;
    }

    /** What a careful person who opens the box decides. */
    private static ObjectNode bench(BoxContents contents) {
        return Json.object()
                .put("verdict", verdict(contents.takenBack))
                .put("condition", contents.condition)
                .put("reason", contents.reason);
    }

    private static String verdict(boolean accepted) {
        return accepted ? "ACCEPT" : "REJECT";
    }
}
