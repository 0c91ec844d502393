package org.packhaus.rule;

import java.util.Map;
import org.packhaus.seller.SellerId;

/**
 * How often a product came on time. Whoever knows implements it; while nobody does, "best on-time" says so and takes the cheapest. Asked
 * inside the transaction that prepares a booking: reads this database and calls nobody.
 */
public interface Punctuality {

    /** What is known of the seller's products; those with too few parcels to say are left out. */
    Map<Offer, OnTime> of(SellerId seller);

    /**
     * A figure.
     *
     * @param parcels how many it was counted from
     * @param share that came within the promise, 0 to 1
     */
    record OnTime(int parcels, double share) {}
}
