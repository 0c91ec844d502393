package org.packhaus.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.packhaus.audit.Actor;
import org.packhaus.job.BatchChanged;
import org.packhaus.job.BatchFinished;
import org.packhaus.job.BatchId;
import org.packhaus.order.OrderChanged;
import org.packhaus.order.OrderImported;
import org.packhaus.security.UserId;
import org.packhaus.seller.SellerId;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells open views that something they show has changed, seldom enough that a batch of thousands does not drown the browser. Events
 * stay on their node, so every watcher is also called now and then without one.
 */
@org.springframework.stereotype.Component
class Live {

    private static final Duration LET_GO = Duration.ofSeconds(1);

    private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-views").factory());

    /** One view that looks on, and how often it wants to be told at most and at least. */
    private final class Watch {

        private final UI ui;
        private final Predicate<Object> about;
        private final Runnable refresh;
        private final Duration pause;
        private final AtomicBoolean due = new AtomicBoolean();

        Watch(UI ui, Predicate<Object> about, Runnable refresh, Duration pause) {
            this.ui = ui;
            this.about = about;
            this.refresh = refresh;
            this.pause = pause;
        }

        void tell(Object event) {
            if (about.test(event)) {
                soon();
            }
        }

        void soon() {
            if (due.compareAndSet(false, true)) {
                ScheduledFuture<?> told = clock.schedule(this::now, pause.toMillis(), TimeUnit.MILLISECONDS);
                if (told.isCancelled()) {
                    watches.remove(this);
                }
            }
        }

        private void now() {
            due.set(false);
            try {
                ui.access(refresh::run);
                ScheduledFuture<?> unused = clock.schedule(this::letGo, LET_GO.toMillis(), TimeUnit.MILLISECONDS);
            } catch (UIDetachedException gone) {
                watches.remove(this);
            }
        }

        /** A push connection keeps the last message it sent, and a list is a big one: a small one takes its place. */
        private void letGo() {
            try {
                ui.access(() -> ui.getPage().executeJs("0"));
            } catch (UIDetachedException gone) {
                watches.remove(this);
            }
        }
    }

    /** Calls back while the view is attached, when orders of these sellers have changed. */
    void orders(Component view, Set<SellerId> sellers, Runnable refresh) {
        watch(
                view,
                event -> event instanceof OrderChanged changed && sellers.contains(changed.seller())
                        || event instanceof OrderImported imported && sellers.contains(imported.seller()),
                refresh,
                Duration.ofMillis(1500),
                Duration.ofSeconds(30));
    }

    /** Calls back while the view is attached, when the batch has moved on. */
    void batch(Component view, BatchId batch, Runnable refresh) {
        watch(
                view,
                event ->
                        event instanceof BatchChanged changed && changed.batch().equals(batch),
                refresh,
                Duration.ofMillis(250),
                Duration.ofSeconds(2));
    }

    /** Calls back while the view is attached, when any batch has moved on. */
    void batches(Component view, Runnable refresh) {
        watch(view, BatchChanged.class::isInstance, refresh, Duration.ofSeconds(1), Duration.ofSeconds(5));
    }

    /** Calls back while the view is attached, when a batch of this user has finished. */
    void finished(Component view, UserId user, Runnable refresh) {
        watch(
                view,
                event -> event instanceof BatchFinished finished
                        && finished.startedBy().kind() == Actor.Kind.USER
                        && Long.valueOf(user.value())
                                .equals(finished.startedBy().id()),
                refresh,
                Duration.ofMillis(500),
                Duration.ofMinutes(1));
    }

    private void watch(Component view, Predicate<Object> about, Runnable refresh, Duration pause, Duration atLeast) {
        var started = new AtomicBoolean();
        Consumer<UI> start = ui -> {
            if (started.compareAndSet(false, true)) {
                start(view, new Watch(ui, about, refresh, pause), atLeast);
            }
        };
        view.addAttachListener(attached -> start.accept(attached.getUI()));
        // A child may have been attached before its parent asks for this.
        view.getUI().ifPresent(start);
    }

    private void start(Component view, Watch watch, Duration atLeast) {
        watches.add(watch);
        var beat = clock.scheduleWithFixedDelay(
                watch::soon, atLeast.toMillis(), atLeast.toMillis(), TimeUnit.MILLISECONDS);
        view.addDetachListener(detached -> {
            beat.cancel(false);
            watches.remove(watch);
        });
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void changed(OrderChanged event) {
        watches.forEach(watch -> watch.tell(event));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void imported(OrderImported event) {
        watches.forEach(watch -> watch.tell(event));
    }

    @EventListener
    void moved(BatchChanged event) {
        watches.forEach(watch -> watch.tell(event));
    }

    @EventListener
    void finished(BatchFinished event) {
        watches.forEach(watch -> watch.tell(event));
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }
}
