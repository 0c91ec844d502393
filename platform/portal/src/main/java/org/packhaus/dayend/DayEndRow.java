package org.packhaus.dayend;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/**
 * How a carrier's day stands.
 *
 * @param carrier the connection's name
 * @param open parcels with a bought label that the carrier was not told of
 * @param automatic whether it is closed by itself
 * @param at when, in the seller's zone
 * @param zone that zone
 * @param next when that is the next time
 * @param overdueSince when it should have been closed: parcels stay behind; null if none does
 * @param unfinished a closing under way, or one that failed
 * @param last the newest that is done
 */
public record DayEndRow(
        ConnectionId connection,
        SellerId seller,
        String carrier,
        Duty duty,
        int open,
        boolean automatic,
        LocalTime at,
        ZoneId zone,
        Instant next,
        @Nullable Instant overdueSince,
        @Nullable ClosingRow unfinished,
        @Nullable ClosingRow last) {

    /** Somebody is at it: the button would say the same twice. */
    public boolean isUnderWay() {
        return unfinished != null
                && (unfinished.state() == CloseState.WANTED || unfinished.state() == CloseState.ASKING);
    }
}
