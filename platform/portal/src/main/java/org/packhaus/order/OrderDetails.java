package org.packhaus.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Money;

/**
 * All about one order.
 *
 * @param row as in the list
 * @param deliverTo null while the channel hides it and after it was erased
 * @param deliverToHistory oldest first; more than one if somebody corrected it or the channel changed it
 * @param timeline newest first, the newest 500
 */
public record OrderDetails(
        OrderRow row,
        int version,
        String channelOrderId,
        @Nullable Instant promisedAt,
        String paymentMethod,
        @Nullable Money deliveryFee,
        boolean suspectedFraud,
        boolean takesBackOldAppliance,
        @Nullable String holdReason,
        @Nullable Address deliverTo,
        @Nullable Address invoiceTo,
        List<AddressVersion> deliverToHistory,
        List<AddressFinding> addressFindings,
        List<OrderItem> items,
        List<TimelineEntry> timeline) {
    public OrderDetails {
        deliverToHistory = List.copyOf(deliverToHistory);
        addressFindings = List.copyOf(addressFindings);
        items = List.copyOf(items);
        timeline = List.copyOf(timeline);
    }
}
