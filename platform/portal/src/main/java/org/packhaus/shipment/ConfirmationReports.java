package org.packhaus.shipment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.OrderService;
import org.packhaus.order.ShippableOrder;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerService;
import org.springframework.stereotype.Component;

/** Writes the report of a parcel, or says why it must not be sent. */
@Component
class ConfirmationReports {
    private final ShipmentBook book;
    private final LedgerBook ledger;
    private final OrderService orders;
    private final SellerService sellers;
    private final ChannelDesk channels;

    ConfirmationReports(
            ShipmentBook book, LedgerBook ledger, OrderService orders, SellerService sellers, ChannelDesk channels) {
        this.book = book;
        this.ledger = ledger;
        this.orders = orders;
        this.sellers = sellers;
        this.channels = channels;
    }

    sealed interface Draft {
        record Ready(Confirmation report) implements Draft {}

        /** Never to be sent as it is. */
        record Stop(String code, String text) implements Draft {}

        /** A person has to mend something. */
        record Refuse(String code, String text) implements Draft {}
    }

    Draft draft(ConfirmationEntity confirmation) {
        LabelPurchase label = ledger.purchase(confirmation.purchaseId());
        if (label.state() != LabelState.CONFIRMED) {
            return new Draft.Stop(
                    "label-given-back", "The label " + confirmation.trackingNumber() + " does not count any more.");
        }
        ShippableOrder order = orders.shippable(confirmation.order());
        Set<ItemId> inside = book.itemsOf(List.of(confirmation.order())).stream()
                .filter(item -> item.parcelId().equals(confirmation.parcelId()))
                .map(ParcelItem::item)
                .collect(Collectors.toSet());
        List<OrderItem> items = order.allItems().stream()
                .filter(item -> inside.contains(item.id()))
                .toList();
        if (items.isEmpty() || items.stream().anyMatch(item -> item.state() == ChannelItem.State.CANCELLED)) {
            var problem = CancelledOrders.labelLeft(confirmation.trackingNumber());
            return new Draft.Stop(problem.code(), problem.text());
        }
        Optional<ShippableOrder> held = order.orders().stream()
                .filter(one -> one.onHold()
                        && one.allItems().stream().map(OrderItem::id).anyMatch(inside::contains))
                .findFirst();
        if (held.isPresent()) {
            return new Draft.Refuse(
                    "on-hold", "Order " + held.get().orderNumber() + " is on hold. Release it, then confirm it again.");
        }
        List<NumberCorrection> corrected = book.corrections(label.id());
        Optional<ReturnNumber> wayBack = NumberCorrections.newest(corrected, CorrectionRow.Kind.RETURN)
                .map(number -> new ReturnNumber(
                        label.returnNumber().map(ReturnNumber::carrierCode).orElse(label.carrierCode()), number))
                .or(label::returnNumber);
        if (channels.demands(confirmation.channel()).returnNumber() && wayBack.isEmpty()) {
            return new Draft.Refuse(
                    "no-return-number",
                    "The channel demands a return number, and the carrier gave none with "
                            + confirmation.trackingNumber()
                            + ". Look at the carrier connection's return settings, give the label back and book again.");
        }
        SellerDetails seller = sellers.details(confirmation.sellerId());
        return new Draft.Ready(new Confirmation(
                confirmation.carrierCode(),
                NumberCorrections.newest(corrected, CorrectionRow.Kind.TRACKING)
                        .orElseGet(() -> label.trackingNumber().orElseThrow()),
                wayBack,
                confirmation.shippedAt(),
                BookingPlanner.address(seller.sender(), seller.name()),
                order.orders().stream()
                        .flatMap(one -> one.allItems().stream()
                                .filter(item -> inside.contains(item.id()))
                                .map(item -> new Confirmation.Item(one.channelOrderId(), item.channelItemId())))
                        .toList()));
    }
}
