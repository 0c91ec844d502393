package org.packhaus.shipment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Weight;

/**
 * How a person deals the pieces of an order over parcels. A piece that is named nowhere goes the automatic way: into one more parcel with
 * all others of its kind. A piece named in several parcels comes in as many boxes.
 *
 * @param number of the plan this one was made from, 0 for none; a plan that somebody else replaced meanwhile is not overwritten
 * @param parcels those without a label yet; the others stay as they are
 * @param later pieces that stay here for now; nobody books them until another plan says so
 */
public record ParcelPlan(OrderId order, int number, List<Box> parcels, List<ItemId> later) {
    public ParcelPlan {
        parcels = List.copyOf(parcels);
        later = List.copyOf(later);
    }

    /**
     * A parcel of the plan.
     *
     * @param parcel the one it has been so far; null for a new one
     * @param shipment parcels with the same number leave together, by one carrier; boxes of one piece must
     * @param items what lies in it, at least one
     * @param weight as a person weighed it; null leaves it to the catalogue
     * @param size as a person measured it; null leaves it to the catalogue
     */
    public record Box(
            @Nullable ParcelId parcel,
            int shipment,
            List<ItemId> items,
            @Nullable Weight weight,
            @Nullable Dimensions size) {
        public Box {
            items = List.copyOf(items);
        }
    }
}
