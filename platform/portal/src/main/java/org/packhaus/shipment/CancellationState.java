package org.packhaus.shipment;

/** How far the cancellation of a piece is. */
public enum CancellationState {
    /** The channel is to be asked. */
    WANTED,
    /** The channel has heard of it and carries it out in a while. */
    ASKED,
    /** The channel says that the piece is cancelled. */
    DONE,
    /** The channel does not cancel it: it is to be shipped. */
    REFUSED
}
