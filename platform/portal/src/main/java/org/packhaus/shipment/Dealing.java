package org.packhaus.shipment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.ShippableOrder;
import org.packhaus.sdk.ChannelItem;

/**
 * Which piece of an order goes into which parcel: what a person dealt stays, a piece that comes in several boxes gets as many, everything
 * else goes into one parcel, and what is kept for later stays here.
 *
 * @param wishes the parcels to be booked, each with a piece at least
 * @param emptied parcels without a label in which nothing is left
 * @param gone places of pieces that are not to be shipped any more
 * @param closed parcels whose label is bought or under way
 * @param kept pieces that are to be shipped, but not now
 * @param cancelling pieces the channel is to cancel or is about to: they stay here whatever else is planned
 */
record Dealing(
        List<Wish> wishes,
        List<ParcelEntity> emptied,
        List<ParcelItem> gone,
        List<ParcelEntity> closed,
        List<ParcelEntity> open,
        Map<ParcelId, List<ParcelItem>> inside,
        List<OrderItem> kept,
        Set<ItemId> cancelling) {

    static Dealing of(ShippableOrder order, ShipmentBook book) {
        List<OrderId> one = List.of(order.id());
        Map<ParcelId, List<LabelPurchase>> purchases =
                book.purchasesOf(one).stream().collect(Collectors.groupingBy(LabelPurchase::parcelId));
        List<ParcelEntity> open = new ArrayList<>();
        List<ParcelEntity> closed = new ArrayList<>();
        for (ParcelEntity parcel : book.parcelsOf(one)) {
            boolean mayBePacked = purchases.getOrDefault(parcel.id(), List.of()).stream()
                    .limit(1)
                    .allMatch(LabelPurchase::isOpen);
            if (parcel.isLive()) {
                (mayBePacked ? open : closed).add(parcel);
            }
        }
        Map<ParcelId, List<ParcelItem>> inside =
                book.itemsOf(one).stream().collect(Collectors.groupingBy(ParcelItem::parcelId));
        Set<ItemId> kept = book.planOf(order.id()).map(PlanEntry::kept).orElse(Set.of());
        Set<ItemId> cancelling = book
                .cancellationsOf(order.orders().stream().map(ShippableOrder::id).toList())
                .stream()
                .filter(CancellationEntry::isOpen)
                .map(CancellationEntry::item)
                .collect(Collectors.toSet());
        return new Deal(order, open, closed, inside, kept, cancelling).dealt();
    }

    /** Pieces whose label is bought or under way. */
    Set<ItemId> labelled() {
        return closed.stream()
                .flatMap(parcel -> inside.getOrDefault(parcel.id(), List.of()).stream())
                .map(ParcelItem::item)
                .collect(Collectors.toSet());
    }

    /** Whether there is something whose label could be bought. */
    boolean hasWishes() {
        return !wishes.isEmpty();
    }

    /** The open parcels, and nobody else packs them until the transaction ends. */
    Dealing locked(ShipmentBook book) {
        open.forEach(book::lock);
        return this;
    }

    private static final class Deal {
        private final ShippableOrder order;
        private final List<ParcelEntity> open;
        private final List<ParcelEntity> closed;
        private final Map<ParcelId, List<ParcelItem>> inside;
        private final Set<ItemId> kept;
        private final Set<ItemId> cancelling;
        private final List<Wish> wishes = new ArrayList<>();
        private final List<ParcelEntity> emptied = new ArrayList<>();
        private final List<ParcelItem> gone = new ArrayList<>();

        Deal(
                ShippableOrder order,
                List<ParcelEntity> open,
                List<ParcelEntity> closed,
                Map<ParcelId, List<ParcelItem>> inside,
                Set<ItemId> kept,
                Set<ItemId> cancelling) {
            this.order = order;
            this.open = open;
            this.closed = closed;
            this.inside = inside;
            this.kept = kept;
            this.cancelling = cancelling;
        }

        Dealing dealt() {
            Set<ItemId> placed = new HashSet<>();
            inside.values().forEach(items -> items.forEach(item -> placed.add(item.item())));
            List<OrderItem> waiting = order.items().stream()
                    .filter(item -> !placed.contains(item.id()) && !cancelling.contains(item.id()))
                    .toList();
            List<OrderItem> free = new ArrayList<>();
            List<OrderItem> boxed = new ArrayList<>();
            waiting.stream()
                    .filter(item -> !kept.contains(item.id()))
                    .forEach(item -> (item.packages() > 1 ? boxed : free).add(item));
            for (ParcelEntity parcel : open) {
                List<OrderItem> items = new ArrayList<>(wanted(parcel));
                if (!parcel.isDealt()) {
                    // What came to the order later goes along; a second such parcel has its own pieces only.
                    items.addAll(free);
                    free.clear();
                }
                if (items.isEmpty()) {
                    emptied.add(parcel);
                } else {
                    wishes.add(wish(parcel, items));
                }
            }
            if (!free.isEmpty()) {
                wishes.add(new Wish(Optional.empty(), "new", free, 1, 1));
            }
            boxed.forEach(this::inItsBoxes);
            return new Dealing(
                    wishes,
                    emptied,
                    gone,
                    closed,
                    open,
                    inside,
                    waiting.stream().filter(item -> kept.contains(item.id())).toList(),
                    cancelling);
        }

        /** As many parcels as the piece comes in, which leave together. */
        private void inItsBoxes(OrderItem piece) {
            for (int box = 1; box <= piece.packages(); box++) {
                wishes.add(new Wish(Optional.empty(), "boxes of " + piece.id(), List.of(piece), box, piece.packages()));
            }
        }

        private Wish wish(ParcelEntity parcel, List<OrderItem> items) {
            int box = inside.getOrDefault(parcel.id(), List.of()).stream()
                    .mapToInt(ParcelItem::box)
                    .max()
                    .orElse(1);
            return new Wish(Optional.of(parcel), parcel.shipmentId().toString(), items, box, boxesOf(items.getFirst()));
        }

        private int boxesOf(OrderItem piece) {
            return inside.values().stream()
                    .flatMap(List::stream)
                    .filter(item -> item.item().equals(piece.id()))
                    .mapToInt(ParcelItem::box)
                    .max()
                    .orElse(1);
        }

        /** What lies in an open parcel and is still to be shipped. */
        private List<OrderItem> wanted(ParcelEntity parcel) {
            List<OrderItem> wanted = new ArrayList<>();
            for (ParcelItem place : inside.getOrDefault(parcel.id(), List.of())) {
                order.allItems().stream()
                        .filter(item -> item.id().equals(place.item())
                                && item.state() == ChannelItem.State.PROCESSABLE
                                && !cancelling.contains(item.id()))
                        .findFirst()
                        .ifPresentOrElse(wanted::add, () -> gone.add(place));
            }
            return wanted;
        }
    }
}
