package org.packhaus.order;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the shipment room says of one order: always the whole state, never a difference, so that saying it twice is harmless.
 *
 * @param parcels live ones
 * @param labels live ones that are bought
 * @param packed whether every live parcel is closed
 * @param slipPrinted whether the packing slip was printed
 * @param confirmed parcels the channel has taken
 * @param carrier the choice made; null for none yet
 * @param parcelOf in which live parcel each piece is; pieces left out are in none
 * @param sent pieces the channel has taken as shipped, with the time
 * @param trackingNumbers of live labels, to search by
 */
public record ShipmentState(
        int parcels,
        int labels,
        boolean packed,
        boolean slipPrinted,
        int confirmed,
        @Nullable CarrierChoice carrier,
        Map<ItemId, Long> parcelOf,
        Map<ItemId, Instant> sent,
        Set<String> trackingNumbers) {
    public ShipmentState {
        parcelOf = Map.copyOf(parcelOf);
        sent = Map.copyOf(sent);
        trackingNumbers = Set.copyOf(trackingNumbers);
    }
}
