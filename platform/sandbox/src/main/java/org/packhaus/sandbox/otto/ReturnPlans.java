package org.packhaus.sandbox.otto;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.packhaus.sandbox.web.Json;
import tools.jackson.databind.JsonNode;

/** What buyers mean to send back, until it is time. It is read and changed while the {@link OrderBook} is held. */
final class ReturnPlans {

    /** Buyers take a day at least, so an hour late is never too late. */
    private static final Duration LOOK_EVERY = Duration.ofHours(1);

    private final OrderBook book;
    private final CarrierNews news;
    private final BuyersWill will;
    private final List<Plan> plans = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();

    /** A wish that waits for its parcel to be delivered, and then some hours more. */
    private record Plan(String salesOrderId, TrackingKey outbound, ReturnWish wish, Instant lookAgain) {

        Plan later(Instant time) {
            return new Plan(salesOrderId, outbound, wish, time);
        }
    }

    /** Takes what is due. */
    @FunctionalInterface
    interface Due {
        void at(Order order, ReturnWish wish, Instant time);
    }

    ReturnPlans(OrderBook book, CarrierNews news, BuyersWill will) {
        this.book = book;
        this.news = news;
        this.will = will;
    }

    /** A shipment left: its buyers make up their minds. A piece in several boxes is asked about once. */
    void sent(Shipment shipment, List<Item> items) {
        Map<String, List<String>> byOrder = new LinkedHashMap<>();
        for (Item item : items) {
            if (item.returnTracking != null && asked.add(item.positionItemId)) {
                book.ofItem(item.positionItemId)
                        .ifPresent(order -> byOrder.computeIfAbsent(order.salesOrderId, id -> new ArrayList<>())
                                .add(item.positionItemId));
            }
        }
        byOrder.forEach((order, ids) -> will.of(order, ids)
                .ifPresent(wish -> plans.add(new Plan(order, shipment.key(), wish, shipment.created()))));
    }

    /** Hands over what is due by now, and forgets it. */
    void settle(Instant now, Due due) {
        if (plans.stream().allMatch(plan -> plan.lookAgain().isAfter(now))) {
            return;
        }
        List<Plan> all = List.copyOf(plans);
        plans.clear();
        for (Plan plan : all) {
            Instant time = plan.lookAgain().isAfter(now) ? plan.lookAgain() : time(plan, now);
            if (time.isAfter(now)) {
                plans.add(plan.later(time));
            } else {
                book.find(plan.salesOrderId()).ifPresent(order -> due.at(order, plan.wish(), time));
            }
        }
    }

    /** When the buyer registers it, or when to ask the carrier again. */
    private Instant time(Plan plan, Instant now) {
        Optional<Instant> delivered = news
                .of(plan.outbound().carrier(), plan.outbound().trackingNumber(), now)
                .stream()
                .filter(n -> n.state().equals("DELIVERED"))
                .map(CarrierNews.News::at)
                .findFirst();
        return delivered
                .map(at -> at.plus(Duration.ofHours(plan.wish().hours())))
                .orElse(now.plus(LOOK_EVERY));
    }

    private record Memory(List<Plan> plans, Set<String> asked) {}

    JsonNode remember() {
        return Json.remember(new Memory(plans, asked));
    }

    void recall(JsonNode memory) {
        if (memory.isObject()) {
            Memory kept = Json.recall(memory, Memory.class);
            plans.addAll(kept.plans());
            asked.addAll(kept.asked());
        }
    }

    void clear() {
        plans.clear();
        asked.clear();
    }
}
