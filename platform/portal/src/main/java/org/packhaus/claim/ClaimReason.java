package org.packhaus.claim;

/** Why a carrier is asked to pay. */
public enum ClaimReason {
    /** The carrier says itself that it is lost. */
    LOST,
    /** Nobody has scanned it for days: first it is to be looked for. */
    STUCK,
    /** The promised day is over: first the carrier is to say where it is. */
    LATE,
    /** It came, but broken. */
    DAMAGED
}
