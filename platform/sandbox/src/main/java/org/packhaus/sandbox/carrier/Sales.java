package org.packhaus.sandbox.carrier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.packhaus.sandbox.web.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** One carrier's sales, by number. For many threads. */
public final class Sales {

    private final Map<String, Sale> sales = new LinkedHashMap<>();
    private final Roads roads;
    private int serial;

    public Sales(Roads roads) {
        this.roads = roads;
    }

    /** A number nobody had before, counted over all accounts of this carrier, from 1. */
    public synchronized int nextSerial() {
        return ++serial;
    }

    /** @throws IllegalStateException if the number was handed out before */
    public synchronized Sale add(Sale sale) {
        Sale sealed = sale.with(roads.seal(sale.details(), sale.number()));
        if (sales.putIfAbsent(sale.number(), sealed) != null) {
            throw new IllegalStateException("The number " + sale.number() + " was handed out twice");
        }
        return sealed;
    }

    public synchronized Optional<Sale> find(String number) {
        return Optional.ofNullable(sales.get(number));
    }

    /** The seller's sales under its own reference, oldest first. */
    public synchronized List<Sale> byReference(String seller, String reference) {
        return sales.values().stream()
                .filter(s -> s.seller().equals(seller) && s.reference().equals(reference))
                .toList();
    }

    public synchronized List<Sale> all() {
        return List.copyOf(sales.values());
    }

    /** Changes a sale that is there. @return as it is now */
    public synchronized Optional<Sale> change(String number, UnaryOperator<Sale> change) {
        return Optional.ofNullable(sales.computeIfPresent(number, (n, sale) -> change.apply(sale)));
    }

    /** @param seller a key, or empty for all */
    public synchronized ArrayNode charges(String seller) {
        ArrayNode charges = Json.array();
        sales.values().stream()
                .filter(s -> seller.isEmpty() || s.seller().equals(seller))
                .forEach(s -> charges.add(s.charge()));
        return charges;
    }

    private record Memory(int serial, List<Sale> sales) {}

    public synchronized JsonNode remember() {
        return Json.remember(new Memory(serial, all()));
    }

    public synchronized void recall(JsonNode memory) {
        if (memory.isObject()) {
            Memory kept = Json.recall(memory, Memory.class);
            serial = kept.serial();
            kept.sales().forEach(s -> sales.put(s.number(), s));
        }
    }

    public synchronized void clear() {
        sales.clear();
        serial = 0;
    }
}
