package org.packhaus.casework.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.packhaus.casework.CaseChanged;
import org.packhaus.seller.SellerId;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells open views that cases have changed; and now and then without an event, because those stay on their node and clocks move on. */
@org.springframework.stereotype.Component
class LiveCases {
    private static final long MOMENT_MILLIS = 800;
    private static final long BEAT_SECONDS = 30;

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-cases").factory());

    private final class Watch {
        private final UI ui;
        private final Set<SellerId> sellers;
        private final Runnable refresh;
        private final AtomicBoolean due = new AtomicBoolean();

        Watch(UI ui, Set<SellerId> sellers, Runnable refresh) {
            this.ui = ui;
            this.sellers = sellers;
            this.refresh = refresh;
        }

        void soon() {
            if (due.compareAndSet(false, true)) {
                var unused = clock.schedule(this::now, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            }
        }

        private void now() {
            due.set(false);
            try {
                ui.access(refresh::run);
            } catch (UIDetachedException gone) {
                watches.remove(this);
            }
        }
    }

    /** Calls back while the view is attached. */
    void watch(Component view, UI ui, Set<SellerId> sellers, Runnable refresh) {
        var watch = new Watch(ui, sellers, refresh);
        watches.add(watch);
        var beat = clock.scheduleWithFixedDelay(watch::soon, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
        view.addDetachListener(detached -> {
            beat.cancel(false);
            watches.remove(watch);
        });
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void changed(CaseChanged event) {
        watches.stream().filter(watch -> watch.sellers.contains(event.seller())).forEach(Watch::soon);
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }
}
