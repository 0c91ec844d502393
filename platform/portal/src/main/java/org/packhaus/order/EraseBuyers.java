package org.packhaus.order;

import java.time.Duration;
import org.packhaus.job.RecurringJob;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Component;

/** Forgets buyers whose time is over, a few times a day. */
@Component
class EraseBuyers implements RecurringJob {
    private final BuyerErasure erasure;
    private final AfterErasure after;

    EraseBuyers(BuyerErasure erasure, AfterErasure after) {
        this.erasure = erasure;
        this.after = after;
    }

    @Override
    public String name() {
        return "order.erase-buyers";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run(SellerId seller) {
        erasure.run(seller);
        after.run(seller);
    }
}
