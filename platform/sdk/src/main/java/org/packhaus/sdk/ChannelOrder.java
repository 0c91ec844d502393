package org.packhaus.sdk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as a channel holds it.
 *
 * @param id the channel's own id, used in its calls
 * @param number what the buyer knows it by
 * @param orderedAt when it was placed
 * @param changedAt when it last changed there
 * @param deliverTo where it goes; absent while the channel hides it
 * @param invoiceTo who pays; absent while the channel hides it
 * @param items one for each physical piece, at least one
 * @param paymentMethod the channel's word for it; empty if unknown
 * @param deliveryFee what the buyer pays for delivery, if anything
 * @param suspectedFraud whether the channel warns of it
 */
public record ChannelOrder(
        String id,
        String number,
        Instant orderedAt,
        Instant changedAt,
        Optional<Address> deliverTo,
        Optional<Address> invoiceTo,
        List<ChannelItem> items,
        String paymentMethod,
        Optional<Money> deliveryFee,
        boolean suspectedFraud) {
    public ChannelOrder {
        items = List.copyOf(items);
    }
}
