package org.packhaus.sdk;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Ability of a {@link Carrier}: it tells where parcels are. */
public interface Tracking<S extends Record> {

    /** How many numbers one call takes, at least 1. */
    int mostPerCall();

    /** The same under these settings, where they decide which of a carrier's interfaces is asked. */
    default int mostPerCall(S settings) {
        return mostPerCall();
    }

    /** How many calls the carrier grants a day, if it says so; 0 if nobody may track under these settings. */
    default OptionalInt mostPerDay(S settings) {
        return OptionalInt.empty();
    }

    /**
     * Whose calls these are to the carrier: connections that answer the same share what {@link #mostPerDay} grants. Holds no secret; empty
     * for a connection that shares with nobody.
     */
    default String account(S settings) {
        return "";
    }

    /** Where anybody can look a parcel up with a browser, if the carrier has such a page. */
    default Optional<URI> page(String trackingNumber) {
        return Optional.empty();
    }

    /**
     * Asks for parcels, at most {@link #mostPerCall()}.
     *
     * @return one report for each number the carrier knows, each with the whole history; unknown numbers are left out
     */
    List<TrackingReport> track(List<String> trackingNumbers, S settings) throws PluginException;
}
