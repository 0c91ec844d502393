package org.packhaus.shipment;

import java.time.Duration;
import java.util.Optional;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Cancellation.Cancelled;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.PluginException;
import org.packhaus.seller.ConnectionId;

/**
 * What this room needs of carriers. The host's one door stands behind it; the ledger's tests put a carrier there that counts, forgets
 * and dies. Every call has a deadline and none runs inside a transaction.
 */
interface CarrierDesk {

    /** What is known without calling out. */
    Standing standing(ConnectionId connection);

    /** After which a call has come back for certain, one way or the other. */
    Duration deadline();

    Booking book(ConnectionId connection, BookingRequest request) throws PluginException;

    Optional<Booking> find(ConnectionId connection, BookingRequest request) throws PluginException;

    Optional<Booking> fetch(ConnectionId connection, String trackingNumber, LabelPaper paper) throws PluginException;

    Cancelled cancel(ConnectionId connection, String trackingNumber) throws PluginException;

    /**
     * How a connection stands.
     *
     * @param code why it cannot be used; {@code ""} if it can
     * @param text what to do about it; {@code ""} if it can be used
     * @param profile absent while the plugin is missing
     */
    record Standing(
            String code,
            String text,
            Optional<CarrierProfile> profile,
            boolean finds,
            boolean fetches,
            boolean cancels) {
        boolean isReady() {
            return code.isEmpty();
        }

        static Standing out(String code, String text) {
            return new Standing(code, text, Optional.empty(), false, false, false);
        }
    }
}
