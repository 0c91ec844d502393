package org.packhaus.order;

import org.packhaus.seller.SellerId;

/** An order came in for the first time. Published inside the importing transaction. */
public record OrderImported(SellerId seller, OrderId order) {}
