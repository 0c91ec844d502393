package org.packhaus.sdk;

/** Where a parcel stands, the same for every carrier. */
public enum TrackingStatus {
    /** The carrier says something we cannot place. */
    UNKNOWN,
    /** Data sent, nothing handed over. */
    ANNOUNCED,
    /** Handed to the carrier. */
    ACCEPTED,
    /** On its way. */
    IN_TRANSIT,
    /** On the van. */
    OUT_FOR_DELIVERY,
    /** Waits in an outlet or locker: not delivered. */
    READY_FOR_PICKUP,
    /** In the buyer's hands, a neighbour's or an agreed place. */
    DELIVERED,
    /** An attempt failed. */
    DELIVERY_FAILED,
    /** Late or held; still on its way. */
    DELAYED,
    /** On its way back to the sender, or there. */
    RETURNED_TO_SENDER,
    /** The label was given back. */
    CANCELLED,
    /** Lost or destroyed. */
    LOST
}
