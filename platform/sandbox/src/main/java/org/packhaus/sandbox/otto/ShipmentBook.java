package org.packhaus.sandbox.otto;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.world.SandboxClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All reported shipments. It shares its lock with the {@link OrderBook}: a report changes both. */
final class ShipmentBook {

    private final OrderBook book;
    private final SandboxClock clock;
    private final Map<String, Shipment> shipments = new LinkedHashMap<>();
    private final Map<TrackingKey, Shipment> byKey = new HashMap<>();
    private final BiConsumer<Shipment, List<Item>> whenSent;
    private long lastId = 100_000_300_000L;

    /** @param whenSent hears of pieces that were reported, while the book is held */
    ShipmentBook(OrderBook book, SandboxClock clock, BiConsumer<Shipment, List<Item>> whenSent) {
        this.book = book;
        this.clock = clock;
        this.whenSent = whenSent;
    }

    Optional<Shipment> find(TrackingKey key) {
        synchronized (book) {
            return Optional.ofNullable(byKey.get(key));
        }
    }

    /** By its own id or that of its multiparcel report. */
    Optional<Shipment> find(String id) {
        return all().stream()
                .filter(s -> s.shipmentId().equals(id) || s.group().equals(id))
                .findFirst();
    }

    String nextId() {
        return String.valueOf(++lastId);
    }

    void keep(Shipment shipment) {
        index(shipment);
        sent(shipment, shipment.items(), shipment.body().path("positionItems"));
    }

    private void index(Shipment shipment) {
        shipments.put(shipment.shipmentId(), shipment);
        if (!shipment.key().trackingNumber().isEmpty()) {
            byKey.put(shipment.key(), shipment);
        }
    }

    void sent(Shipment shipment, List<Item> items, JsonNode reported) {
        Instant now = clock.now();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            JsonNode back = reported.get(i).path("returnTrackingKey");
            item.status = FulfillmentStatus.SENT;
            item.sentAt = now;
            item.cancelDue = null;
            item.shipmentId = shipment.shipmentId();
            item.tracking = shipment.key();
            item.returnTracking = back.isObject()
                    ? new TrackingKey(
                            back.path("carrier").asString(),
                            back.path("trackingNumber").asString())
                    : null;
            book.ofItem(item.positionItemId).ifPresent(order -> order.changed(now));
        }
        whenSent.accept(shipment, items);
    }

    /** Every shipment that was ever reported, for the control API. */
    List<Shipment> all() {
        synchronized (book) {
            return List.copyOf(shipments.values());
        }
    }

    /** A shipment with its items by their ids. */
    private record Kept(
            String shipmentId,
            String group,
            String seller,
            TrackingKey key,
            Instant created,
            ObjectNode body,
            List<String> items) {}

    private record Memory(List<Kept> shipments, long lastId) {}

    JsonNode remember() {
        List<Kept> kept = all().stream()
                .map(s -> new Kept(
                        s.shipmentId(),
                        s.group(),
                        s.seller(),
                        s.key(),
                        s.created(),
                        s.body(),
                        s.items().stream().map(i -> i.positionItemId).toList()))
                .toList();
        return Json.remember(new Memory(kept, lastId));
    }

    /** The orders must have been recalled before. */
    void recall(JsonNode memory) {
        Memory kept = Json.recall(memory, Memory.class);
        synchronized (book) {
            lastId = kept.lastId();
            for (Kept k : kept.shipments()) {
                List<Item> items = new ArrayList<>();
                k.items().forEach(id -> book.ofItem(id).flatMap(o -> o.item(id)).ifPresent(items::add));
                index(new Shipment(k.shipmentId(), k.group(), k.seller(), k.key(), k.created(), k.body(), items));
            }
        }
    }

    void clear() {
        synchronized (book) {
            shipments.clear();
            byKey.clear();
        }
    }
}
