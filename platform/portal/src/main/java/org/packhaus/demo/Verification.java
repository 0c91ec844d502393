package org.packhaus.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.packhaus.demo.Report.Trouble;
import org.packhaus.demo.SandboxControl.Charge;
import org.packhaus.demo.SandboxControl.TrueItem;
import org.packhaus.demo.SandboxControl.TrueOrder;

/** Compares, piece by piece, what we hold with what the marketplace and the carriers hold themselves. */
final class Verification {
    /** A parcel as we hold it: its numbers, and the channel's ids of the pieces in it. */
    record OurParcel(
            String carrier, String trackingNumber, String returnNumber, String returnsFrom, Set<String> items) {}

    /** An order as we hold it; the problem is empty if it has none. */
    record OurOrder(
            String number,
            List<OurParcel> parcels,
            List<String> returnLabels,
            String problemCode,
            String problemText) {}

    private int orders;
    private int shippable;
    private int labels;
    private int confirmed;
    private int equal;
    private int charges;
    private int duplicates;
    private int wronglySent;
    private final List<Trouble> problems = new ArrayList<>();
    private final Map<String, Integer> byCarrier = new TreeMap<>();
    private final Map<String, Integer> returnNumbersFrom = new TreeMap<>(Map.of("call", 0, "api", 0, "pool", 0));

    /** Adds one seller's orders. */
    void add(String seller, List<TrueOrder> truth, List<OurOrder> ours, List<Charge> charged) {
        Map<String, OurOrder> byNumber = new HashMap<>();
        ours.forEach(order -> byNumber.put(order.number(), order));
        Set<String> held = new HashSet<>();
        for (OurOrder order : ours) {
            for (OurParcel parcel : order.parcels()) {
                held.add(parcel.trackingNumber());
                byCarrier.merge(parcel.carrier(), 1, Integer::sum);
                if (!parcel.returnsFrom().isEmpty()) {
                    returnNumbersFrom.merge(parcel.returnsFrom(), 1, Integer::sum);
                }
            }
        }
        labels += held.size();
        ours.forEach(order -> order.returnLabels().forEach(held::add));
        List<Charge> standing = charged.stream().filter(c -> !c.voided()).toList();
        charges += standing.size();
        duplicates += standing.size()
                - (int) standing.stream().filter(c -> held.contains(c.number())).count();
        for (TrueOrder order : truth) {
            add(seller, order, Optional.ofNullable(byNumber.get(order.orderNumber())));
        }
    }

    private void add(String seller, TrueOrder order, Optional<OurOrder> ours) {
        orders++;
        List<TrueItem> due = order.due();
        wronglySent += (int) order.items().stream()
                .filter(i -> i.isSent() && !due.contains(i))
                .count();
        if (due.isEmpty()) {
            return;
        }
        shippable++;
        boolean sent = due.stream().allMatch(TrueItem::isSent);
        if (sent) {
            confirmed++;
        }
        if (sent && ours.isPresent() && due.stream().allMatch(item -> isEqual(item, ours.get()))) {
            equal++;
            return;
        }
        problems.add(ours.map(our -> new Trouble(
                        seller,
                        order.orderNumber(),
                        our.problemCode().isEmpty() ? (sent ? "numbers-differ" : "not-confirmed") : our.problemCode(),
                        our.problemText()))
                .orElseGet(() -> new Trouble(
                        seller, order.orderNumber(), "not-imported", "The marketplace has this order, we have not.")));
    }

    private static boolean isEqual(TrueItem item, OurOrder ours) {
        return ours.parcels().stream()
                        .filter(p -> p.items().contains(item.id()))
                        .filter(p -> !p.returnNumber().isEmpty())
                        .filter(p -> item.tracking().equals(Optional.of(p.trackingNumber())))
                        .filter(p -> item.returnTracking().equals(Optional.of(p.returnNumber())))
                        .count()
                == 1;
    }

    Report report(int sellers, int settledByPerson, double seconds) {
        return new Report(
                sellers,
                orders,
                shippable,
                labels,
                byCarrier,
                returnNumbersFrom,
                confirmed,
                equal,
                problems,
                charges,
                duplicates,
                wronglySent,
                settledByPerson,
                Map.of(),
                0,
                null,
                null,
                seconds);
    }
}
