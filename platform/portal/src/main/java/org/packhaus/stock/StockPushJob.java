package org.packhaus.stock;

import java.time.Duration;
import org.packhaus.job.RecurringJob;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Component;

/** Tells the channels what is left, twice a minute. What a run could not tell, the next one does: it compares anew. */
@Component
class StockPushJob implements RecurringJob {
    private final StockPush push;
    private final ConnectionService connections;

    StockPushJob(StockPush push, ConnectionService connections) {
        this.push = push;
        this.connections = connections;
    }

    @Override
    public String name() {
        return "stock.push";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run(SellerId seller) {
        for (ConnectionRow row : connections.list(ConnectionRole.SALES_CHANNEL)) {
            if (row.usable()) {
                push.run(seller, row.id());
            }
        }
    }
}
