package org.packhaus.sandbox.hermes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.packhaus.sandbox.carrier.Roads;
import org.packhaus.sandbox.carrier.Sale;
import org.packhaus.sandbox.carrier.Sales;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.world.CheckDigit;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders, and the numbers they got with their labels. An order without a label costs nothing. */
final class OrderBook {

    /**
     * An order.
     *
     * @param id eleven digits
     * @param seller key of the seller
     * @param wayBack whether it is a return
     * @param order as it was sent, with the sender that Hermes put in
     * @param number of the label, empty while there is none
     */
    record Order(String id, String seller, String client, boolean wayBack, JsonNode order, Instant at, String number) {
        String state() {
            return number.isEmpty() ? "CREATED" : "PLACED";
        }

        String reference() {
            return order.path("clientReference").asString("");
        }
    }

    private final SandboxClock clock;
    private final Sales sales;
    private final Map<String, Order> orders = new LinkedHashMap<>();

    OrderBook(SandboxClock clock, Roads roads) {
        this.clock = clock;
        sales = new Sales(roads);
    }

    Sales sales() {
        return sales;
    }

    synchronized Order create(Seller seller, JsonNode order, boolean wayBack) {
        String id = "%d%010d".formatted(wayBack ? 6 : 5, sales.nextSerial());
        Order made = new Order(id, seller.key(), HermesAccess.client(seller), wayBack, order, clock.now(), "");
        orders.put(id, made);
        return made;
    }

    /** Gives an order its number; empty if it has one already, because a label is made once. */
    synchronized Optional<Sale> place(Order order) {
        Order current = orders.getOrDefault(order.id(), order);
        if (!current.number().isEmpty()) {
            return Optional.empty();
        }
        String number = CheckDigit.gs1("%s%09d".formatted(order.wayBack() ? "8919" : "0913", sales.nextSerial()));
        orders.put(
                order.id(),
                new Order(
                        order.id(),
                        order.seller(),
                        order.client(),
                        order.wayBack(),
                        order.order(),
                        order.at(),
                        number));
        ObjectNode details = Json.object().put("orderId", order.id());
        details.set("order", order.order());
        Sale sale = Sale.outbound(
                Hermes.CODE,
                order.client(),
                order.seller(),
                order.wayBack()
                        ? "RETURN"
                        : order.order().path("parcel").path("productType").asString("PARCEL"),
                order.reference(),
                number,
                clock.now(),
                order.order().path("receiverAddress").path("town").asString(""),
                details);
        return Optional.of(sales.add(order.wayBack() ? sale.asReturn() : sale));
    }

    synchronized Optional<Order> find(Seller seller, String id) {
        return Optional.ofNullable(orders.get(id))
                .filter(order -> order.seller().equals(seller.key()));
    }

    synchronized List<Order> of(Seller seller) {
        return orders.values().stream()
                .filter(order -> order.seller().equals(seller.key()))
                .toList();
    }

    private record Memory(JsonNode sales, List<Order> orders) {}

    synchronized JsonNode remember() {
        return Json.remember(new Memory(sales.remember(), new ArrayList<>(orders.values())));
    }

    synchronized void recall(JsonNode memory) {
        if (memory.isObject()) {
            Memory kept = Json.recall(memory, Memory.class);
            sales.recall(kept.sales());
            kept.orders().forEach(order -> orders.put(order.id(), order));
        }
    }

    synchronized void clear() {
        sales.clear();
        orders.clear();
    }
}
