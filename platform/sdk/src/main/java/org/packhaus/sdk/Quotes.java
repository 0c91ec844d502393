package org.packhaus.sdk;

import java.util.List;
import java.util.Optional;

/** Ability of a {@link Carrier}: it tells the price before the purchase. */
public interface Quotes<S extends Record> {

    /** What the parcel would cost with each product that takes it; {@link BookingRequest#product()} does not matter. */
    List<Quote> quote(BookingRequest request, S settings) throws PluginException;

    /**
     * An offer.
     *
     * @param product the {@link CarrierProduct#id()}
     * @param price before tax
     * @param transitDays working days until the first delivery attempt, if the carrier says
     */
    record Quote(String product, Money price, Optional<Integer> transitDays) {}
}
