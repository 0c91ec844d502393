package org.packhaus.shipment;

import org.packhaus.order.OrderId;

/** An order's packing slip was printed for the first time. Published inside the transaction that wrote it down. */
public record SlipPrinted(OrderId order) {}
