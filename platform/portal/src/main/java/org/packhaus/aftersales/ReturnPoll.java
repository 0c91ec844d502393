package org.packhaus.aftersales;

import java.time.Duration;
import org.packhaus.job.RecurringJob;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.SellerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks a seller's channels what comes back, and sees to what is left of decisions and refunds. What is due is in the database. */
@Component
class ReturnPoll implements RecurringJob {
    private static final Logger log = LoggerFactory.getLogger(ReturnPoll.class);

    private final ConnectionService connections;
    private final ReturnImport imports;
    private final Decider decider;
    private final PriceCutter cutter;

    ReturnPoll(ConnectionService connections, ReturnImport imports, Decider decider, PriceCutter cutter) {
        this.connections = connections;
        this.imports = imports;
        this.decider = decider;
        this.cutter = cutter;
    }

    @Override
    public String name() {
        return "aftersales.poll";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(SellerId seller) {
        for (ConnectionRow channel : connections.list(ConnectionRole.SALES_CHANNEL)) {
            if (!channel.seller().equals(seller) || !channel.usable()) {
                continue;
            }
            try {
                imports.turn(seller, channel.id());
                decider.turn(channel.id());
                cutter.turn(channel.id());
            } catch (RuntimeException e) {
                log.error("The returns of {} could not be followed; it is tried again", channel.name(), e);
            }
        }
    }
}
