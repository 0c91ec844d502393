package org.packhaus.shipment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderItem;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.SellerId;

/**
 * What a person may deal, and how it lies now: by the last plan, else as it would be packed by itself.
 *
 * @param byPerson whether a person's plan counts
 * @param pieces that have no label yet
 * @param labelled parcels that have one, or may have; nothing is moved in or out of them
 * @param defaultGrams what a parcel weighs whose pieces nobody has weighed; 0 if the seller has set none
 */
public record ParcelDraft(
        SellerId seller,
        String orderNumber,
        boolean byPerson,
        ParcelPlan plan,
        List<OrderItem> pieces,
        List<ParcelRow> labelled,
        int defaultGrams) {
    public ParcelDraft {
        pieces = List.copyOf(pieces);
        labelled = List.copyOf(labelled);
    }

    /**
     * What a parcel with these pieces would weigh by the catalogue.
     *
     * @param boxes over how many parcels each of them lies
     */
    public Optional<Weight> weight(Collection<ItemId> inside, int boxes) {
        return Packing.of(
                        pieces.stream()
                                .filter(piece -> inside.contains(piece.id()))
                                .toList(),
                        boxes,
                        defaultGrams)
                .weight();
    }
}
