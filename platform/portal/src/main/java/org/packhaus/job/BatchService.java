package org.packhaus.job;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Actor;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts batches and shows how far they are. A batch is a job with rows: it goes on when the browser is closed and when the portal is
 * restarted, and one bad row never stops the others. A person sees the rows of their sellers, and a batch that has such a row.
 */
@Service
public class BatchService {
    static final JobType<BatchRun> RUN = new JobType<>("batch", BatchRun.class);
    private static final TypeReference<LinkedHashMap<String, String>> PARAMETERS = new TypeReference<>() {};

    /** The parameter in which a batch may keep what a person wrote; it goes with the first buyer whose order the batch was about. */
    public static final String WORDS = "words";

    private final BatchRepository batches;
    private final BatchRowRepository rows;
    private final Jobs jobs;
    private final Audit audit;
    private final TransactionRetry transactions;
    private final BatchEvents events;
    private final JsonMapper json;
    private final Clock clock;

    BatchService(
            BatchRepository batches,
            BatchRowRepository rows,
            Jobs jobs,
            Audit audit,
            TransactionRetry transactions,
            BatchEvents events,
            JsonMapper json,
            Clock clock) {
        this.batches = batches;
        this.rows = rows;
        this.jobs = jobs;
        this.audit = audit;
        this.transactions = transactions;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** One run over a batch's waiting rows. */
    record BatchRun(long batch, int round) {}

    /** Starts a batch in the name of whoever acts now. */
    public BatchId start(String kind, String title, List<NewRow> wanted) {
        return start(kind, title, wanted, audit.actor(), Map.of());
    }

    /** @param parameters what the handler needs besides the rows, e.g. the print format */
    public BatchId start(
            String kind, String title, List<NewRow> wanted, Actor startedBy, Map<String, String> parameters) {
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("a batch has rows");
        }
        Set<SellerId> sellers = sellers(wanted);
        sellers.forEach(SellerScope::require);
        return transactions.call(() -> {
            BatchId id = batches.save(new BatchEntity(
                            kind, title, json.writeValueAsString(parameters), startedBy, clock.instant()))
                    .id();
            List<BatchRowEntity> entities = new ArrayList<>(wanted.size());
            for (NewRow row : wanted) {
                entities.add(new BatchRowEntity(id, entities.size(), row));
            }
            rows.saveAll(entities);
            run(id, 1, sellers);
            for (SellerId seller : sellers) {
                audit.record(
                        seller, "batch.start", new Subject("batch", id.value()), Map.of("kind", kind, "title", title));
            }
            return id;
        });
    }

    private static Set<SellerId> sellers(List<NewRow> wanted) {
        return wanted.stream().map(NewRow::seller).collect(Collectors.toUnmodifiableSet());
    }

    private void run(BatchId id, int round, Set<SellerId> sellers) {
        jobs.schedule(RUN, id + "-" + round, sellers, new BatchRun(id.value(), round), Instant.now());
    }

    /** How far it is; empty if no row of it is in scope. */
    public Optional<BatchProgress> progress(BatchId id) {
        return transactions.call(() -> batches.find(id.value()).map(this::progress));
    }

    /** @param before the id of the last batch already shown; {@code Long.MAX_VALUE} to begin */
    public List<BatchProgress> newest(long before, int count) {
        return transactions.call(() -> progress(batches.newest(before, Limit.of(count))));
    }

    /** How many are running. */
    public long running() {
        return transactions.call(batches::running);
    }

    /** What this user started and what has finished since then, the newest first. */
    public List<BatchProgress> finished(long user, Instant since, int count) {
        return transactions.call(() -> progress(batches.finished(user, since, Limit.of(count))));
    }

    /** @param after the position of the last row already shown; -1 to begin */
    public List<BatchRow> rows(BatchId id, @Nullable RowState state, int after, int count) {
        return transactions.call(() -> {
            var found = state == null
                    ? rows.findByBatchIdAndPositionGreaterThanOrderByPosition(id.value(), after, Limit.of(count))
                    : rows.findByBatchIdAndStateAndPositionGreaterThanOrderByPosition(
                            id.value(), state, after, Limit.of(count));
            return found.stream().map(BatchRowEntity::row).toList();
        });
    }

    /** Cancels the rows that have not begun, of the sellers in scope. */
    public int cancelRest(BatchId id) {
        int cancelled = transactions.callAgainIfStale(() -> {
            List<BatchRowEntity> waiting = rows.findByBatchIdAndStateIn(id.value(), Set.of(RowState.WAITING));
            waiting.forEach(BatchRowEntity::cancel);
            return waiting.size();
        });
        events.changed(id);
        return cancelled;
    }

    /** Runs the failed rows of the sellers in scope once more; pending ones are never repeated. */
    public int retryFailed(BatchId id) {
        return retry(id, row -> true);
    }

    /** The same for rows about these subjects only. */
    public int retryFailed(BatchId id, Collection<Long> subjects) {
        Set<Long> wanted = Set.copyOf(subjects);
        return retry(id, row -> wanted.contains(row.row().subject()));
    }

    private int retry(BatchId id, Predicate<BatchRowEntity> wanted) {
        int again = transactions.callAgainIfStale(() -> {
            Optional<BatchEntity> batch = batches.lock(id.value());
            List<BatchRowEntity> failed = rows.findByBatchIdAndStateIn(id.value(), Set.of(RowState.FAILED)).stream()
                    .filter(wanted)
                    .toList();
            if (batch.isEmpty() || failed.isEmpty()) {
                return 0;
            }
            failed.forEach(BatchRowEntity::waitAgain);
            batch.get().nextRound();
            run(
                    id,
                    batch.get().round(),
                    failed.stream().map(row -> row.row().seller()).collect(Collectors.toSet()));
            return failed.size();
        });
        events.changed(id);
        return again;
    }

    /**
     * Forgets what rows about these orders say in words, of batches started before then: it may quote a buyer whose time is over. Codes and
     * results stay.
     */
    public void forgetTexts(Collection<Long> subjects, Instant before) {
        transactions.run(() -> {
            rows.forgetTexts(subjects, before);
            batches.withWords(subjects, before).forEach(this::withoutWords);
        });
    }

    /** Forgets what people wrote for batches started before then, whatever became of their rows; of the sellers in scope. */
    public void forgetWords(Instant before) {
        transactions.run(() -> batches.withWords(before).forEach(this::withoutWords));
    }

    private void withoutWords(BatchEntity batch) {
        Map<String, String> kept = parameters(batch);
        kept.remove(WORDS);
        batch.parameters(json.writeValueAsString(kept));
    }

    /** Says what became of pending rows, once it is known. */
    public void settle(String kind, long subject, RowOutcome outcome) {
        List<BatchRowEntity> settled = transactions.callAgainIfStale(() -> {
            List<BatchRowEntity> pending = rows.findBySubject(kind, subject, RowState.PENDING);
            pending.forEach(row -> row.settle(outcome));
            return pending;
        });
        settled.forEach(row -> events.changed(row.row().batch()));
    }

    LinkedHashMap<String, String> parameters(BatchEntity batch) {
        return json.readValue(batch.parameters(), PARAMETERS);
    }

    BatchProgress progress(BatchEntity batch) {
        return progress(List.of(batch)).getFirst();
    }

    private List<BatchProgress> progress(List<BatchEntity> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<Long, Map<RowState, Integer>> counts = new HashMap<>();
        rows.count(wanted.stream().map(batch -> batch.id().value()).toList())
                .forEach(count -> counts.computeIfAbsent(count.batch(), batch -> new EnumMap<>(RowState.class))
                        .put(count.state(), Math.toIntExact(count.rows())));
        return wanted.stream()
                .map(batch -> progress(batch, counts.getOrDefault(batch.id().value(), Map.of())))
                .toList();
    }

    private static BatchProgress progress(BatchEntity batch, Map<RowState, Integer> counts) {
        return new BatchProgress(
                batch.id(),
                batch.kind(),
                batch.title(),
                batch.actor(),
                batch.startedAt(),
                batch.finishedAt(),
                batch.state(),
                counts.getOrDefault(RowState.WAITING, 0),
                counts.getOrDefault(RowState.RUNNING, 0),
                counts.getOrDefault(RowState.DONE, 0),
                counts.getOrDefault(RowState.FAILED, 0),
                counts.getOrDefault(RowState.PENDING, 0),
                counts.getOrDefault(RowState.CANCELLED, 0));
    }
}
