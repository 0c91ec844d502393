package org.packhaus.desk.ui;

import java.time.Clock;
import java.util.Optional;
import org.packhaus.job.BatchService;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.order.OrderTab;
import org.packhaus.shell.Icon;
import org.packhaus.shell.NavigationEntry;
import org.packhaus.shell.NavigationEntry.Count;
import org.packhaus.shell.NavigationEntry.Group;
import org.packhaus.shell.NavigationEntry.Mood;
import org.packhaus.shell.NextCutOff;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk's places in the drawer, and what its card says of the next cut-off. */
@Configuration(proxyBeanMethods = false)
class DeskPlaces {

    /** Behind this many late orders nobody needs to be told what comes next. */
    private static final int LOOK_AHEAD = 100;

    @Bean
    NavigationEntry ordersPlace(OrderService orders) {
        return new NavigationEntry(
                100,
                Group.WORK,
                "nav.orders",
                Icon.ORDERS,
                OrdersView.class,
                formats -> Optional.of(
                        new Count(formats.count(orders.count(OrderFilter.of(OrderTab.TO_SHIP))), Mood.CALM)));
    }

    @Bean
    NavigationEntry batchesPlace(BatchService batches) {
        return new NavigationEntry(200, Group.WORK, "nav.batches", Icon.BATCH, BatchesView.class, formats -> {
            long running = batches.running();
            return running == 0
                    ? Optional.empty()
                    : Optional.of(new Count(formats.text("nav.batches.running", running), Mood.RUNNING));
        });
    }

    /** The earliest deadline that can still be met, and what must be labelled by then. */
    @Bean
    NextCutOff nextCutOff(OrderService orders, Clock clock) {
        return () -> {
            var now = clock.instant();
            var due = orders.page(OrderFilter.of(OrderTab.TO_SHIP), null, LOOK_AHEAD).rows().stream()
                    .map(OrderRow::shipBy)
                    .filter(shipBy -> shipBy != null && shipBy.isAfter(now))
                    .findFirst();
            return due.map(at -> {
                int open = orders.count(OrderFilter.of(OrderTab.TO_SHIP).withShipByUntil(at));
                int done = orders.count(OrderFilter.of(OrderTab.LABEL_PRINTED).withShipByUntil(at))
                        + orders.count(OrderFilter.of(OrderTab.PACKED).withShipByUntil(at));
                return new NextCutOff.CutOff(at, done, (long) open + done);
            });
        };
    }
}
