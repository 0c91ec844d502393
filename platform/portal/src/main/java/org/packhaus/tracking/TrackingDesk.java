package org.packhaus.tracking;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.seller.ConnectionId;

/** What this room needs of carriers; the host's one door stands behind it. No call runs inside a transaction. */
interface TrackingDesk {

    /** Known without calling out. Empty if the carrier's plugin cannot tell where parcels are, or is not there. */
    Optional<Reach> reach(ConnectionId carrier);

    /** Where anybody can look a parcel up; known without calling out. */
    Optional<URI> page(ConnectionId carrier, String trackingNumber);

    /** One call, at most {@link Reach#perCall} numbers; those the carrier does not know are left out. */
    List<TrackingReport> track(ConnectionId carrier, List<String> trackingNumbers) throws PluginException;

    /** The numbers a message speaks of that the carrier sent by itself; empty if its plugin cannot read it. Known without calling out. */
    List<String> spokenOf(ConnectionId carrier, String message);

    /** After which a call has come back for certain. */
    Duration deadline();

    /**
     * How far asking goes.
     *
     * @param perDay what the carrier grants, if it says
     * @param account whose quota it is; connections with the same share it
     */
    record Reach(int perCall, OptionalInt perDay, String account) {}
}
