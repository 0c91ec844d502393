package org.packhaus.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.packhaus.aftersales.Fate;
import org.packhaus.aftersales.PartialRefunds;
import org.packhaus.aftersales.ReceivingBench;
import org.packhaus.aftersales.ReturnDecisions;
import org.packhaus.aftersales.ReturnFilter;
import org.packhaus.aftersales.ReturnId;
import org.packhaus.aftersales.ReturnRow;
import org.packhaus.aftersales.ReturnService;
import org.packhaus.aftersales.ReturnStage;
import org.packhaus.aftersales.ReturnTab;
import org.packhaus.demo.DemoSellers.DemoSeller;
import org.packhaus.demo.SandboxControl.TrueItem;
import org.packhaus.demo.SandboxControl.TrueOrder;
import org.packhaus.demo.SandboxControl.TrueParcel;
import org.packhaus.demo.SandboxReturns.Told;
import org.packhaus.demo.SandboxReturns.TrueReturn;
import org.packhaus.order.ChannelPiece;
import org.packhaus.order.ChannelPieces;
import org.packhaus.order.ImportService;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.ItemCondition;
import org.packhaus.sdk.ReturnDecision.Verdict;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Plays the people after the sale while days pass: one opens what comes back and decides as a careful person would, one takes back what never
 * arrived, one gives part of a price back. Some of what lies there is left alone, for the marketplace to decide. What is to be done follows
 * from what the marketplace holds, so a run that was killed goes on.
 */
@Component
@Profile("headless")
class DemoReturns {
    /** Of a hundred parcels that leave, so many come back. */
    static final int CHOOSY_PERCENT = 15;

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final BigDecimal A_TENTH = new BigDecimal("0.1");
    private static final int PAGE = 200;

    private final DemoPolls polls;
    private final ReturnService returns;
    private final ReturnDecisions decisions;
    private final ReceivingBench bench;
    private final PartialRefunds refunds;
    private final ReturnTraces traces;
    private final ChannelPieces pieces;
    private final ImportService imports;
    private final ReturnLedgerSql ledger;
    private final RunClock clock;
    private final Set<String> reduced = new HashSet<>();

    DemoReturns(
            DemoPolls polls,
            ReturnService returns,
            ReturnDecisions decisions,
            ReceivingBench bench,
            PartialRefunds refunds,
            ReturnTraces traces,
            ChannelPieces pieces,
            ImportService imports,
            ReturnLedgerSql ledger,
            RunClock clock) {
        this.polls = polls;
        this.returns = returns;
        this.decisions = decisions;
        this.bench = bench;
        this.refunds = refunds;
        this.traces = traces;
        this.pieces = pieces;
        this.imports = imports;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What nobody decides about here. */
    static boolean isLeftAlone(String piece) {
        return Math.floorMod(piece.hashCode(), 7) == 0;
    }

    /** A reason that needs no piece in hand, for a parcel that its carrier lost or brings back. */
    static Optional<String> unseen(TrueParcel outbound) {
        return switch (outbound.step()) {
            case "LOST" -> Optional.of("SHIPMENT_LOST");
            case "RETURNING" -> Optional.of("UNDELIVERABLE");
            default -> Optional.empty();
        };
    }

    /** Some hours have passed: the channel is asked, and people do what there is to do. */
    void work(List<DemoSeller> sellers, SandboxControl sandbox) {
        SandboxReturns there = new SandboxReturns(sandbox);
        for (DemoSeller seller : sellers) {
            poll(seller);
            SellerScope.run(Set.of(seller.id()), () -> {
                open(seller, there.returns(seller.account().key()));
                List<TrueOrder> orders = sandbox.truth(seller.account().key());
                List<TrueParcel> parcels = sandbox.parcels(seller.account().key());
                takeBackUnseen(seller, orders, parcels);
                reduce(seller, orders, parcels);
            });
        }
        // Time must not jump over a call that is under way.
        Patience.await(() -> ledger.calling(ids(sellers)) == 0, Duration.ofMinutes(1));
    }

    private static List<SellerId> ids(List<DemoSeller> sellers) {
        return sellers.stream().map(DemoSeller::id).toList();
    }

    private void poll(DemoSeller seller) {
        polls.run("aftersales.poll", seller.id());
    }

    private void open(DemoSeller seller, List<TrueReturn> truth) {
        Map<Told, List<ReturnId>> wanted = new LinkedHashMap<>();
        for (TrueReturn piece : truth) {
            if (piece.isDecided() || isLeftAlone(piece.piece()) || !piece.isThere(clock.instant())) {
                continue;
            }
            Told script = piece.bench().orElseThrow();
            scan(piece).ifPresent(row -> {
                if (row.receivedAt() == null) {
                    bench.received(row.id(), ItemCondition.valueOf(script.condition()), "");
                }
                if (script.isTakenBack()) {
                    bench.settleGoods(row.id(), fate(script));
                }
                wanted.computeIfAbsent(script, told -> new ArrayList<>()).add(row.id());
            });
        }
        wanted.forEach((script, ids) -> decisions
                .decide(
                        ids,
                        Verdict.valueOf(script.verdict()),
                        ItemCondition.valueOf(script.condition()),
                        script.reason())
                .stream()
                .filter(wish -> !wish.takenUp())
                .forEach(wish -> Console.say(
                        "       return %s of %s: %s",
                        wish.id(), seller.account().name(), wish.text())));
    }

    /** What the scanner finds on the table that can still be decided; nothing if the portal has not heard of it yet. */
    private Optional<ReturnRow> scan(TrueReturn piece) {
        return bench.scan(piece.parcel().orElseThrow().number()).stream()
                .filter(row -> row.channelItemId().equals(piece.piece()))
                .filter(row -> row.stage() != ReturnStage.DECIDED && row.wish() == null)
                .findFirst();
    }

    /** Only what is as good as new is sold again. */
    static Fate fate(Told script) {
        if (!script.isTakenBack()) {
            return Fate.OPEN;
        }
        return Set.of("A", "B").contains(script.condition()) ? Fate.RESTOCKED : Fate.WRITTEN_OFF;
    }

    private void takeBackUnseen(DemoSeller seller, List<TrueOrder> orders, List<TrueParcel> parcels) {
        for (TrueParcel parcel : parcels) {
            unseen(parcel)
                    .ifPresent(reason -> orders.stream()
                            .filter(order -> sent(order, parcel).findAny().isPresent())
                            .forEach(order -> {
                                Set<String> inside =
                                        sent(order, parcel).map(TrueItem::id).collect(Collectors.toSet());
                                List<ChannelPiece> lost = ours(seller, order).stream()
                                        .filter(piece -> inside.contains(piece.channelItemId()))
                                        .filter(piece -> piece.state() == ChannelItem.State.SENT && !isKnown(piece))
                                        .toList();
                                if (!lost.isEmpty()) {
                                    decisions.acceptUnseen(
                                            lost.getFirst().order(),
                                            lost.stream()
                                                    .map(ChannelPiece::item)
                                                    .toList(),
                                            reason);
                                }
                            }));
        }
    }

    private boolean isKnown(ChannelPiece piece) {
        return returns.ofOrder(piece.order()).stream()
                .anyMatch(row -> row.channelItemId().equals(piece.channelItemId()));
    }

    private static Stream<TrueItem> sent(TrueOrder order, TrueParcel parcel) {
        return order.items().stream()
                .filter(item -> item.state().equals("SENT") && item.tracking().equals(Optional.of(parcel.number())));
    }

    private List<ChannelPiece> ours(DemoSeller seller, TrueOrder order) {
        return pieces.of(seller.id(), seller.channel(), List.of(order.salesOrderId()));
    }

    /** Some buyers ring up about a scratch. */
    private void reduce(DemoSeller seller, List<TrueOrder> orders, List<TrueParcel> parcels) {
        Set<String> delivered = parcels.stream()
                .filter(parcel -> parcel.step().equals("DELIVERED"))
                .map(TrueParcel::number)
                .collect(Collectors.toSet());
        for (TrueOrder order : orders) {
            if (Math.floorMod(order.salesOrderId().hashCode(), 11) != 0 || reduced.contains(order.salesOrderId())) {
                continue;
            }
            Optional<String> scratched = order.items().stream()
                    .filter(item -> item.state().equals("SENT")
                            && item.tracking().filter(delivered::contains).isPresent())
                    .map(TrueItem::id)
                    .findFirst();
            ours(seller, order).stream()
                    .filter(piece -> scratched.equals(Optional.of(piece.channelItemId())))
                    .filter(piece -> piece.state() == ChannelItem.State.SENT && !isKnown(piece))
                    .findFirst()
                    .ifPresent(piece -> {
                        reduced.add(order.salesOrderId());
                        if (refunds.ofOrder(piece.order()).isEmpty()) {
                            refunds.reduce(piece.order(), piece.item(), tenth(piece));
                        }
                    });
        }
    }

    private static BigDecimal tenth(ChannelPiece piece) {
        return piece.price().amount().multiply(A_TENTH).setScale(2, RoundingMode.UP);
    }

    /** After the last day, with nothing going wrong any more: what is under way ends, and both sides are compared. */
    Report.Returns compare(List<DemoSeller> sellers, SandboxControl sandbox) {
        Instant opened = clock.instant();
        Map<String, Map<String, String>> unseen = sellers.stream()
                .map(seller -> seller.account().key())
                .collect(Collectors.toMap(key -> key, key -> unseenPieces(sandbox, key)));
        work(sellers, sandbox);
        Instant end = Instant.now().plus(LONGEST);
        while (ledger.unanswered(ids(sellers)) > 0 && Instant.now().isBefore(end)) {
            clock.follow(sandbox.advanceMinutes(10));
            sellers.forEach(this::poll);
            Patience.await(() -> ledger.calling(ids(sellers)) == 0, Duration.ofMinutes(1));
        }
        SandboxReturns there = new SandboxReturns(sandbox);
        ReturnComparison all = new ReturnComparison(opened);
        for (DemoSeller seller : sellers) {
            SellerScope.run(Set.of(seller.id()), () -> {
                String key = seller.account().key();
                List<TrueReturn> truth = there.returns(key);
                returns.lookNow();
                poll(seller);
                imports.run(seller.id(), seller.channel());
                Map<String, ReturnRow> ours = rows();
                all.add(truth, ours, unseen.getOrDefault(key, Map.of()));
                traces.add(all, seller, truth, ours, there.reductions(key));
            });
        }
        return all.result();
    }

    /** By piece, why it was to be taken back without anybody seeing it. */
    private static Map<String, String> unseenPieces(SandboxControl sandbox, String key) {
        Map<String, String> byNumber = new LinkedHashMap<>();
        sandbox.parcels(key).forEach(parcel -> unseen(parcel).ifPresent(why -> byNumber.put(parcel.number(), why)));
        Map<String, String> unseen = new LinkedHashMap<>();
        sandbox.truth(key)
                .forEach(order -> order.items()
                        .forEach(item ->
                                item.tracking().map(byNumber::get).ifPresent(why -> unseen.put(item.id(), why))));
        return unseen;
    }

    private Map<String, ReturnRow> rows() {
        Map<String, ReturnRow> rows = new LinkedHashMap<>();
        ReturnService.@Nullable Cursor after = null;
        do {
            ReturnService.Page page = returns.page(ReturnFilter.of(ReturnTab.ALL), after, PAGE);
            page.rows().forEach(row -> rows.put(row.channelItemId(), row));
            after = page.next();
        } while (after != null);
        return rows;
    }
}
