package org.packhaus.shipment;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.Jobs;
import org.packhaus.order.ChannelPiece;
import org.packhaus.order.ChannelPieces;
import org.packhaus.order.ItemId;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.order.ShippableOrder;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.seller.SellerScope;
import org.springframework.stereotype.Service;

/**
 * Cancels pieces the seller cannot ship. From the moment it is wanted until the channel has cancelled or refused, nobody books a label for
 * the piece. Sees the sellers in scope only; whoever calls has the right to.
 */
@Service
public class PieceCancellations {
    private final ShipmentBook book;
    private final ChannelDesk channels;
    private final OrderService orders;
    private final JointOrders joint;
    private final ChannelPieces pieces;
    private final Packer packer;
    private final ShipmentStates states;
    private final Jobs jobs;
    private final Audit audit;
    private final TransactionRetry transactions;
    private final Clock clock;

    PieceCancellations(
            ShipmentBook book,
            ChannelDesk channels,
            OrderService orders,
            JointOrders joint,
            ChannelPieces pieces,
            Packer packer,
            ShipmentStates states,
            Jobs jobs,
            Audit audit,
            TransactionRetry transactions,
            Clock clock) {
        this.book = book;
        this.channels = channels;
        this.orders = orders;
        this.joint = joint;
        this.pieces = pieces;
        this.packer = packer;
        this.states = states;
        this.jobs = jobs;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Of an order, the newest of each piece. */
    public Map<ItemId, CancellationRow> ofOrder(OrderId order) {
        return transactions.call(() -> book.cancellationsOf(order).stream()
                .map(CancellationEntry::row)
                .collect(Collectors.toMap(CancellationRow::item, row -> row, (older, newer) -> newer)));
    }

    /** Pieces that may be cancelled now: free to be shipped, without a label. None if the channel cannot do it. */
    public Set<ItemId> cancellable(OrderId order) {
        return transactions.call(() -> {
            List<ChannelPiece> bought = pieces.of(order);
            if (bought.isEmpty() || !channels.cancelsPieces(bought.getFirst().channel())) {
                return Set.of();
            }
            Dealing dealing = Dealing.of(orders.shippable(joint.lead(order)), book);
            return bought.stream()
                    .filter(piece -> piece.state() == ChannelItem.State.PROCESSABLE)
                    .map(ChannelPiece::item)
                    .filter(item -> !dealing.labelled().contains(item)
                            && !dealing.cancelling().contains(item))
                    .collect(Collectors.toSet());
        });
    }

    /**
     * Has them cancelled, all or none, together with the job that asks the channel.
     *
     * @throws ShipmentException {@code cancel-nothing}, {@code cancel-unsupported}, {@code piece-unknown}, {@code piece-not-cancellable},
     *     {@code piece-labelled}, {@code piece-cancelling}
     */
    public void cancel(OrderId order, Collection<ItemId> wanted) {
        transactions.callAgainIfStale(() -> {
            OrderId lead = joint.lead(order);
            // Before anything is read: whoever books or puts orders together holds the same lock.
            joint.lock(List.of(order, lead));
            ShippableOrder shippable = orders.shippable(lead);
            SellerScope.require(shippable.seller());
            Dealing dealing = Dealing.of(shippable, book).locked(book);
            List<ChannelPiece> chosen = chosen(order, new HashSet<>(wanted));
            chosen.forEach(piece -> refuseWhatCannotBe(piece, dealing));
            String by = audit.actor().name();
            chosen.forEach(piece -> book.add(new CancellationEntry(piece, clock.instant(), by)));
            book.flush();
            packer.clear(Dealing.of(shippable, book));
            states.tell(lead);
            String titles = chosen.stream().map(ChannelPiece::title).distinct().collect(Collectors.joining(", "));
            orders.timeline(order, "cancellation-wanted", chosen.size() + " × " + titles);
            audit.record(
                    shippable.seller(),
                    "order.cancel-pieces",
                    new Subject("order", order.value()),
                    Map.of("pieces", Integer.toString(chosen.size())));
            // A job of its own: that of an earlier wish may be asleep, or just ending.
            jobs.schedule(
                    CancellationJob.TYPE,
                    order + "-" + UUID.randomUUID(),
                    shippable.seller(),
                    new CancellationJob.Due(order.value()));
            return true;
        });
    }

    private List<ChannelPiece> chosen(OrderId order, Set<ItemId> wanted) {
        if (wanted.isEmpty()) {
            throw new ShipmentException("cancel-nothing", "Choose the pieces that are to be cancelled.");
        }
        Map<ItemId, ChannelPiece> all =
                pieces.of(order).stream().collect(Collectors.toMap(ChannelPiece::item, Function.identity()));
        if (!all.keySet().containsAll(wanted)) {
            throw new ShipmentException("piece-unknown", "The order has no such piece. Look at it again.");
        }
        List<ChannelPiece> chosen = all.values().stream()
                .filter(piece -> wanted.contains(piece.item()))
                .toList();
        if (!channels.cancelsPieces(chosen.getFirst().channel())) {
            throw new ShipmentException(
                    "cancel-unsupported", "The channel takes no cancellations from here. Cancel in its own portal.");
        }
        return chosen;
    }

    private static void refuseWhatCannotBe(ChannelPiece piece, Dealing dealing) {
        if (dealing.cancelling().contains(piece.item())) {
            throw new ShipmentException("piece-cancelling", piece.title() + " is being cancelled already.");
        }
        if (dealing.labelled().contains(piece.item())) {
            throw new ShipmentException(
                    "piece-labelled",
                    piece.title() + " lies in a parcel whose label is bought or being bought. Give that label back"
                            + " first.");
        }
        if (piece.state() != ChannelItem.State.PROCESSABLE) {
            throw new ShipmentException(
                    "piece-not-cancellable",
                    piece.title() + " is not free to be shipped (any more), so it cannot be cancelled.");
        }
    }
}
