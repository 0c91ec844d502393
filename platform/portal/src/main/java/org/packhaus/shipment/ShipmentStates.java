package org.packhaus.shipment;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.CarrierChoice;
import org.packhaus.order.ItemId;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.order.ShipmentState;
import org.packhaus.sdk.Money;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the order what has become of its parcels: the whole state each time, inside the transaction that changed it. */
@Component
class ShipmentStates {
    private final ShipmentBook book;
    private final OrderService orders;
    private final CarrierNames names;
    private final ObjectProvider<PrintedSlips> slips;
    private final JointOrders joint;

    ShipmentStates(
            ShipmentBook book,
            OrderService orders,
            JointOrders joint,
            CarrierNames names,
            ObjectProvider<PrintedSlips> slips) {
        this.book = book;
        this.orders = orders;
        this.joint = joint;
        this.names = names;
        this.slips = slips;
    }

    /** The order, and those it leaves with: each hears of the parcels in which pieces of its own lie. */
    void tell(OrderId order) {
        List<OrderId> together = joint.together(order);
        OrderId lead = together.getFirst();
        if (together.size() == 1) {
            orders.applyShipmentState(lead, of(lead, lead, null));
            return;
        }
        Map<OrderId, Set<ItemId>> pieces = joint.pieces(together);
        for (OrderId one : together) {
            Set<ItemId> own = pieces.getOrDefault(one, Set.of());
            orders.applyShipmentState(one, of(one, lead, own));
        }
    }

    @EventListener
    void slipPrinted(SlipPrinted event) {
        tell(event.order());
    }

    private boolean slipPrinted(OrderId order) {
        return slips.stream().anyMatch(printed -> printed.slipPrinted(order));
    }

    /** @param lead in whose parcels it leaves @param own the order's pieces among others'; null if all are */
    private ShipmentState of(OrderId order, OrderId lead, @Nullable Set<ItemId> own) {
        List<OrderId> one = List.of(lead);
        Map<ParcelId, List<ItemId>> items = book.itemsOf(one).stream()
                .filter(place -> own == null || own.contains(place.item()))
                .collect(groupingBy(ParcelItem::parcelId, Collectors.mapping(ParcelItem::item, Collectors.toList())));
        Map<ParcelId, ParcelEntity> live = book.parcelsOf(one).stream()
                .filter(parcel -> parcel.isLive() && (own == null || items.containsKey(parcel.id())))
                .collect(Collectors.toMap(ParcelEntity::id, p -> p, (a, b) -> a, TreeMap::new));
        Map<PurchaseId, ConfirmationEntity> confirmations =
                book.confirmationsOf(one).stream().collect(Collectors.toMap(ConfirmationEntity::purchaseId, c -> c));
        Map<ItemId, Long> parcelOf = new HashMap<>();
        Map<ItemId, Instant> sent = new HashMap<>();
        Set<String> numbers = new HashSet<>();
        int labels = 0;
        int confirmed = 0;
        for (ParcelId parcel : live.keySet()) {
            items.getOrDefault(parcel, List.of()).forEach(item -> parcelOf.putIfAbsent(item, parcel.value()));
        }
        for (LabelPurchase purchase : book.purchasesOf(one)) {
            ParcelEntity parcel = live.get(purchase.parcelId());
            if (parcel == null
                    || purchase.state() != LabelState.CONFIRMED
                    || purchase.generation() != parcel.generation()) {
                continue;
            }
            labels++;
            purchase.trackingNumber().ifPresent(numbers::add);
            ConfirmationEntity confirmation = confirmations.get(purchase.id());
            if (confirmation != null && confirmation.state().isTaken()) {
                confirmed++;
                items.getOrDefault(parcel.id(), List.of()).forEach(item -> sent.put(item, confirmation.shippedAt()));
            }
        }
        book.correctionsOf(one).stream()
                .map(NumberCorrection::row)
                .filter(row -> row.kind() == CorrectionRow.Kind.TRACKING)
                .forEach(row -> numbers.add(row.after()));
        return new ShipmentState(
                live.size(),
                labels,
                false,
                slipPrinted(lead),
                confirmed,
                choice(lead, order.equals(lead)),
                parcelOf,
                sent,
                numbers);
    }

    /** @param pays whether the price stands with this order: a parcel of several is paid once */
    private @Nullable CarrierChoice choice(OrderId order, boolean pays) {
        List<ShipmentEntity> shipments = book.shipmentsOf(List.of(order));
        Optional<CarrierPick> newest = shipments.reversed().stream()
                .flatMap(shipment -> shipment.pick().stream())
                .findFirst();
        if (newest.isEmpty()) {
            return null;
        }
        CarrierPick pick = newest.get();
        Money price = book.purchasesOf(List.of(order)).stream()
                .filter(p -> pays && p.state() == LabelState.CONFIRMED)
                .flatMap(p -> p.label().price().stream())
                .reduce(Money::plus)
                .orElse(null);
        // None leaves the order the names it has.
        return names.of(pick.connection(), pick.product())
                .map(named -> new CarrierChoice(
                        named.carrier(), named.product(), price, pick.reason().brief()))
                .orElse(null);
    }
}
