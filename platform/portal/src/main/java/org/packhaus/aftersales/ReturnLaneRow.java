package org.packhaus.aftersales;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/**
 * How asking a channel for returns goes.
 *
 * @param lookedAt when it last answered
 * @param failingSince null while it answers
 */
public record ReturnLaneRow(
        ConnectionId channel,
        SellerId seller,
        @Nullable Instant lookedAt,
        @Nullable Instant failingSince,
        String code,
        String text) {}
