package org.packhaus.aftersales;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.Jobs;
import org.packhaus.order.ChannelPiece;
import org.packhaus.order.ChannelPieces;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.ItemCondition;
import org.packhaus.sdk.ReturnDecision.Verdict;
import org.packhaus.sdk.ReturnReason;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.stereotype.Service;

/**
 * Decides about pieces that come back. Taking back pays the buyer at once and is final; what was refused may still be taken back. Whoever
 * calls has the right to.
 */
@Service
public class ReturnDecisions {
    private final ReturnBook book;
    private final ReturnDesk desk;
    private final ChannelPieces pieces;
    private final Jobs jobs;
    private final TransactionRetry transactions;
    private final Audit audit;
    private final Clock clock;

    ReturnDecisions(
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
     * What came of a wish: taken up, or not and why.
     *
     * @param code empty if it was taken up and is on its way to the channel
     */
    public record Wished(ReturnId id, String code, String text) {
        public boolean takenUp() {
            return code.isEmpty();
        }
    }

    /** Why a piece may be taken back or refused, in the channel's order; empty while its plugin is not there. */
    public List<ReturnReason> reasons(ConnectionId channel) {
        return desk.reach(channel).map(ReturnDesk.Reach::reasons).orElse(List.of());
    }

    /** What the channels' plugins call a reason; empty where none has words for it. */
    public Optional<String> words(String reason, Locale language) {
        return desk.words(reason, language);
    }

    /**
     * Has the channel told, together with the job that does it. One that cannot be decided so keeps no other back.
     *
     * @param condition of pieces that nobody has looked at yet; the others keep theirs
     */
    public List<Wished> decide(Collection<ReturnId> wanted, Verdict verdict, ItemCondition condition, String reason) {
        return transactions.callAgainIfStale(() -> {
            List<Wished> wished = new ArrayList<>();
            Set<ReturnId> left = new HashSet<>(wanted);
            Map<ConnectionId, SellerId> channels = new HashMap<>();
            for (ReturnPiece piece : book.locked(wanted)) {
                left.remove(piece.id());
                Optional<Wished> refusal = refusal(piece, verdict, reason);
                wished.add(refusal.orElseGet(() -> wish(piece, verdict, condition, reason)));
                if (refusal.isEmpty()) {
                    channels.put(new ConnectionId(piece.connectionId), piece.seller());
                }
            }
            left.forEach(id -> wished.add(new Wished(
                    id, "return-unknown", "There is no such return that you may see. Read the list again.")));
            channels.forEach(this::schedule);
            return wished;
        });
    }

    /** A job of its own for each wish: one that is just ending might not see it. Whichever comes first sends all. */
    private void schedule(ConnectionId channel, SellerId seller) {
        jobs.schedule(
                DecisionJob.TYPE, channel + "-" + UUID.randomUUID(), seller, new DecisionJob.Due(channel.value()));
    }

    private Wished wish(ReturnPiece piece, Verdict verdict, ItemCondition condition, String reason) {
        SellerScope.require(piece.seller());
        ItemCondition found = piece.receivedAt != null && piece.condition != null ? piece.condition : condition;
        Instant now = clock.instant();
        book.add(new DecisionEntry(
                piece, verdict, found, reason, now, audit.actor().name()));
        piece.wishes(verdict);
        audit.record(
                piece.seller(),
                verdict == Verdict.ACCEPT ? "return.accept" : "return.reject",
                new Subject("return", piece.id().value()),
                Map.of("order", piece.orderNumber, "sku", piece.sku, "condition", found.name(), "reason", reason));
        return new Wished(piece.id(), "", "");
    }

    private Optional<Wished> refusal(ReturnPiece piece, Verdict verdict, String reason) {
        ReturnRow row = piece.row();
        if (piece.wish != null) {
            return refused(piece, "return-deciding", "A decision about this piece is on its way to the channel.");
        }
        if (!row.mayBeAccepted()) {
            return refused(piece, "return-accepted", "This piece was taken back. That is final: the buyer was paid.");
        }
        if (verdict == Verdict.REJECT && !row.mayBeRejected()) {
            return refused(piece, "return-rejected", "This piece was refused already. It can only be taken back now.");
        }
        Optional<ReturnReason> known = reasons(new ConnectionId(piece.connectionId)).stream()
                .filter(one -> one.code().equals(reason) && one.verdict() == verdict)
                .findFirst();
        return known.isPresent()
                ? Optional.empty()
                : refused(
                        piece,
                        "reason-unknown",
                        "The channel does not know this reason, or its plugin is not there. Choose another.");
    }

    private static Optional<Wished> refused(ReturnPiece piece, String code, String text) {
        return Optional.of(new Wished(piece.id(), code, text));
    }

    /**
     * Takes pieces back that nobody announced and nobody will bring: lost, undeliverable.
     *
     * @param reason one that needs no piece in hand
     */
    public List<Wished> acceptUnseen(OrderId order, Collection<ItemId> items, String reason) {
        List<ChannelPiece> bought = pieces.of(order).stream()
                .filter(piece -> items.contains(piece.item()))
                .toList();
        if (bought.isEmpty()) {
            throw new AfterSalesException("order-unknown", "There is no such piece of an order that you may see.");
        }
        boolean unseen = reasons(bought.getFirst().channel()).stream()
                .anyMatch(one -> one.code().equals(reason) && one.unseen());
        if (!unseen) {
            throw new AfterSalesException(
                    "reason-needs-piece",
                    "This reason needs the piece in hand. Choose one of those for what is lost or cannot be delivered.");
        }
        return transactions.callAgainIfStale(() -> {
            List<ReturnId> begun = new ArrayList<>();
            for (ChannelPiece piece : bought) {
                if (piece.state() != ChannelItem.State.SENT) {
                    throw new AfterSalesException(
                            "piece-not-sent",
                            "Piece " + piece.sku() + " of order " + piece.orderNumber()
                                    + " was not sent, or has come back. Only what was sent can be taken back.");
                }
                SellerScope.require(piece.seller());
                ReturnPiece known = book.atChannel(piece.channel(), List.of(piece.channelItemId()))
                        .get(piece.channelItemId());
                if (known == null) {
                    known = new ReturnPiece(piece, clock.instant());
                    book.add(known);
                    book.flush();
                }
                begun.add(known.id());
            }
            return decide(begun, Verdict.ACCEPT, ItemCondition.E, reason);
        });
    }
}
