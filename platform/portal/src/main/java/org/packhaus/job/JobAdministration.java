package org.packhaus.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.job.JobRow.Again;
import org.packhaus.job.JobRow.State;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.SellerId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The jobs of the whole install, for its administrators: what waits, what runs, what fails and why. */
@Service
public class JobAdministration {
    private static final int MOST = 500;

    private final JobTableSql table;
    private final JobFailuresSql failures;
    private final ObjectProvider<JobHandler<?>> handlers;
    private final ObjectProvider<RecurringJob> recurring;
    private final ObjectProvider<Scheduler> scheduler;
    private final CurrentUser user;
    private final Audit audit;
    private final Clock clock;
    private final JsonSerializer json = new JsonSerializer();

    JobAdministration(
            JobTableSql table,
            JobFailuresSql failures,
            ObjectProvider<JobHandler<?>> handlers,
            ObjectProvider<RecurringJob> recurring,
            ObjectProvider<Scheduler> scheduler,
            CurrentUser user,
            Audit audit,
            Clock clock) {
        this.table = table;
        this.failures = failures;
        this.handlers = handlers;
        this.recurring = recurring;
        this.scheduler = scheduler;
        this.user = user;
        this.audit = audit;
        this.clock = clock;
    }

    public JobCounts counts() {
        user.demand(Permission.ADMINISTER);
        Instant now = clock.instant();
        JobTableSql.Counts counts = table.counts(now);
        Instant oldest = counts.oldestDue();
        long givenUp =
                failures.all().stream().filter(one -> one.givenUp() != null).count();
        return new JobCounts(
                counts.all(),
                counts.running(),
                counts.failing(),
                counts.due(),
                givenUp,
                oldest == null ? Duration.ZERO : Duration.between(oldest, now));
    }

    /** Jobs in the queue, those that run first; and those that were given up. At most some hundred. */
    public List<JobRow> jobs(boolean failingOnly) {
        user.demand(Permission.ADMINISTER);
        Map<String, JobFailuresSql.Failure> known =
                failures.all().stream().collect(Collectors.toMap(JobFailuresSql.Failure::job, Function.identity()));
        List<JobRow> rows = new ArrayList<>();
        for (JobFailuresSql.Failure failure : known.values()) {
            String givenUp = failure.givenUp();
            if (givenUp != null) {
                rows.add(givenUp(failure, envelope(givenUp)));
            }
        }
        Instant now = clock.instant();
        for (JobTableSql.Entry entry : table.jobs(failingOnly, MOST)) {
            rows.add(row(entry, known.get(entry.instance()), now));
        }
        return rows;
    }

    private JobRow givenUp(JobFailuresSql.Failure failure, JobEnvelope envelope) {
        return new JobRow(
                failure.job(),
                envelope.type(),
                sellers(envelope),
                State.GIVEN_UP,
                failure.at(),
                null,
                failure.failures(),
                failure.error(),
                again(envelope.type(), State.GIVEN_UP));
    }

    private JobRow row(JobTableSql.Entry entry, JobFailuresSql.@Nullable Failure failure, Instant now) {
        JobEnvelope envelope = entry.envelope();
        String type = envelope == null ? "" : envelope.type();
        State state = entry.picked()
                ? State.RUNNING
                : entry.failures() > 0 ? State.FAILING : entry.at().isAfter(now) ? State.WAITING : State.DUE;
        return new JobRow(
                entry.instance(),
                type,
                envelope == null ? Set.of() : sellers(envelope),
                state,
                entry.at(),
                entry.node(),
                entry.failures(),
                entry.failures() == 0 || failure == null ? null : failure.error(),
                again(type, state));
    }

    private Again again(String type, State state) {
        if (state == State.RUNNING || state == State.DUE) {
            return Again.NO_NEED;
        }
        return handlers.stream()
                .filter(handler -> handler.type().name().equals(type))
                .findFirst()
                .map(handler -> handler.mayBeRunByHand() ? Again.YES : Again.RECONCILED)
                .orElse(Again.UNKNOWN);
    }

    /**
     * Has a waiting, failing or given-up job run now. Handlers look first what has been done already, so twice is as good as once.
     *
     * @return false if it has begun or ended meanwhile, or must not be run by hand
     */
    public boolean runAgain(String id) {
        user.demand(Permission.ADMINISTER);
        JobRow row = jobs(false).stream()
                .filter(one -> one.id().equals(id) && one.again() == Again.YES)
                .findFirst()
                .orElse(null);
        if (row == null || !schedule(row)) {
            return false;
        }
        scheduler.getObject().triggerCheckForDueExecutions();
        audit.record("job.run-again", new Subject("job", 0), Map.of("job", id));
        return true;
    }

    private boolean schedule(JobRow row) {
        if (row.state() != State.GIVEN_UP) {
            try {
                return scheduler
                        .getObject()
                        .reschedule(TaskInstanceId.of(JobDispatcher.TASK, row.id()), clock.instant());
            } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
                return false;
            }
        }
        String givenUp =
                failures.of(row.id()).map(JobFailuresSql.Failure::givenUp).orElse(null);
        if (givenUp == null) {
            return false;
        }
        boolean added = scheduler
                .getObject()
                .scheduleIfNotExists(
                        new TaskInstance<>(JobDispatcher.TASK, row.id(), envelope(givenUp)), clock.instant());
        failures.forget(row.id());
        return added;
    }

    /** What comes again and again, and how its last round went. */
    public List<RecurringRow> recurring() {
        user.demand(Permission.ADMINISTER);
        Map<String, JobTableSql.Entry> ticks =
                table.ticks().stream().collect(Collectors.toMap(JobTableSql.Entry::instance, Function.identity()));
        List<JobFailuresSql.Failure> failed = failures.all();
        return recurring.stream()
                .map(job -> {
                    JobTableSql.Entry tick = ticks.get(job.name());
                    List<JobFailuresSql.Failure> mine = failed.stream()
                            .filter(failure -> failure.job().startsWith(RecurringJobs.failureOf(job.name(), "")))
                            .toList();
                    return new RecurringRow(
                            job.name(),
                            job.every(),
                            tick == null ? null : tick.at(),
                            tick == null ? null : tick.lastSuccess(),
                            mine.size(),
                            mine.isEmpty() ? null : mine.getFirst().error());
                })
                .sorted(java.util.Comparator.comparing(RecurringRow::name))
                .toList();
    }

    private JobEnvelope envelope(String givenUp) {
        return Objects.requireNonNull(json.deserialize(JobEnvelope.class, givenUp.getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<SellerId> sellers(JobEnvelope envelope) {
        return envelope.sellers().stream().map(SellerId::new).collect(Collectors.toUnmodifiableSet());
    }
}
