package org.packhaus.sandbox.otto;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.world.SandboxClock;
import tools.jackson.databind.JsonNode;

/** All that comes back: what buyers mean to do, their parcels, and what was decided. It shares its lock with the {@link OrderBook}. */
public final class ReturnBook {

    public static final int DEADLINE_DAYS = 14;

    private static final Duration FAST_REFUND_AFTER = Duration.ofHours(24);
    private static final Duration LOST_AFTER = Duration.ofDays(30);

    private final OrderBook book;
    private final SandboxClock clock;
    private final ReceiptBook receipts;
    private final ReturnPlans plans;
    private final Map<String, ReturnBox> boxes = new LinkedHashMap<>();
    private final Map<String, ReturnedPiece> pieces = new LinkedHashMap<>();
    private final Map<String, List<Decision>> decisions = new HashMap<>();
    private final int usualDeadline;
    private int deadlineDays;
    private long lastId = 0x602392a2L;

    /**
     * A decision as the seller sent it.
     *
     * @param error why it was refused, empty if it was taken
     */
    record Decision(boolean accepted, String condition, String reason, Instant at, String error) {}

    /** @param deadlineDays after how many days OTTO takes a piece back itself; 0 for never */
    ReturnBook(OrderBook book, SandboxClock clock, ReturnPlans plans, ReceiptBook receipts, int deadlineDays) {
        this.book = book;
        this.clock = clock;
        this.plans = plans;
        this.receipts = receipts;
        this.usualDeadline = deadlineDays;
        this.deadlineDays = deadlineDays;
    }

    public int deadlineDays() {
        return deadlineDays;
    }

    /** @param days after its parcel arrived; 0 for never */
    public void decideAfter(int days) {
        synchronized (book) {
            deadlineDays = days;
        }
    }

    /** Lets time do its work: buyers register returns, parcels go astray, and OTTO decides what nobody decided. */
    void settle() {
        Instant now = clock.now();
        synchronized (book) {
            plans.settle(now, (order, wish, at) -> register(order, wish.pieces(), wish.way(), wish.fastRefund(), at));
            for (ReturnedPiece piece : List.copyOf(pieces.values())) {
                ReturnBox box = boxes.get(piece.box());
                if (box != null && piece.open()) {
                    settle(piece, box, now);
                }
            }
        }
    }

    private void settle(ReturnedPiece piece, ReturnBox box, Instant now) {
        boolean astray = box.way() == ReturnWay.MISDIRECTED;
        Optional<Instant> arrived = due(box.arrives(), Duration.ZERO, now);
        ReturnedPiece stands = piece;
        if (astray && arrived.isPresent() && piece.status() == ReturnedPiece.Status.ANNOUNCED) {
            stands = piece.misdirected(arrived.get());
            pieces.put(piece.positionItemId(), stands);
        }
        Optional<Instant> fast = box.fastRefund() ? due(box.dropped(), FAST_REFUND_AFTER, now) : Optional.empty();
        Optional<Instant> lost = box.way() == ReturnWay.LOST ? due(box.dropped(), LOST_AFTER, now) : Optional.empty();
        Optional<Instant> overdue =
                deadlineDays > 0 ? due(box.arrives(), Duration.ofDays(deadlineDays), now) : Optional.empty();
        if (fast.isPresent()) {
            decideItself(stands, "FAST_REFUND", fast.get());
        } else if (lost.isPresent()) {
            decideItself(stands, "CUSTOMER_CLARIFICATION", lost.get());
        } else if (overdue.isPresent()) {
            decideItself(stands, astray ? "LACK_OF_COOPERATION" : "OVERDUE_CREDIT", overdue.get());
        }
    }

    /** When it was due, if it was by now. */
    private static Optional<Instant> due(@Nullable Instant start, Duration wait, Instant now) {
        return Optional.ofNullable(start).map(at -> at.plus(wait)).filter(at -> !at.isAfter(now));
    }

    private void decideItself(ReturnedPiece piece, String reason, Instant at) {
        book.ofItem(piece.positionItemId())
                .ifPresent(order -> order.item(piece.positionItemId())
                        .filter(item -> item.status == FulfillmentStatus.SENT)
                        .ifPresent(item -> takeBack(order, item, piece.decided(true, "", reason, true, at))));
    }

    /** A buyer registers pieces: one parcel for each return number. Pieces that are back or on their way already stay out of it. */
    private void register(Order order, Map<String, BoxContents> wanted, ReturnWay way, boolean fastRefund, Instant at) {
        Map<TrackingKey, List<String>> byKey = new LinkedHashMap<>();
        wanted.keySet()
                .forEach(id -> order.item(id)
                        .filter(item -> item.status == FulfillmentStatus.SENT && !pieces.containsKey(id))
                        .ifPresent(item -> {
                            TrackingKey key = item.returnTracking;
                            if (key != null) {
                                byKey.computeIfAbsent(key, k -> new ArrayList<>())
                                        .add(id);
                            }
                        }));
        byKey.forEach((key, of) -> {
            ReturnBox box = ReturnBox.registered(nextId(), order.seller, key, at, way, fastRefund, List.copyOf(of));
            boxes.put(box.id(), box);
            of.forEach(id -> pieces.put(
                    id, ReturnedPiece.in(box, order.salesOrderId, id, wanted.getOrDefault(id, BoxContents.ORIGINAL))));
        });
    }

    private String nextId() {
        return "%08x%016x".formatted(lastId, ++lastId * 0x9E3779B97F4A7C15L);
    }

    /**
     * What the control API wants to happen now: pieces are registered, and their parcels moved as far as wished.
     *
     * @param wanted position items and what is in the box for them
     * @param upTo ANNOUNCED, ON_THE_WAY or DELIVERED
     * @param ago how long it has been there, OTTO hearing of it only now
     * @return how many parcels it is about; 0 if nothing of it can come back
     */
    public int sendBack(
            Order order,
            Map<String, BoxContents> wanted,
            ReturnWay way,
            boolean fastRefund,
            String upTo,
            Duration ago) {
        settle();
        Instant now = clock.now();
        Instant then = now.minus(ago);
        synchronized (book) {
            register(order, wanted, way, fastRefund, ago.isZero() ? now : then.minus(ReturnBox.until(upTo)));
            List<ReturnBox> moved = wanted.keySet().stream()
                    .flatMap(id -> Stream.ofNullable(pieces.get(id)))
                    .filter(ReturnedPiece::open)
                    .flatMap(piece -> Stream.ofNullable(boxes.get(piece.box())))
                    .distinct()
                    .toList();
            for (ReturnBox box : moved) {
                ReturnBox there = switch (upTo) {
                    case "DELIVERED" -> box.arrivesAt(then);
                    case "ON_THE_WAY" -> box.droppedAt(then);
                    default -> box;
                };
                boxes.put(box.id(), ago.isZero() ? there : there.toldAt(now));
            }
            settle();
            return moved.size();
        }
    }

    /** The pieces of an order that can still be sent back, or are on their way. */
    public List<String> returnable(Order order) {
        synchronized (book) {
            return order.items.stream()
                    .filter(item -> item.status == FulfillmentStatus.SENT && item.returnTracking != null)
                    .map(item -> item.positionItemId)
                    .toList();
        }
    }

    /**
     * The seller's decision about one piece. The book must be held.
     *
     * @return why OTTO refuses it, nothing if it is taken
     */
    Optional<String> decide(String seller, JsonNode entry, boolean accept) {
        Instant now = clock.now();
        String id = entry.path("positionItemId").asString();
        String condition = entry.path("condition").asString("");
        String reason = entry.path("reason").asString("");
        Optional<Order> order = book.ofItem(id)
                .filter(o -> o.seller.equals(seller))
                .filter(o -> o.salesOrderId.equals(entry.path("salesOrderId").asString()));
        Optional<Item> item = order.flatMap(o -> o.item(id));
        if (order.isEmpty() || item.isEmpty()) {
            return Optional.of("Error: Product Does Not Belong To Sales Order Id for positionItemId: " + id);
        }
        ReturnedPiece piece = Optional.ofNullable(pieces.get(id))
                .orElseGet(() -> ReturnedPiece.unannounced(seller, order.get().salesOrderId, id, now));
        String error = "";
        if (item.get().status == FulfillmentStatus.RETURNED) {
            error = "Error: Product Is Already Accepted By The Partner for positionItemId: " + id;
        } else if (item.get().status != FulfillmentStatus.SENT) {
            error = "Error: Product Not Sent By The Partner for positionItemId: " + id;
        } else if (!accept && piece.status() == ReturnedPiece.Status.REJECTED) {
            error = "Error: Product Is Already Rejected By The Partner for positionItemId: " + id;
        }
        decisions.computeIfAbsent(id, k -> new ArrayList<>()).add(new Decision(accept, condition, reason, now, error));
        if (!error.isEmpty()) {
            return Optional.of(error);
        }
        ReturnedPiece decided = piece.decided(accept, condition, reason, false, now);
        if (accept) {
            takeBack(order.get(), item.get(), decided);
        } else {
            pieces.put(id, decided);
            order.get().changed(now);
        }
        return Optional.empty();
    }

    /** The buyer gets the money back at once. */
    private void takeBack(Order order, Item item, ReturnedPiece decided) {
        pieces.put(decided.positionItemId(), decided);
        item.status = FulfillmentStatus.RETURNED;
        item.returnedAt = decided.since();
        item.acceptedByMarketplace = decided.byMarketplace();
        // An importer that asks for what changed since its last look has to see it, however long ago it was due.
        order.changed(clock.now());
        receipts.refund(order, item, decided.since());
    }

    /** @param seller a key, or empty for all */
    List<ReturnedPiece> pieces(String seller) {
        return pieces.values().stream()
                .filter(p -> seller.isEmpty() || p.seller().equals(seller))
                .toList();
    }

    List<ReturnBox> boxes(String seller) {
        return boxes.values().stream()
                .filter(b -> seller.isEmpty() || b.seller().equals(seller))
                .toList();
    }

    Optional<ReturnBox> box(String id) {
        return Optional.ofNullable(boxes.get(id));
    }

    List<Decision> decisions(String positionItemId) {
        return List.copyOf(decisions.getOrDefault(positionItemId, List.of()));
    }

    Optional<ReturnedPiece> piece(String positionItemId) {
        return Optional.ofNullable(pieces.get(positionItemId));
    }

    /** Whether somebody decided about a piece, or it comes back. */
    boolean touched(String positionItemId) {
        return pieces.containsKey(positionItemId) || decisions.containsKey(positionItemId);
    }

    private record Memory(
            JsonNode plans,
            List<ReturnBox> boxes,
            List<ReturnedPiece> pieces,
            Map<String, List<Decision>> decisions,
            int deadlineDays,
            long lastId) {}

    JsonNode remember() {
        return Json.remember(new Memory(
                plans.remember(),
                List.copyOf(boxes.values()),
                List.copyOf(pieces.values()),
                decisions,
                deadlineDays,
                lastId));
    }

    void recall(JsonNode memory) {
        if (!memory.isObject()) {
            return;
        }
        Memory kept = Json.recall(memory, Memory.class);
        synchronized (book) {
            plans.recall(kept.plans());
            kept.boxes().forEach(box -> boxes.put(box.id(), box));
            kept.pieces().forEach(piece -> pieces.put(piece.positionItemId(), piece));
            kept.decisions().forEach((id, of) -> decisions.put(id, new ArrayList<>(of)));
            deadlineDays = kept.deadlineDays();
            lastId = kept.lastId();
        }
    }

    void clear() {
        synchronized (book) {
            plans.clear();
            boxes.clear();
            pieces.clear();
            decisions.clear();
            deadlineDays = usualDeadline;
        }
    }
}
