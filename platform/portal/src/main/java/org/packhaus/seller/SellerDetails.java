package org.packhaus.seller;

import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a seller that a person can edit.
 *
 * @param version as read; an update with an older one is refused
 * @param language of this seller's documents, an ISO 639 code
 * @param cutOff orders until this time of day are shipped the same day
 * @param returnCarrier the carrier that returns come back with, as the channel names it
 * @param carrier the connection labels are bought from unless somebody chooses another
 * @param carrierProduct the product at that carrier, in the carrier's own code
 */
public record SellerDetails(
        SellerId id,
        int version,
        String name,
        Mark mark,
        SenderAddress sender,
        String language,
        LocalTime cutOff,
        ZoneId timeZone,
        @Nullable String returnCarrier,
        @Nullable ConnectionId carrier,
        @Nullable String carrierProduct,
        int defaultParcelWeightGrams) {}
