package org.packhaus.shipment;

import org.packhaus.sdk.BookingRequest;
import org.packhaus.seller.ConnectionId;

/** What is to be bought for a parcel, as of now. Reads this database only; runs inside the ledger's transaction. */
interface LabelPlans {

    /** @throws ShipmentException if there is nothing to buy it from or for, with what to do */
    LabelPlan plan(ParcelEntity parcel, LabelPurchase.Purpose purpose, String reference);

    /** A purchase ready to be sent. */
    record LabelPlan(ConnectionId connection, BookingRequest request) {}
}
