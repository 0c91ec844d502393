package org.packhaus.seller;

/**
 * A connection has broken, works again, was paused, resumed or got new settings. Published inside the transaction that says so.
 *
 * @param before the same as {@code after} when only the settings have changed
 */
public record ConnectionChanged(
        SellerId seller, ConnectionId connection, ConnectionState before, ConnectionState after) {

    public boolean becameUsable() {
        return before != ConnectionState.ACTIVE && after == ConnectionState.ACTIVE;
    }
}
