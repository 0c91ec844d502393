package org.packhaus.dayend;

/** What a carrier wants at the end of a day. */
public enum Duty {
    /** Parcels stay behind, or cannot be tracked, when the day is not closed. */
    MANDATORY,
    /** It may be closed; the carrier does it by itself otherwise. */
    OPTIONAL,
    /** The carrier knows no close; a list for the driver can be made all the same. */
    NONE,
    /** Its plugin is not there to tell. */
    UNKNOWN
}
