package org.packhaus.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.packhaus.demo.DemoSellers.DemoSeller;
import org.packhaus.demo.JourneyComparison.Ours;
import org.packhaus.demo.Report.Journeys;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.seller.SellerScope;
import org.packhaus.tracking.Scorecards;
import org.packhaus.tracking.TrackedRow;
import org.packhaus.tracking.TrackingFilter;
import org.packhaus.tracking.TrackingService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Lets time pass at the carriers, asks them as the portal always does, has people deal with what comes back, and compares what we know in the
 * end with what they know.
 */
@Component
@Profile("headless")
class DemoJourneys {
    private static final int HOURS_A_STEP = 6;
    /** On the last day everything answers: what was not told because of a fault is told then. */
    private static final int CALM_HOURS = 24;

    private static final int PAGE = 200;

    private final DemoPolls polls;
    private final TrackingService tracking;
    private final Scorecards scorecards;
    private final DemoReturns returns;
    private final OrderService orders;
    private final RunClock clock;

    DemoJourneys(
            DemoPolls polls,
            TrackingService tracking,
            Scorecards scorecards,
            DemoReturns returns,
            OrderService orders,
            RunClock clock) {
        this.polls = polls;
        this.tracking = tracking;
        this.scorecards = scorecards;
        this.returns = returns;
        this.orders = orders;
        this.clock = clock;
    }

    /** @param faults the preset while the parcels travel, the last day apart */
    Journeys follow(List<DemoSeller> sellers, SandboxControl sandbox, int days, String faults) {
        Instant began = Instant.now();
        sandbox.faults(faults);
        look(sellers);
        for (int hours = HOURS_A_STEP; hours <= days * 24; hours += HOURS_A_STEP) {
            if (hours > days * 24 - CALM_HOURS) {
                sandbox.faults("none");
            }
            clock.follow(sandbox.advance(HOURS_A_STEP));
            look(sellers);
            returns.work(sellers, sandbox);
            if (hours % 120 == 0) {
                Console.say(
                        "%4.0f s  day %d",
                        Duration.between(began, Instant.now()).toMillis() / 1000.0, hours / 24);
            }
        }
        sellers.forEach(seller -> SellerScope.run(Set.of(seller.id()), tracking::lookNow));
        look(sellers);
        JourneyComparison all = new JourneyComparison(clock.instant());
        for (DemoSeller seller : sellers) {
            String key = seller.account().key();
            SellerScope.run(
                    Set.of(seller.id()),
                    () -> all.add(
                            sandbox.parcels(key),
                            sandbox.truth(key),
                            ours(),
                            scorecards.rows(Math.ceilDiv(days, 7) + 1, true, true)));
        }
        return all.result();
    }

    private void look(List<DemoSeller> sellers) {
        sellers.forEach(seller -> polls.run("tracking.poll", seller.id()));
    }

    private Map<String, Ours> ours() {
        Map<String, Ours> ours = new HashMap<>();
        TrackingService.Cursor after = null;
        do {
            TrackingService.Page page = tracking.page(TrackingFilter.ALL, after, PAGE);
            Map<OrderId, OrderRow> known =
                    orders
                            .rows(page.rows().stream()
                                    .map(TrackedRow::order)
                                    .distinct()
                                    .toList())
                            .stream()
                            .collect(Collectors.toMap(OrderRow::id, Function.identity()));
            page.rows().forEach(row -> {
                OrderRow order = known.get(row.order());
                ours.put(row.trackingNumber(), new Ours(row, order == null ? null : order.shipBy()));
            });
            after = page.next();
        } while (after != null);
        return ours;
    }
}
