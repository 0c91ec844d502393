package org.packhaus.aftersales;

/** Where a piece that comes back stands for its seller. */
public enum ReturnStage {
    /** The buyer said so. */
    ANNOUNCED,
    /** The carrier has it. */
    ON_THE_WAY,
    /** Its parcel arrived, or it lies on the bench: it is to be decided. */
    ARRIVED,
    /** It landed at a house of the channel. */
    MISDIRECTED,
    /** Taken back or refused. */
    DECIDED
}
