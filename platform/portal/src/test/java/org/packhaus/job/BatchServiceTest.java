package org.packhaus.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.audit.Actor;
import org.packhaus.database.DatabaseTest;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.JobFixtures.ParcelHandler;
import org.packhaus.job.JobFixtures.Pulse;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.NoSellerScope;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
@Import(JobFixtures.class)
class BatchServiceTest {
    private static final Actor SHIPPER = Actor.user(7, "I. Hollerbach");

    @Autowired
    BatchService batches;

    @Autowired
    ParcelHandler handler;

    @Autowired
    Jobs jobs;

    @Autowired
    Pulse pulse;

    @Autowired
    SellerService sellers;

    @Autowired
    TransactionRetry transactions;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    private SellerId one = new SellerId(1);
    private SellerId two = new SellerId(2);

    @BeforeEach
    void twoSellers() {
        String unique = Long.toHexString(System.nanoTime());
        one = sellers.create(new NewSeller("One " + unique, new Mark("1", 1), SenderAddress.EMPTY));
        two = sellers.create(new NewSeller("Two " + unique, new Mark("2", 2), SenderAddress.EMPTY));
        handler.gate = new CountDownLatch(0);
        handler.repaired = false;
    }

    @Test
    void oneBadRowNeverStopsABatchAndFailedRowsCanBeRetried() {
        SellerScope.run(Set.of(one, two), () -> {
            BatchId id = start(
                    row(one, 1, "good"),
                    row(one, 2, "throws"),
                    row(two, 3, "refused"),
                    row(two, 4, "unclear"),
                    row(two, 5, "good"));

            finished(id);
            BatchProgress progress = progress(id);
            assertThat(List.of(progress.done(), progress.failed(), progress.pending()))
                    .containsExactly(2, 2, 1);
            assertThat(progress.startedBy()).isEqualTo(SHIPPER);
            List<BatchRow> rows = batches.rows(id, null, -1, 10);
            assertThat(rows.get(0).result()).isEqualTo("L-1");
            assertThat(rows.get(0).price()).extracting(Price::currency).isEqualTo("EUR");
            assertThat(rows.get(1).code()).isEqualTo("unexpected");
            assertThat(rows.get(2).fix()).isEqualTo("Correct the address.");
            await().until(() -> pulse.changes.contains(id));

            handler.repaired = true;
            assertThat(batches.retryFailed(id)).isEqualTo(2);
            finished(id);
            assertThat(progress(id).done()).isEqualTo(3);
            assertThat(batches.rows(id, RowState.FAILED, -1, 10))
                    .extracting(BatchRow::subject)
                    .containsExactly(2L);
            assertThat(batches.rows(id, RowState.DONE, -1, 10).getLast().attempt())
                    .isEqualTo(1);
            assertThat(batches.rows(id, null, 1, 1).getFirst().attempt()).isEqualTo(2);

            batches.settle("test.parcels", 4, RowOutcome.done("JJD4"));
            assertThat(batches.rows(id, RowState.PENDING, -1, 10)).isEmpty();
        });
    }

    @Test
    void aBatchEndsThoughItsFailedRowsWereRetriedWhileOthersStillRan() {
        BatchId id = SellerScope.get(
                Set.of(one, two),
                () -> start(row(one, 1, "refused"), row(one, 2, "held"), row(two, 3, "held"), row(two, 4, "held")));
        SellerScope.run(Set.of(one, two), () -> awaitProgress(id, now -> now.failed() == 1 && now.running() == 3));
        SellerScope.run(one, () -> {
            assertThat(batches.retryFailed(id)).isEqualTo(1);
            awaitProgress(id, now -> now.failed() == 1 && now.waiting() == 0);
            await().until(() -> !jobs.isScheduled(BatchService.RUN, id + "-2"));
            assertThat(progress(id).isFinished())
                    .as("rows of theirs and of another seller are still at work")
                    .isFalse();
        });
        handler.held.release(3);
        SellerScope.run(Set.of(one, two), () -> {
            finished(id);
            assertThat(progress(id).done()).isEqualTo(3);
            assertThat(progress(id).failed()).isEqualTo(1);
            await().until(() ->
                    pulse.finished.stream().anyMatch(event -> event.batch().equals(id)));
        });
    }

    @Test
    void whatBecomesOfARowWhileItIsBeingLeftPendingIsNotMissed() {
        SellerScope.run(one, () -> {
            BatchId id = start(row(one, 1, "overtaken"));
            finished(id);
            assertThat(batches.rows(id, null, -1, 1).getFirst())
                    .extracting(BatchRow::state, BatchRow::result)
                    .containsExactly(RowState.DONE, "JJD3");
        });
    }

    @Test
    void aPendingRowAsksWhatBecameOfItThoughNobodyTellsIt() {
        SellerScope.run(Set.of(one, two), () -> {
            BatchId id = start(row(one, 1, "unclear"), row(two, 2, "unclear"), row(two, 3, "good"));
            finished(id);
            List<BatchRow> pending = batches.rows(id, RowState.PENDING, -1, 10);
            assertThat(pending).hasSize(2);
            handler.known.put(pending.getFirst().id(), RowOutcome.pending("ASK", "Somebody has to look."));
            awaitProgress(
                    id,
                    progress -> "ASK"
                            .equals(batches.rows(id, RowState.PENDING, -1, 1)
                                    .getFirst()
                                    .code()));

            pending.forEach(row -> handler.known.put(row.id(), RowOutcome.failed("NO", "Not sold.", null)));
            awaitProgress(id, progress -> progress.failed() == 2 && progress.pending() == 0);
            assertThat(pulse.finished)
                    .filteredOn(event -> event.batch().equals(id))
                    .as("a batch ends once")
                    .hasSize(1);
        });
    }

    @Test
    void whoStartedABatchHearsWhatBecameOfIt() {
        SellerScope.run(Set.of(one, two), () -> {
            Instant before = Instant.now().minusSeconds(60);
            BatchId first = start(row(one, 1, "good"), row(two, 2, "refused"));
            BatchId second = start(row(one, 3, "good"));
            finished(first);
            finished(second);
            await().until(() ->
                    pulse.finished.stream().map(BatchFinished::batch).toList().containsAll(List.of(first, second)));
            assertThat(pulse.finished)
                    .filteredOn(event -> event.batch().equals(first))
                    .extracting(BatchFinished::startedBy)
                    .containsOnly(SHIPPER);
            assertThat(batches.finished(7, before, 10))
                    .filteredOn(batch -> Set.of(first, second).contains(batch.id()))
                    .as("the newest first, each with its own counts")
                    .extracting(BatchProgress::done, BatchProgress::failed)
                    .hasSize(2)
                    .contains(tuple(1, 0), tuple(1, 1));
            assertThat(batches.finished(8, before, 10))
                    .extracting(BatchProgress::id)
                    .doesNotContain(first, second);
            assertThat(batches.finished(7, Instant.now().plusSeconds(60), 10)).isEmpty();
        });
        SellerScope.run(
                Set.of(two),
                () -> assertThat(batches.finished(7, Instant.now().minusSeconds(60), 50))
                        .as("rows of other sellers are not counted, batches without own rows not there")
                        .allSatisfy(batch -> assertThat(batch.total()).isEqualTo(1)));
    }

    @Test
    void runsNoMoreOfALaneAtOnceThanTheHandlerAllows() {
        SellerScope.run(one, () -> {
            handler.gate = new CountDownLatch(1);
            BatchId id = start(
                    IntStream.range(0, 12).mapToObj(n -> row(one, n, "good")).toArray(NewRow[]::new));
            await().until(() -> handler.running(one) == 3);
            handler.gate.countDown();

            finished(id);
            assertThat(handler.mostAtOnce(one)).isEqualTo(3);
        });
    }

    @Test
    void cancelsWhatHasNotBegun() {
        SellerScope.run(one, () -> {
            handler.gate = new CountDownLatch(1);
            BatchId id = start(
                    IntStream.range(0, 8).mapToObj(n -> row(one, n, "good")).toArray(NewRow[]::new));
            awaitProgress(id, progress -> progress.running() == 3);

            assertThat(batches.cancelRest(id)).isEqualTo(5);
            handler.gate.countDown();

            finished(id);
            assertThat(progress(id).done()).isEqualTo(3);
            assertThat(progress(id).cancelled()).isEqualTo(5);
        });
    }

    @Test
    void takesUpTheRowsThatADeadNodeWasRunning() {
        SellerScope.run(one, () -> {
            BatchId id = transactions.call(() -> {
                BatchId started = start(row(one, 1, "good"), row(one, 2, "good"));
                entities.flush();
                int running = jdbc.sql("update batch_row set state = 'RUNNING', round = 1, attempt = 1"
                                + " where batch_id = :id and position = 0")
                        .param("id", started.value())
                        .update();
                assertThat(running).isEqualTo(1);
                return started;
            });

            finished(id);
            assertThat(progress(id).done()).isEqualTo(2);
            assertThat(batches.rows(id, null, -1, 1).getFirst().attempt()).isEqualTo(2);
        });
    }

    @Test
    void someFailedRowsAreTriedAgainAndTheOthersStay() {
        SellerScope.run(Set.of(one), () -> {
            BatchId id = start(row(one, 1, "refused"), row(one, 2, "refused"), row(one, 3, "good"));
            finished(id);

            handler.repaired = true;
            assertThat(batches.retryFailed(id, Set.of(2L, 3L))).isEqualTo(1);
            finished(id);
            assertThat(progress(id).done()).isEqualTo(2);
            assertThat(batches.rows(id, RowState.FAILED, -1, 10))
                    .extracting(BatchRow::subject)
                    .containsExactly(1L);
        });
    }

    @Test
    void showsABatchToThoseWhoSeeOneOfItsRowsAndOnlyTheirRows() {
        BatchId shared = SellerScope.get(Set.of(one, two), () -> start(row(one, 1, "good"), row(two, 2, "good")));
        BatchId theirs = SellerScope.get(Set.of(two), () -> start(row(two, 3, "good")));

        SellerScope.run(one, () -> {
            assertThat(progress(shared).total()).isEqualTo(1);
            assertThat(batches.rows(shared, null, -1, 10))
                    .extracting(BatchRow::seller)
                    .containsExactly(one);
            assertThat(batches.progress(theirs)).isEmpty();
            assertThat(batches.newest(Long.MAX_VALUE, 10))
                    .extracting(BatchProgress::id)
                    .containsExactly(shared);
            assertThat(batches.retryFailed(theirs)).isZero();
            assertThat(batches.cancelRest(theirs)).isZero();
            assertThatThrownBy(() -> start(row(two, 4, "good"))).isInstanceOf(NoSellerScope.class);
        });
    }

    private BatchId start(NewRow... rows) {
        return batches.start("test.parcels", "Labels", List.of(rows), SHIPPER, Map.of("prefix", "L-"));
    }

    private static NewRow row(SellerId seller, long subject, String label) {
        return new NewRow(seller, subject, label, null);
    }

    private BatchProgress progress(BatchId id) {
        return batches.progress(id).orElseThrow();
    }

    private void finished(BatchId id) {
        awaitProgress(id, BatchProgress::isFinished);
    }

    /** Awaitility asks on a thread of its own, which has no scope. */
    private void awaitProgress(BatchId id, Predicate<BatchProgress> wanted) {
        Set<SellerId> scope = SellerScope.current();
        await().until(() -> SellerScope.get(scope, () -> wanted.test(progress(id))));
    }
}
