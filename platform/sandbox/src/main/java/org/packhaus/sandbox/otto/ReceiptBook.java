package org.packhaus.sandbox.otto;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import org.packhaus.sandbox.world.Sellers;
import tools.jackson.databind.JsonNode;

/** All receipts. It is read and changed while the {@link OrderBook} is held. */
final class ReceiptBook {

    private final Sellers sellers;
    private final SandboxClock clock;
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();
    private final Map<String, List<Receipt>> byItem = new LinkedHashMap<>();
    private int serial = 1500;

    ReceiptBook(Sellers sellers, SandboxClock clock) {
        this.sellers = sellers;
        this.clock = clock;
    }

    /** One for each order in a shipment; the delivery fee stands on an order's first. A piece in several boxes is billed once. */
    void purchase(OrderBook book, Shipment shipment, List<Item> items) {
        Map<Order, List<Item>> byOrder = new LinkedHashMap<>();
        for (Item item : items) {
            if (purchase(item).isEmpty()) {
                book.ofItem(item.positionItemId)
                        .ifPresent(order -> byOrder.computeIfAbsent(order, o -> new ArrayList<>())
                                .add(item));
            }
        }
        byOrder.forEach((order, pieces) -> {
            boolean first = order.items.stream().allMatch(item -> purchase(item).isEmpty());
            BigDecimal fee = first ? order.deliveryFee : BigDecimal.ZERO;
            BigDecimal total = pieces.stream()
                    .map(Item::price)
                    .reduce(fee, BigDecimal::add)
                    .setScale(2);
            Instant now = clock.now();
            String number = nextNumber(order, now);
            keep(
                    Receipt.Type.PURCHASE,
                    number,
                    order,
                    pieces,
                    now,
                    total,
                    ReceiptJson.purchase(number, seller(order), order, pieces, fee, shipment, now));
        });
    }

    /** What the buyer has paid for the piece and not got back yet. */
    void refund(Order order, Item item, Instant at) {
        List<Receipt> earlier = of(item, Receipt.Type.PARTIAL_REFUND);
        BigDecimal total = left(item).setScale(2);
        String number = nextNumber(order, at);
        keep(
                Receipt.Type.REFUND,
                number,
                order,
                List.of(item),
                at,
                total,
                ReceiptJson.refund(number, seller(order), order, item, purchase(item), earlier, at));
    }

    /** @return its number */
    String partialRefund(Order order, Item item, BigDecimal amount, Instant at) {
        String number = nextNumber(order, at);
        keep(
                Receipt.Type.PARTIAL_REFUND,
                number,
                order,
                List.of(item),
                at,
                amount,
                ReceiptJson.partialRefund(number, seller(order), order, item, purchase(item), amount, at));
        return number;
    }

    /** Of a piece's price, what was not given back by reductions. */
    BigDecimal left(Item item) {
        return of(item, Receipt.Type.PARTIAL_REFUND).stream()
                .map(Receipt::total)
                .reduce(item.price(), BigDecimal::subtract);
    }

    private Optional<Receipt> purchase(Item item) {
        return of(item, Receipt.Type.PURCHASE).stream().findFirst();
    }

    private List<Receipt> of(Item item, Receipt.Type type) {
        return byItem.getOrDefault(item.positionItemId, List.of()).stream()
                .filter(receipt -> receipt.type() == type)
                .toList();
    }

    private Seller seller(Order order) {
        return sellers.find(order.seller).orElseThrow();
    }

    private String nextNumber(Order order, Instant at) {
        return "R-DE-%09d-%d-%d"
                .formatted(
                        Long.parseLong(seller(order).partnerId()),
                        LocalDate.ofInstant(at, SandboxClock.BERLIN).getYear(),
                        ++serial);
    }

    private void keep(
            Receipt.Type type,
            String number,
            Order order,
            List<Item> items,
            Instant at,
            BigDecimal total,
            tools.jackson.databind.node.ObjectNode body) {
        index(new Receipt(
                number,
                type,
                order.seller,
                order.salesOrderId,
                items.stream().map(item -> item.positionItemId).toList(),
                at,
                total,
                body));
    }

    private void index(Receipt receipt) {
        receipts.put(receipt.number(), receipt);
        receipt.items()
                .forEach(
                        id -> byItem.computeIfAbsent(id, i -> new ArrayList<>()).add(receipt));
    }

    Optional<Receipt> find(String number) {
        return Optional.ofNullable(receipts.get(number));
    }

    List<Receipt> of(String seller) {
        return receipts.values().stream()
                .filter(receipt -> receipt.seller().equals(seller))
                .toList();
    }

    private record Memory(List<Receipt> receipts, int serial) {}

    JsonNode remember() {
        return Json.remember(new Memory(List.copyOf(receipts.values()), serial));
    }

    void recall(JsonNode memory) {
        if (memory.isObject()) {
            Memory kept = Json.recall(memory, Memory.class);
            serial = kept.serial();
            kept.receipts().forEach(this::index);
        }
    }

    void clear() {
        receipts.clear();
        byItem.clear();
        serial = 1500;
    }
}
