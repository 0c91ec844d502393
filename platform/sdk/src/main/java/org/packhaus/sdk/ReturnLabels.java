package org.packhaus.sdk;

/** Ability of a {@link Carrier}: it sells a return label apart from an outbound one. */
public interface ReturnLabels<S extends Record> {

    /**
     * Buys a return label. Costs money: the rules of {@link Carrier#book} hold.
     *
     * @param request with {@code from} the buyer and {@code to} the seller; the product is empty
     */
    Booking bookReturn(BookingRequest request, S settings) throws PluginException;
}
