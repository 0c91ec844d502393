package org.packhaus.seller;

/** Whether a connection is used. */
public enum ConnectionState {
    ACTIVE,
    /** A person has stopped it. */
    PAUSED,
    /** The service refuses our credentials or settings; work waits until it is repaired. */
    BROKEN
}
