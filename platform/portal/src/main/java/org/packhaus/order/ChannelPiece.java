package org.packhaus.order;

import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.Money;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/**
 * A piece of an order, with the names its channel has for it.
 *
 * @param ean empty if none
 */
public record ChannelPiece(
        SellerId seller,
        ConnectionId channel,
        OrderId order,
        String orderNumber,
        String channelOrderId,
        ItemId item,
        String channelItemId,
        ChannelItem.State state,
        String sku,
        String title,
        String ean,
        Money price) {}
