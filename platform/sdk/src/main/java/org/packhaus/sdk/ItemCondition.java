package org.packhaus.sdk;

/** How a piece was found that came back. */
public enum ItemCondition {
    /** In its original packaging. */
    A,
    /** Unused, packaging opened. */
    B,
    /** Slightly used. */
    C,
    /** Heavily used. */
    D,
    /** Incomplete, or not there at all. */
    E
}
