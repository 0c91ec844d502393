package org.packhaus.sandbox.otto;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.world.SandboxClock;
import tools.jackson.databind.JsonNode;

/** All price reductions, oldest first. It is read and changed while the {@link OrderBook} is held. */
final class ReductionBook {

    private static final Duration TAKES = Duration.ofMinutes(1);

    private final OrderBook book;
    private final SandboxClock clock;
    private final ReceiptBook receipts;
    private final List<PriceReduction> reductions = new ArrayList<>();

    ReductionBook(OrderBook book, SandboxClock clock, ReceiptBook receipts) {
        this.book = book;
        this.clock = clock;
        this.receipts = receipts;
    }

    void add(Order order, Item item, BigDecimal amount) {
        reductions.add(new PriceReduction(
                order.seller,
                order.salesOrderId,
                item.positionItemId,
                amount,
                clock.now(),
                PriceReduction.Status.INITIATED,
                ""));
    }

    /** Lets time do its work: a minute after it was asked for, the receipt is made; not for what came back in between. */
    void settle() {
        Instant now = clock.now();
        synchronized (book) {
            for (int i = 0; i < reductions.size(); i++) {
                PriceReduction reduction = reductions.get(i);
                Instant due = reduction.created().plus(TAKES);
                if (reduction.status() == PriceReduction.Status.INITIATED && !due.isAfter(now)) {
                    reductions.set(i, settle(reduction, due));
                }
            }
        }
    }

    private PriceReduction settle(PriceReduction reduction, Instant due) {
        String id = reduction.positionItemId();
        return book.ofItem(id)
                .flatMap(order -> order.item(id)
                        .filter(item -> item.status == FulfillmentStatus.SENT)
                        .map(item -> reduction.processed(receipts.partialRefund(order, item, reduction.amount(), due))))
                .orElseGet(reduction::rejected);
    }

    /** Of a piece's price, what is neither given back nor about to be. */
    BigDecimal left(Item item) {
        return reductions.stream()
                .filter(r -> r.positionItemId().equals(item.positionItemId))
                .filter(r -> r.status() == PriceReduction.Status.INITIATED)
                .map(PriceReduction::amount)
                .reduce(receipts.left(item), BigDecimal::subtract);
    }

    /** @param seller a key, or empty for all */
    List<PriceReduction> of(String seller) {
        return reductions.stream()
                .filter(r -> seller.isEmpty() || r.seller().equals(seller))
                .toList();
    }

    JsonNode remember() {
        return Json.remember(reductions);
    }

    void recall(JsonNode memory) {
        if (memory.isArray()) {
            reductions.addAll(List.of(Json.recall(memory, PriceReduction[].class)));
        }
    }

    void clear() {
        reductions.clear();
    }
}
