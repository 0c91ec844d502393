package org.packhaus.order;

import org.packhaus.seller.SellerId;

/** Something about an order changed that a view may show. Listen after commit to push it. */
public record OrderChanged(SellerId seller, OrderId order) {}
