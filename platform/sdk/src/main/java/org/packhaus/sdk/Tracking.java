package org.packhaus.sdk;

import java.util.List;

/** Ability of a {@link Carrier}: it tells where parcels are. */
public interface Tracking<S extends Record> {

    /** How many numbers one call takes, at least 1. */
    int mostPerCall();

    /**
     * Asks for parcels, at most {@link #mostPerCall()}.
     *
     * @return one report for each number the carrier knows, each with the whole history; unknown numbers are left out
     */
    List<TrackingReport> track(List<String> trackingNumbers, S settings) throws PluginException;
}
