package org.packhaus.shipment;

import org.packhaus.order.OrderId;

/** Knows which slips were printed; the document room does, which stands above this one. */
public interface PrintedSlips {

    /** Whether the order's packing slip was ever printed. Joins the caller's transaction and scope. */
    boolean slipPrinted(OrderId order);
}
