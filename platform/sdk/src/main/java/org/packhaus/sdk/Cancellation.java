package org.packhaus.sdk;

/** Ability of a {@link Carrier}: a label that was bought can be given back. */
public interface Cancellation<S extends Record> {

    /**
     * Gives a label back. Asking twice is no error.
     *
     * @return whether the carrier took it back or had done so before
     * @throws Rejected if it is too late: the parcel was handed over, the day was closed
     * @throws Unclear if the answer was lost; asking again is safe
     */
    Cancelled cancel(String trackingNumber, S settings) throws PluginException;

    /** How the carrier answered. */
    enum Cancelled {
        /** Taken back now. */
        NOW,
        /**
         * It does not know the number any more: given back before, or never bought. Some carriers (DHL) answer so as well
         * once the day was closed, when the label will be charged.
         */
        UNKNOWN_NUMBER
    }
}
