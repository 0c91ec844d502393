package org.packhaus.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.packhaus.aftersales.CutRow;
import org.packhaus.aftersales.Fate;
import org.packhaus.aftersales.OrderReceipts;
import org.packhaus.aftersales.PartialRefunds;
import org.packhaus.aftersales.ReturnRow;
import org.packhaus.demo.DemoSellers.DemoSeller;
import org.packhaus.demo.SandboxReturns.TrueReduction;
import org.packhaus.demo.SandboxReturns.TrueReturn;
import org.packhaus.order.ChannelPiece;
import org.packhaus.order.ChannelPieces;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.Receipts.Kind;
import org.packhaus.sdk.Receipts.Receipt;
import org.packhaus.stock.StockReason;
import org.packhaus.stock.StockService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Looks at what decisions leave behind: on the order, in the stock, among the receipts, and parts of prices that went back. */
@Component
@Profile("headless")
class ReturnTraces {
    private static final int MOST_MOVEMENTS = 2_000;
    /** Enough to know that they are files; the sandbox draws each the same way. */
    private static final int PDFS = 3;

    private final ChannelPieces pieces;
    private final OrderReceipts receipts;
    private final PartialRefunds refunds;
    private final StockService stock;
    private final Warehouse warehouse;

    ReturnTraces(
            ChannelPieces pieces,
            OrderReceipts receipts,
            PartialRefunds refunds,
            StockService stock,
            Warehouse warehouse) {
        this.pieces = pieces;
        this.receipts = receipts;
        this.refunds = refunds;
        this.stock = stock;
        this.warehouse = warehouse;
    }

    /** Needs the seller's scope. */
    void add(
            ReturnComparison all,
            DemoSeller seller,
            List<TrueReturn> truth,
            Map<String, ReturnRow> ours,
            List<TrueReduction> reductions) {
        Map<String, ChannelPiece> known = new HashMap<>();
        Set<String> orders = truth.stream().map(TrueReturn::salesOrderId).collect(Collectors.toSet());
        pieces.of(seller.id(), seller.channel(), orders).forEach(piece -> known.put(piece.channelItemId(), piece));
        Map<OrderId, List<Receipt>> billed = new HashMap<>();
        Map<OrderId, String> refunded = new LinkedHashMap<>();
        for (TrueReturn piece : truth) {
            ChannelPiece bought = known.get(piece.piece());
            ReturnRow row = ours.get(piece.piece());
            if (bought == null || row == null) {
                continue;
            }
            boolean accepted = piece.status().equals("ACCEPTED");
            all.trace(
                    piece.orderNumber(),
                    (bought.state() == ChannelItem.State.RETURNED) == accepted,
                    "holds " + piece.sku() + " as " + bought.state() + " though it is " + piece.status());
            Fate fate = piece.bench()
                    .filter(script -> !piece.byMarketplace() && accepted)
                    .map(DemoReturns::fate)
                    .orElse(Fate.OPEN);
            all.trace(
                    piece.orderNumber(),
                    row.fate() == fate,
                    "has " + piece.sku() + " as " + row.fate() + " instead of " + fate);
            if (accepted) {
                boolean there = billed.computeIfAbsent(bought.order(), receipts::ofOrder).stream()
                        .anyMatch(receipt -> receipt.kind() == Kind.REFUND
                                && receipt.channelItemIds().contains(piece.piece()));
                all.receipt(piece.orderNumber(), there, "has no receipt for the return of " + piece.sku());
                refunded.put(bought.order(), piece.orderNumber());
            }
        }
        stock(all, seller, ours);
        reductions(all, reductions, billed, refunded);
        refunded.entrySet().stream().limit(PDFS).forEach(order -> {
            byte[] pdf = receipts.pdf(
                    order.getKey(),
                    billed.getOrDefault(order.getKey(), List.of()).getFirst().number());
            all.receipt(order.getValue(), pdf.length > 500, "has a receipt without a file");
        });
    }

    /** What people put back, and nothing else, was counted. */
    private void stock(ReturnComparison all, DemoSeller seller, Map<String, ReturnRow> ours) {
        Map<String, List<ReturnRow>> settled = ours.values().stream()
                .filter(row -> row.fate() != Fate.OPEN)
                .collect(Collectors.groupingBy(ReturnRow::sku, TreeMap::new, Collectors.toList()));
        settled.forEach((sku, rows) -> {
            List<StockReason> moved = new ArrayList<>();
            stock.history(seller.id(), sku, MOST_MOVEMENTS).forEach(movement -> moved.add(movement.reason()));
            long restocked =
                    rows.stream().filter(row -> row.fate() == Fate.RESTOCKED).count();
            long returned = moved.stream()
                    .filter(reason -> reason == StockReason.RETURNED)
                    .count();
            long gone = moved.stream()
                    .filter(reason -> reason == StockReason.WRITTEN_OFF)
                    .count();
            all.restocked((int) restocked);
            all.trace(
                    sku,
                    returned == rows.size() && gone == rows.size() - restocked,
                    "counted " + returned + " back and " + gone + " as waste of " + rows.size() + ", " + restocked
                            + " of them sellable");
        });
    }

    private void reductions(
            ReturnComparison all,
            List<TrueReduction> theirs,
            Map<OrderId, List<Receipt>> billed,
            Map<OrderId, String> pdfs) {
        Map<String, List<TrueReduction>> byPiece = theirs.stream().collect(Collectors.groupingBy(TrueReduction::piece));
        Set<String> wanted = new LinkedHashSet<>();
        for (OrderRow order : warehouse.all()) {
            for (CutRow cut : refunds.ofOrder(order.id())) {
                ChannelPiece piece = pieces.of(order.id()).stream()
                        .filter(one -> one.item().equals(cut.item()))
                        .findFirst()
                        .orElseThrow();
                wanted.add(piece.channelItemId());
                List<TrueReduction> there = byPiece.getOrDefault(piece.channelItemId(), List.of());
                boolean once = there.size() == 1
                        && isSame(cut.amount().amount(), there.getFirst().amount())
                        && cut.state().name().equals(there.getFirst().status());
                all.reduction(
                        order.orderNumber(),
                        once,
                        "wants " + cut.amount().amount() + " back once and says " + cut.state() + " "
                                + cut.problemCode() + ", the marketplace has " + there);
                if (cut.state() == CutRow.State.PROCESSED) {
                    Optional<Receipt> receipt = billed.computeIfAbsent(order.id(), receipts::ofOrder).stream()
                            .filter(one -> one.kind() == Kind.PARTIAL_REFUND
                                    && one.channelItemIds().contains(piece.channelItemId()))
                            .findFirst();
                    all.receipt(order.orderNumber(), receipt.isPresent(), "has no receipt for what went back");
                    pdfs.putIfAbsent(order.id(), order.orderNumber());
                }
            }
        }
        byPiece.keySet().stream()
                .filter(piece -> !wanted.contains(piece))
                .forEach(piece -> all.reduction(piece, false, "was reduced and nobody here wanted it"));
    }

    private static boolean isSame(BigDecimal ours, BigDecimal theirs) {
        return ours.compareTo(theirs) == 0;
    }
}
