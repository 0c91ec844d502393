package org.packhaus.order;

import org.packhaus.seller.SellerId;

/**
 * Which order, whose, and where it stands in the list.
 *
 * @param cursor to read on behind it
 */
public record OrderKey(OrderId id, SellerId seller, String orderNumber, OrderCursor cursor) {}
