package org.packhaus.returnnumber;

import java.util.Optional;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/**
 * A source as it stands.
 *
 * @param carrierCode the trade's code of who brings parcels back: {@code HERMES}
 * @param always also where the label would bring a number by itself
 * @param connection whose return labels are bought
 * @param free numbers in the pool that nobody has yet
 * @param used numbers of the pool that parcels have
 */
public record SourceRow(
        SellerId seller,
        String carrierCode,
        SourceKind kind,
        boolean always,
        Optional<ConnectionId> connection,
        int lowWater,
        long free,
        long used) {

    /** Whether somebody should get new numbers. */
    public boolean isLow() {
        return kind == SourceKind.POOL && free < lowWater;
    }
}
