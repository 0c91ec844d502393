package org.packhaus.sdk;

/**
 * Moves parcels: sells labels for them. What else a carrier can do it says by also implementing abilities:
 * {@link Checkable}, {@link Quotes}, {@link Cancellation}, {@link FindsByReference}, {@link FetchesLabels},
 * {@link Tracking}, {@link BringsReturnNumber}, {@link ReturnLabels}, {@link DayEndClose}.
 *
 * <p>Register it with {@code @Extension}; the portal lists it under <em>Connections</em> once the plugin is loaded.
 *
 * @param <S> the settings of one account at this carrier, see {@link Connectable}
 */
public interface Carrier<S extends Record> extends Connectable<S> {

    /** Who this carrier is and what it sells. Constant. */
    CarrierProfile profile();

    /**
     * Buys one label. Costs money, so: send at most one purchase request, never repeat it, and put
     * {@link BookingRequest#reference()} where the carrier lets it be found again (and into its idempotency key, if it has
     * one). A request that was turned away unread, with 401 because a token ran out early, does not count.
     *
     * @throws Rejected if the carrier refuses, with the fields it complains about
     * @throws Unavailable if the request certainly had no effect
     * @throws Unclear if the request may have reached the carrier and no usable answer came back: a time-out after sending,
     *     a 5xx, a body cut short
     * @throws InvalidSettings if the account or its credentials are refused
     */
    Booking book(BookingRequest request, S settings) throws PluginException;
}
