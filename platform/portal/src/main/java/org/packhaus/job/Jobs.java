package org.packhaus.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Schedules jobs on the running transaction's connection: what is rolled back is not scheduled, what is committed is not forgotten.
 * Sellers of a job must be in the caller's scope.
 */
@Service
public class Jobs {
    private static final Logger log = LoggerFactory.getLogger(Jobs.class);
    private static final int LONGEST_ID = 100;

    private final ObjectProvider<Scheduler> scheduler;
    private final JsonSerializer json = new JsonSerializer();

    Jobs(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    /** As soon as the transaction has committed. */
    public <D extends Record> boolean schedule(JobType<D> type, String key, SellerId seller, D data) {
        return schedule(type, key, Set.of(seller), data, Instant.now());
    }

    public <D extends Record> boolean schedule(JobType<D> type, String key, SellerId seller, D data, Instant at) {
        return schedule(type, key, Set.of(seller), data, at);
    }

    /**
     * Schedules the job unless one of this type and key is waiting or running.
     *
     * @param key what tells jobs of one type apart, e.g. a parcel's id
     * @return false if there was one already, which is left as it is
     */
    public <D extends Record> boolean schedule(JobType<D> type, String key, Set<SellerId> sellers, D data, Instant at) {
        sellers.forEach(SellerScope::require);
        JobEnvelope envelope = new JobEnvelope(
                type.name(),
                new String(Objects.requireNonNull(json.serialize(data)), StandardCharsets.UTF_8),
                sellers.stream().map(SellerId::value).sorted().toList());
        boolean added = scheduler
                .getObject()
                .scheduleIfNotExists(new TaskInstance<>(JobDispatcher.TASK, id(type, key), envelope), at);
        wakeAfterCommit(at);
        return added;
    }

    /** Takes back a job that has not begun. A running one goes on. */
    public void cancel(JobType<?> type, String key) {
        try {
            if (isScheduled(type, key)) {
                scheduler.getObject().cancel(TaskInstanceId.of(JobDispatcher.TASK, id(type, key)));
            }
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
            log.debug("job {} has begun or ended meanwhile", id(type, key));
        }
    }

    /** Whether a job of this type and key is waiting or running. */
    public boolean isScheduled(JobType<?> type, String key) {
        return scheduler
                .getObject()
                .getScheduledExecution(TaskInstanceId.of(JobDispatcher.TASK, id(type, key)))
                .isPresent();
    }

    private static String id(JobType<?> type, String key) {
        String id = type.name() + ":" + key;
        if (id.length() > LONGEST_ID) {
            throw new IllegalArgumentException(
                    "a job's type and key have at most " + LONGEST_ID + " characters: " + id);
        }
        return id;
    }

    /** Otherwise it would wait for the next poll. */
    private void wakeAfterCommit(Instant at) {
        if (at.isAfter(Instant.now())) {
            return;
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    scheduler.getObject().triggerCheckForDueExecutions();
                }
            });
        } else {
            scheduler.getObject().triggerCheckForDueExecutions();
        }
    }
}
