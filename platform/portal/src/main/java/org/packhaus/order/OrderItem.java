package org.packhaus.order;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.Commodity;
import org.packhaus.sdk.DeliveryTerms;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Weight;

/**
 * One physical piece.
 *
 * @param articleNumber the channel's number; empty if none
 * @param ean empty if none
 * @param promisedAt until when the first delivery attempt was promised
 * @param attributes what tells variants apart, by display name
 * @param parcel the id of the live parcel it is in, as the shipment room gave it
 * @param kind parcel or freight; PARCEL while nobody knows
 * @param weight packed, where the catalogue knows it
 * @param dimensions packed, where the catalogue knows them
 * @param packages in how many boxes one piece comes
 * @param commodity what customs asks of it, where the seller entered it
 */
public record OrderItem(
        ItemId id,
        String channelItemId,
        ChannelItem.State state,
        String sku,
        String articleNumber,
        String title,
        String ean,
        Money price,
        @Nullable Instant promisedAt,
        Map<String, String> attributes,
        boolean takesBackOldAppliance,
        @Nullable Long parcel,
        DeliveryTerms.Kind kind,
        @Nullable Weight weight,
        @Nullable Dimensions dimensions,
        int packages,
        @Nullable String pictureUrl,
        @Nullable Commodity commodity) {}
