package org.packhaus.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.aftersales.Fate;
import org.packhaus.aftersales.PartialRefunds;
import org.packhaus.aftersales.ReceivingBench;
import org.packhaus.aftersales.ReturnDecisions;
import org.packhaus.aftersales.ReturnId;
import org.packhaus.aftersales.ReturnRow;
import org.packhaus.aftersales.ReturnService;
import org.packhaus.demo.DemoSellers.DemoSeller;
import org.packhaus.order.ImportService;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.sdk.CheckDigits;
import org.packhaus.sdk.ItemCondition;
import org.packhaus.sdk.ReturnDecision.Verdict;
import org.packhaus.seller.SellerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What happened before anybody looks: some orders have left, and their buyers keep them, send them back, or want part of the price back. */
@Component
@Profile("demo")
class DemoHistory {
    private static final Logger log = LoggerFactory.getLogger(DemoHistory.class);
    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** What becomes of an order that has left. @param how it comes back, in the sandbox's words */
    private record Scene(String how, Deed deed) {}

    private enum Deed {
        /** It lies there, or is not here yet. */
        NONE,
        TAKEN_BACK,
        REFUSED,
        PARTLY_REFUNDED
    }

    private static final List<Scene> SCENES = List.of(
            new Scene("&state=ANNOUNCED", Deed.NONE),
            new Scene("&contents=ORIGINAL&daysAgo=13", Deed.NONE),
            new Scene("&contents=OPENED", Deed.NONE),
            new Scene("&state=ON_THE_WAY", Deed.NONE),
            new Scene("&contents=ORIGINAL&daysAgo=2", Deed.TAKEN_BACK),
            new Scene("&contents=DAMAGED&daysAgo=3", Deed.NONE),
            new Scene("&contents=WRONG_ITEM&daysAgo=1", Deed.REFUSED),
            new Scene("&way=MISDIRECTED&daysAgo=2", Deed.NONE),
            new Scene("&daysAgo=15", Deed.NONE),
            new Scene("", Deed.PARTLY_REFUNDED));

    private final Warehouse warehouse;
    private final ImportService imports;
    private final ReturnService returns;
    private final ReturnDecisions decisions;
    private final ReceivingBench bench;
    private final PartialRefunds refunds;
    private final DemoPolls polls;

    DemoHistory(
            Warehouse warehouse,
            ImportService imports,
            ReturnService returns,
            ReturnDecisions decisions,
            ReceivingBench bench,
            PartialRefunds refunds,
            DemoPolls polls) {
        this.warehouse = warehouse;
        this.imports = imports;
        this.returns = returns;
        this.decisions = decisions;
        this.bench = bench;
        this.refunds = refunds;
        this.polls = polls;
    }

    /** Takes some seconds, in which everything else can be used. @param orders by seller, the numbers of those that leave */
    void play(Map<DemoSeller, List<String>> orders, SandboxControl sandbox) {
        orders.forEach((seller, numbers) -> {
            try {
                SellerScope.run(Set.of(seller.id()), () -> play(seller, numbers, new SandboxReturns(sandbox)));
            } catch (RuntimeException e) {
                log.warn(
                        "What happened before cannot be shown for {}",
                        seller.account().name(),
                        e);
            }
        });
    }

    private void play(DemoSeller seller, List<String> numbers, SandboxReturns sandbox) {
        List<OrderRow> sent = ship(numbers);
        imports.run(seller.id(), seller.channel());
        Map<OrderRow, Deed> deeds = new HashMap<>();
        for (int i = 0; i < Math.min(sent.size(), SCENES.size()); i++) {
            Scene scene = SCENES.get(i);
            if (!scene.how().isEmpty()) {
                sandbox.sendBack(sent.get(i).orderNumber(), scene.how());
            }
            deeds.put(sent.get(i), scene.deed());
        }
        look(seller);
        deeds.forEach(this::act);
        bench.keep(seller.id(), sscc(seller), "Karton ohne Zettel, darin eine Decke");
    }

    /** Of a parcel that no return is known of, another with each seller. */
    private static String sscc(DemoSeller seller) {
        var payload = "0034043416109402%03d".formatted(seller.id().value() % 1000);
        return payload + CheckDigits.gs1(payload);
    }

    /** @return those that the marketplace holds as sent */
    private List<OrderRow> ship(List<String> numbers) {
        Patience.await(() -> known(numbers).size() == numbers.size(), LONGEST);
        List<OrderId> waiting = known(numbers).stream()
                .filter(row -> row.labels() == 0 && !row.freight() && row.problem() == null)
                .map(OrderRow::id)
                .toList();
        if (waiting.isEmpty()) {
            return List.of();
        }
        warehouse.finish(warehouse.book(waiting), LONGEST);
        List<OrderId> labelled = known(numbers).stream()
                .filter(row -> waiting.contains(row.id()) && row.labels() > 0 && row.labels() == row.parcels())
                .map(OrderRow::id)
                .toList();
        warehouse.finish(warehouse.confirm(labelled), LONGEST);
        return known(numbers).stream()
                .filter(row -> labelled.contains(row.id()) && row.confirmed() == row.parcels())
                .toList();
    }

    private List<OrderRow> known(List<String> numbers) {
        return warehouse.all().stream()
                .filter(row -> numbers.contains(row.orderNumber()))
                .collect(Collectors.toMap(OrderRow::id, row -> row, (a, b) -> a))
                .values()
                .stream()
                .sorted((a, b) -> Integer.compare(numbers.indexOf(a.orderNumber()), numbers.indexOf(b.orderNumber())))
                .toList();
    }

    private void look(DemoSeller seller) {
        returns.lookNow();
        polls.run("aftersales.poll", seller.id());
    }

    private void act(OrderRow order, Deed deed) {
        List<ReturnId> back =
                returns.ofOrder(order.id()).stream().map(ReturnRow::id).toList();
        switch (deed) {
            case NONE -> {}
            case TAKEN_BACK -> {
                back.forEach(piece -> {
                    bench.received(piece, ItemCondition.A, "");
                    bench.settleGoods(piece, Fate.RESTOCKED);
                });
                decisions.decide(back, Verdict.ACCEPT, ItemCondition.A, "RETURN_RECEIVED");
            }
            case REFUSED -> {
                back.forEach(piece -> bench.received(piece, ItemCondition.E, "Im Karton lag ein altes Buch"));
                decisions.decide(back, Verdict.REJECT, ItemCondition.E, "WRONG_ITEM");
            }
            case PARTLY_REFUNDED ->
                refunds.reducible(order.id()).stream()
                        .filter(piece -> piece.left().amount().compareTo(BigDecimal.TEN) > 0)
                        .limit(1)
                        .forEach(piece -> refunds.reduce(order.id(), piece.item(), new BigDecimal("5.00")));
        }
    }
}
