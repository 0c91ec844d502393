package org.packhaus.shipment;

/** Where the report of a parcel to the sales channel stands. */
public enum ConfirmationState {
    /** Will be sent. */
    SCHEDULED,
    /** One node is sending it. */
    SENDING,
    /** The answer was lost: the channel is asked before anything is sent again. */
    UNCLEAR,
    /** The channel took it; what it holds is not compared yet. */
    REPORTED,
    /** Taken, read back and equal. */
    CONFIRMED,
    /** The channel holds something else than what was sent: a person looks. */
    MISMATCH,
    /** The channel refused it: a person mends the reason. */
    REFUSED,
    /** Never to be sent: the order was cancelled, or the label given back. */
    STOPPED;

    /** Whether the channel has it, or may have it. */
    public boolean mayBeKnown() {
        return switch (this) {
            case SENDING, UNCLEAR, REPORTED, CONFIRMED, MISMATCH -> true;
            case SCHEDULED, REFUSED, STOPPED -> false;
        };
    }

    /** Whether the channel has taken it for certain. */
    boolean isTaken() {
        return this == REPORTED || this == CONFIRMED || this == MISMATCH;
    }
}
