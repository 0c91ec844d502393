package org.packhaus.aftersales;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.ItemCondition;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.ReturnDecision;
import org.packhaus.sdk.ReturnedItem;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/**
 * A piece that comes back.
 *
 * @param order null while its order is not known here; then number, SKU and title are empty
 * @param state as the channel has it
 * @param announced whether anybody announced it; a piece that was lost is decided without
 * @param carrierCode who brings it; empty if unknown
 * @param overdueAt when the channel decides itself; null if it does not, or nobody knows
 * @param reason the channel's code of why it was decided so; empty while it is not
 * @param wish a decision on its way to the channel
 * @param problemCode why the last wish was refused, or waits; empty if it was not
 * @param decidedBy empty if it was the channel itself
 */
public record ReturnRow(
        ReturnId id,
        SellerId seller,
        ConnectionId channel,
        @Nullable OrderId order,
        @Nullable ItemId item,
        String orderNumber,
        String channelItemId,
        String sku,
        String title,
        String ean,
        @Nullable Money price,
        ReturnedItem.State state,
        ReturnStage stage,
        Instant changedAt,
        boolean announced,
        String misdirectedTo,
        String carrierCode,
        @Nullable Instant arrivedAt,
        @Nullable Instant overdueAt,
        @Nullable Instant receivedAt,
        @Nullable ItemCondition condition,
        String reason,
        String note,
        Fate fate,
        ReturnDecision.@Nullable Verdict wish,
        String problemCode,
        String problemText,
        @Nullable Instant decidedAt,
        String decidedBy) {

    /** Taken back is final; refused may still be taken back. */
    public boolean mayBeAccepted() {
        return wish == null && state != ReturnedItem.State.ACCEPTED;
    }

    public boolean mayBeRejected() {
        return wish == null && state != ReturnedItem.State.ACCEPTED && state != ReturnedItem.State.REJECTED;
    }

    public Optional<Instant> overdue() {
        return Optional.ofNullable(overdueAt);
    }
}
