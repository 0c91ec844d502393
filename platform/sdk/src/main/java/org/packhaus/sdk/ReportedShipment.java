package org.packhaus.sdk;

import java.util.List;
import java.util.Optional;

/**
 * A shipment as a channel holds it.
 *
 * @param id the channel's id of it
 * @param carrierCode who moves it
 * @param trackingNumber its number
 * @param items its pieces, each with the return number the channel holds for it
 */
public record ReportedShipment(String id, String carrierCode, String trackingNumber, List<Item> items) {
    public ReportedShipment {
        items = List.copyOf(items);
    }

    /** A piece of a reported shipment. */
    public record Item(String channelOrderId, String channelItemId, Optional<ReturnNumber> returnNumber) {}
}
