package org.packhaus.shipment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Cancellation.Cancelled;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Quotes.Quote;
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

    /** Buys a return label by itself: from the buyer to the seller. */
    Booking bookReturn(ConnectionId connection, BookingRequest request) throws PluginException;

    /** What a parcel would cost; buys nothing. Comes back soon or not at all: somebody waits to buy. */
    List<Quote> quote(ConnectionId connection, BookingRequest request) throws PluginException;

    /** What a carrier can do besides selling labels. */
    enum Ability {
        /** Looks a booking up by our reference. */
        FINDS,
        /** Hands a label out again. */
        FETCHES,
        /** Takes a label back. */
        CANCELS,
        /** Its label brings a return number when one is wanted. */
        BRINGS_RETURN_NUMBER,
        /** Sells return labels by themselves. */
        SELLS_RETURNS,
        /** Tells a price before the purchase. */
        TELLS_PRICES
    }

    /**
     * How a connection stands.
     *
     * @param code why it cannot be used; {@code ""} if it can
     * @param text what to do about it; {@code ""} if it can be used
     * @param profile absent while the plugin is missing
     * @param since when it went out; null if it can be used, or nobody wrote it down
     */
    record Standing(
            String code,
            String text,
            Optional<CarrierProfile> profile,
            Set<Ability> abilities,
            @Nullable Instant since) {
        public Standing {
            abilities = Set.copyOf(abilities);
        }

        Standing(String code, String text, Optional<CarrierProfile> profile, Set<Ability> abilities) {
            this(code, text, profile, abilities, null);
        }

        boolean isReady() {
            return code.isEmpty();
        }

        boolean can(Ability ability) {
            return abilities.contains(ability);
        }

        boolean finds() {
            return can(Ability.FINDS);
        }

        boolean fetches() {
            return can(Ability.FETCHES);
        }

        boolean cancels() {
            return can(Ability.CANCELS);
        }

        static Standing out(String code, String text) {
            return out(code, text, null);
        }

        static Standing out(String code, String text, @Nullable Instant since) {
            return new Standing(code, text, Optional.empty(), Set.of(), since);
        }
    }
}
