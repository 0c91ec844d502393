package org.packhaus.shipment;

import java.time.Instant;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.Weight;

/** A bought label as whoever hands its parcel to the carrier sees it. */
public record HandOver(PurchaseId purchase, OrderId order, String trackingNumber, Weight weight, Instant boughtAt) {}
