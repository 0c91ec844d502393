package org.packhaus.sandbox.otto;

/** What becomes of a return parcel. */
public enum ReturnWay {
    STRAIGHT,
    /** Lands in one of OTTO's own houses. */
    MISDIRECTED,
    /** The buyer registers it and keeps it. */
    NEVER_DROPPED,
    /** The carrier has it, and that is the last anybody hears. */
    LOST
}
