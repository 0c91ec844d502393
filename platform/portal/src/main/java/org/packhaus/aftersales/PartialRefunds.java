package org.packhaus.aftersales;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.Jobs;
import org.packhaus.order.ChannelPiece;
import org.packhaus.order.ChannelPieces;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.Money;
import org.packhaus.seller.SellerScope;
import org.springframework.stereotype.Service;

/** Gives part of a piece's price back while the buyer keeps the piece. Whoever calls has the right to. */
@Service
public class PartialRefunds {
    private final ReturnBook book;
    private final ReturnDesk desk;
    private final ChannelPieces pieces;
    private final Jobs jobs;
    private final TransactionRetry transactions;
    private final Audit audit;
    private final Clock clock;

    PartialRefunds(
            ReturnBook book,
            ReturnDesk desk,
            ChannelPieces pieces,
            Jobs jobs,
            TransactionRetry transactions,
            Audit audit,
            Clock clock) {
        this.book = book;
        this.desk = desk;
        this.pieces = pieces;
        this.jobs = jobs;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A piece whose price can be reduced.
     *
     * @param left must stay above what is given back
     */
    public record Reducible(ItemId item, String sku, String title, Money left) {}

    public List<CutRow> ofOrder(OrderId order) {
        return transactions.call(
                () -> book.cutsOfOrder(order).stream().map(PriceCut::row).toList());
    }

    /** Pieces that were sent and did not come back, if the channel can do it. */
    public List<Reducible> reducible(OrderId order) {
        List<ChannelPiece> bought = pieces.of(order);
        if (bought.isEmpty() || !desk.reducesPrices(bought.getFirst().channel())) {
            return List.of();
        }
        return transactions.call(() -> bought.stream()
                .filter(piece -> piece.state() == ChannelItem.State.SENT)
                .map(piece -> new Reducible(piece.item(), piece.sku(), piece.title(), left(piece)))
                .filter(piece -> piece.left().amount().signum() > 0)
                .toList());
    }

    private Money left(ChannelPiece piece) {
        BigDecimal given = book.cutsOfPiece(piece.seller(), piece.item()).stream()
                .filter(PriceCut::counts)
                .map(cut -> cut.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.of(
                piece.price().amount().subtract(given), piece.price().currency().getCurrencyCode());
    }

    /**
     * Has it given back, together with the job that does it.
     *
     * @param amount in the piece's currency, above 0 and below what is left of its price
     * @throws AfterSalesException if it cannot be
     */
    public CutId reduce(OrderId order, ItemId item, BigDecimal amount) {
        return transactions.callAgainIfStale(() -> {
            ChannelPiece piece = pieces.of(order).stream()
                    .filter(one -> one.item().equals(item))
                    .findFirst()
                    .orElseThrow(() -> new AfterSalesException(
                            "order-unknown", "There is no such piece of an order that you may see."));
            SellerScope.require(piece.seller());
            if (piece.state() != ChannelItem.State.SENT) {
                throw new AfterSalesException(
                        "piece-not-sent",
                        "The piece was not sent, or has come back. A price is reduced only of what the buyer keeps.");
            }
            List<PriceCut> before = book.cutsOfPiece(piece.seller(), item);
            if (before.stream().anyMatch(cut -> switch (cut.state()) {
                case WANTED, SENDING, UNCLEAR -> true;
                case INITIATED, PROCESSED, REJECTED, REFUSED -> false;
            })) {
                throw new AfterSalesException(
                        "refund-underway", "A refund of this piece is on its way to the channel. Wait for its answer.");
            }
            Money left = left(piece);
            if (amount.signum() <= 0 || amount.scale() > 2 || amount.compareTo(left.amount()) >= 0) {
                throw new AfterSalesException(
                        "refund-amount",
                        "Between 0.01 and just below " + left.amount().toPlainString() + " "
                                + left.currency().getCurrencyCode()
                                + " can be given back. For the whole price take the piece back.",
                        left.amount().toPlainString() + " " + left.currency().getCurrencyCode());
            }
            PriceCut cut = new PriceCut(
                    piece,
                    Money.of(amount.setScale(2), left.currency().getCurrencyCode()),
                    clock.instant(),
                    audit.actor().name());
            book.add(cut);
            book.flush();
            audit.record(
                    piece.seller(),
                    "refund.partial",
                    new Subject("order", order.value()),
                    Map.of("sku", piece.sku(), "amount", amount.toPlainString()));
            jobs.schedule(
                    PriceCutJob.TYPE,
                    cut.id().toString(),
                    piece.seller(),
                    new PriceCutJob.Due(cut.id().value()));
            return cut.id();
        });
    }
}
