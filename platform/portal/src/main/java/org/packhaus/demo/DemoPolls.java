package org.packhaus.demo;

import java.util.List;
import org.packhaus.job.RecurringJob;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Has recurring work done now instead of when it is due. */
@Component
@Profile({"demo", "headless"})
class DemoPolls {
    private final List<RecurringJob> jobs;

    DemoPolls(List<RecurringJob> jobs) {
        this.jobs = jobs;
    }

    /** @param name of the job, {@code tracking.poll} */
    void run(String name, SellerId seller) {
        RecurringJob poll =
                jobs.stream().filter(job -> job.name().equals(name)).findFirst().orElseThrow();
        SellerScope.run(seller, () -> {
            try {
                poll.run(seller);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
