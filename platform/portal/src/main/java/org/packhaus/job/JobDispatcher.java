package org.packhaus.job;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Actor;
import org.packhaus.audit.Audit;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands a due job to its handler, with the job's sellers in scope. */
@Component
class JobDispatcher {
    static final String TASK = "job";
    private static final Logger log = LoggerFactory.getLogger(JobDispatcher.class);
    /** A job nobody knows waits: its handler may come back with an upgrade or a plugin. */
    private static final Duration UNKNOWN = Duration.ofMinutes(10);

    private final JsonSerializer json = new JsonSerializer();

    /** Asked late: handlers need services that schedule jobs. */
    private final ObjectProvider<JobHandler<?>> handlers;

    private final JobFailuresSql failed;

    JobDispatcher(ObjectProvider<JobHandler<?>> handlers, JobFailuresSql failed) {
        this.handlers = handlers;
        this.failed = failed;
    }

    CompletionHandler<JobEnvelope> run(TaskInstance<JobEnvelope> instance, ExecutionContext context) {
        JobEnvelope job = instance.getData();
        JobHandler<?> handler = handler(job.type()).orElse(null);
        if (handler == null) {
            log.warn("Job {} has no handler here; it is tried again in {}", instance.getId(), UNKNOWN);
            return (complete, operations) ->
                    operations.reschedule(complete, Instant.now().plus(UNKNOWN));
        }
        try {
            JobResult result = inScope(handler, job, context);
            if (context.getExecution().consecutiveFailures > 0) {
                failed.forget(instance.getId());
            }
            return after(result);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JobFailed(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new JobFailed(e);
        }
    }

    private <D extends Record> JobResult inScope(JobHandler<D> handler, JobEnvelope job, ExecutionContext context)
            throws Exception {
        D data = data(handler, job);
        Set<SellerId> sellers = job.sellers().stream().map(SellerId::new).collect(Collectors.toSet());
        return Audit.as(
                Actor.job(job.type()), () -> SellerScope.call(sellers, () -> handler.run(data, new Running(context))));
    }

    private <D extends Record> D data(JobHandler<D> handler, JobEnvelope job) {
        D data = json.deserialize(handler.type().data(), job.data().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (data == null) {
            throw new IllegalStateException("job " + job.type() + " carries no data");
        }
        return data;
    }

    private static CompletionHandler<JobEnvelope> after(JobResult result) {
        return switch (result) {
            case JobResult.Done done -> (complete, operations) -> operations.remove();
            case JobResult.Again(Duration delay) ->
                (complete, operations) ->
                        operations.reschedule(complete, Instant.now().plus(delay));
        };
    }

    void failed(ExecutionComplete complete, ExecutionOperations<JobEnvelope> operations) {
        var execution = complete.getExecution();
        JobEnvelope job = (JobEnvelope) execution.taskInstance.getData();
        int failures = execution.consecutiveFailures + 1;
        Throwable cause = cause(complete.getCause().orElse(null));
        Optional<Duration> delay = handler(job.type()).flatMap(handler -> delay(handler, job, failures, cause));
        failed.note(execution.taskInstance.getId(), failures, cause, delay.isPresent() ? null : JobTableSql.json(job));
        if (delay.isPresent()) {
            log.warn(
                    "Job {} failed {} time(s), next try in {}",
                    execution.taskInstance.getId(),
                    failures,
                    delay.get(),
                    cause);
            operations.reschedule(complete, Instant.now().plus(delay.get()));
        } else {
            log.error("Job {} failed {} time(s) and is given up", execution.taskInstance.getId(), failures, cause);
            operations.remove();
        }
    }

    private <D extends Record> Optional<Duration> delay(
            JobHandler<D> handler, JobEnvelope job, int failures, Throwable cause) {
        return handler.retryAfter(data(handler, job), failures, cause);
    }

    private static Throwable cause(@Nullable Throwable failure) {
        if (failure instanceof JobFailed wrapped && wrapped.getCause() != null) {
            return wrapped.getCause();
        }
        return failure == null ? new IllegalStateException("the job's node died") : failure;
    }

    private Optional<JobHandler<?>> handler(String type) {
        return handlers.stream()
                .filter(handler -> handler.type().name().equals(type))
                .findFirst();
    }

    private record Running(ExecutionContext context) implements JobContext {
        @Override
        public boolean isStopping() {
            return context.getSchedulerState().isShuttingDown();
        }

        @Override
        public int failures() {
            return context.getExecution().consecutiveFailures;
        }
    }

    private static final class JobFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        JobFailed(Throwable cause) {
            super(cause);
        }
    }
}
