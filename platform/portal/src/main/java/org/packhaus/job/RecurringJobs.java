package org.packhaus.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.packhaus.audit.Actor;
import org.packhaus.audit.Audit;
import org.packhaus.seller.SellerDirectory;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turns each {@link RecurringJob} into one ordinary job per seller, time after time. */
@Component
class RecurringJobs implements JobHandler<RecurringJobs.Turn> {
    static final String TASK = "tick";
    private static final JobType<Turn> TURN = new JobType<>("recurring", Turn.class);
    private static final Logger log = LoggerFactory.getLogger(RecurringJobs.class);

    private final ObjectProvider<RecurringJob> all;
    private final ObjectProvider<Scheduler> scheduler;
    private final SellerDirectory sellers;
    private final Jobs jobs;
    private final JobFailuresSql failed;

    RecurringJobs(
            ObjectProvider<RecurringJob> all,
            ObjectProvider<Scheduler> scheduler,
            SellerDirectory sellers,
            Jobs jobs,
            JobFailuresSql failed) {
        this.all = all;
        this.scheduler = scheduler;
        this.sellers = sellers;
        this.jobs = jobs;
        this.failed = failed;
    }

    /** One seller's turn. */
    record Turn(String job, long seller) {}

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        all.forEach(job ->
                scheduler.getObject().scheduleIfNotExists(new TaskInstance<Void>(TASK, job.name()), Instant.now()));
    }

    CompletionHandler<Void> tick(TaskInstance<Void> instance, ExecutionContext context) {
        Optional<RecurringJob> job = find(instance.getId());
        if (job.isEmpty()) {
            return (complete, operations) -> operations.remove();
        }
        for (SellerId seller : sellers.all()) {
            SellerScope.run(
                    seller,
                    () -> jobs.schedule(
                            TURN, instance.getId() + "/" + seller, seller, new Turn(instance.getId(), seller.value())));
        }
        return (complete, operations) -> operations.reschedule(
                complete, complete.getTimeDone().plus(job.get().every()));
    }

    void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Duration every = find(complete.getExecution().taskInstance.getId())
                .map(RecurringJob::every)
                .orElse(Duration.ofMinutes(1));
        operations.reschedule(complete, Instant.now().plus(every));
    }

    @Override
    public JobType<Turn> type() {
        return TURN;
    }

    @Override
    public JobResult run(Turn turn, JobContext context) {
        RecurringJob job = find(turn.job()).orElse(null);
        if (job == null) {
            return JobResult.DONE;
        }
        try {
            // Whoever reads what was done wants to know by which job, not that it was one of those that come round.
            Audit.as(Actor.job(job.name()), () -> {
                job.run(new SellerId(turn.seller()));
                return JobResult.DONE;
            });
            failed.forget(failureOf(turn.job(), Long.toString(turn.seller())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            failed.note(failureOf(turn.job(), Long.toString(turn.seller())), 0, e, null);
            log.warn("{} failed for seller {}; it is tried again in {}", turn.job(), turn.seller(), job.every(), e);
        }
        return JobResult.DONE;
    }

    /** Under which name the failures of a seller's turn are kept. */
    static String failureOf(String job, String seller) {
        return "turn:" + job + "/" + seller;
    }

    private Optional<RecurringJob> find(String name) {
        return all.stream().filter(job -> job.name().equals(name)).findFirst();
    }
}
