package org.packhaus.dayend;

/** Where a closing stands. */
public enum CloseState {
    /** Somebody wants it; nobody has asked the carrier yet. */
    WANTED,
    /** The carrier is being asked, or was when its node died. */
    ASKING,
    /** The carrier said no, or nothing: it is asked again. */
    FAILED,
    /** The carrier knows; the papers are stored. */
    CLOSED
}
