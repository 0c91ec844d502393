package org.packhaus.shipment;

import org.packhaus.order.Problem;
import org.packhaus.seller.ConnectionId;

/** How a parcel gets the number of its way back. */
sealed interface ReturnWay {

    /** The channel wants none. */
    record NotNeeded() implements ReturnWay {}

    /** The label brings it. */
    record WithLabel(String carrierCode) implements ReturnWay {}

    /** One of the seller's stock of numbers. */
    record FromPool(String carrierCode) implements ReturnWay {}

    /** A return label is bought first, from that connection. */
    record ByReturnLabel(String carrierCode, ConnectionId connection) implements ReturnWay {}

    /** There is none to be had, so no label is bought either. */
    record Blocked(Problem problem) implements ReturnWay {}
}
