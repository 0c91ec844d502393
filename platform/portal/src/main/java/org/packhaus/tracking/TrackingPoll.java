package org.packhaus.tracking;

import java.time.Duration;
import org.packhaus.job.RecurringJob;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.SellerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks a seller's carriers where parcels are. What is due is in the database: a portal that slept goes on where it stopped. */
@Component
class TrackingPoll implements RecurringJob {
    private static final Logger log = LoggerFactory.getLogger(TrackingPoll.class);

    private final ConnectionService connections;
    private final Tracker tracker;

    TrackingPoll(ConnectionService connections, Tracker tracker) {
        this.connections = connections;
        this.tracker = tracker;
    }

    @Override
    public String name() {
        return "tracking.poll";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(SellerId seller) {
        for (ConnectionRow carrier : connections.list(ConnectionRole.CARRIER)) {
            if (carrier.seller().equals(seller)) {
                try {
                    tracker.turn(carrier);
                } catch (RuntimeException e) {
                    log.error("The parcels of {} could not be followed; it is tried again", carrier.name(), e);
                }
            }
        }
    }
}
