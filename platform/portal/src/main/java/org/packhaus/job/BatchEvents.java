package org.packhaus.job;

import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.packhaus.audit.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the views that a batch has moved on, but not for every row: the first change waits a moment for others. */
@Component
class BatchEvents {
    private static final Logger log = LoggerFactory.getLogger(BatchEvents.class);
    private static final long MOMENT_MILLIS = 200;

    private final Set<BatchId> changed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("batch-events").factory());
    private final ApplicationEventPublisher publisher;

    BatchEvents(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    void changed(BatchId batch) {
        if (changed.add(batch)) {
            try {
                var unused = timer.schedule(() -> publish(batch), MOMENT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopping) {
                log.debug("The portal is going down; nobody is told about batch {}", batch);
            }
        }
    }

    void finished(BatchId batch, Actor startedBy) {
        changed(batch);
        publish(new BatchFinished(batch, startedBy));
    }

    private void publish(BatchId batch) {
        changed.remove(batch);
        publish(new BatchChanged(batch));
    }

    private void publish(Object event) {
        try {
            publisher.publishEvent(event);
        } catch (RuntimeException e) {
            log.warn("A listener failed on {}", event, e);
        }
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
