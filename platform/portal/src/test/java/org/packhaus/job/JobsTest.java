package org.packhaus.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.packhaus.job.JobFixtures.NOTE;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.JobFixtures.Note;
import org.packhaus.job.JobFixtures.NoteHandler;
import org.packhaus.job.JobFixtures.Round;
import org.packhaus.job.JobFixtures.Seen;
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
class JobsTest {
    private static final SellerId ONE = new SellerId(1);
    private static final SellerId TWO = new SellerId(2);

    @Autowired
    Jobs jobs;

    @Autowired
    NoteHandler handler;

    @Autowired
    Round round;

    @Autowired
    SellerService sellers;

    @Autowired
    TransactionRetry transactions;

    @Autowired
    Scheduler scheduler;

    @Autowired
    JdbcClient jdbc;

    @Test
    void runsAJobWithItsSellersInScopeOnceItsTransactionHasCommitted() {
        SellerScope.run(
                Set.of(ONE, TWO),
                () -> transactions.run(() -> {
                    assertThat(jobs.schedule(
                                    NOTE, "committed", Set.of(ONE, TWO), new Note("committed", 0), Instant.now()))
                            .isTrue();
                    assertThat(jobs.schedule(NOTE, "committed", ONE, new Note("twice", 0)))
                            .isFalse();
                    assertThat(seen("committed")).isEmpty();
                }));

        await().untilAsserted(() -> assertThat(seen("committed"))
                .containsExactly(new Seen(new Note("committed", 0), Set.of(ONE, TWO), "test.note")));
        await().until(() -> !jobs.isScheduled(NOTE, "committed"));
        assertThat(seen("twice")).isEmpty();
    }

    @Test
    void forgetsAJobWhoseTransactionWasRolledBack() {
        SellerScope.run(ONE, () -> {
            assertThatThrownBy(() -> transactions.run(() -> {
                        jobs.schedule(NOTE, "rolled-back", ONE, new Note("rolled-back", 0));
                        assertThat(jobs.isScheduled(NOTE, "rolled-back")).isTrue();
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessage("rolled back");
            assertThat(jobs.isScheduled(NOTE, "rolled-back")).isFalse();

            // One behind it in the queue has run: the first would have had its chance.
            jobs.schedule(NOTE, "after", ONE, new Note("after", 0));
        });
        await().until(() -> !seen("after").isEmpty());
        assertThat(seen("rolled-back")).isEmpty();
    }

    @Test
    void keepsJobDataAsJson() {
        Instant later = Instant.now().plus(Duration.ofDays(1));
        SellerScope.run(ONE, () -> {
            jobs.schedule(NOTE, "json", ONE, new Note("größer", 0), later);
            assertThat(jdbc.sql(
                                    "select convert(task_data using utf8mb4) from scheduled_tasks where task_instance = 'test.note:json'")
                            .query(String.class)
                            .single())
                    .startsWith("{")
                    .contains("\"sellers\":[1]")
                    .contains("größer");
            jobs.cancel(NOTE, "json");
            assertThat(jobs.isScheduled(NOTE, "json")).isFalse();
        });
    }

    @Test
    void triesAgainAndGivesUpOnlyWhenTheHandlerSaysSo() {
        SellerScope.run(ONE, () -> {
            jobs.schedule(NOTE, "fails-twice", ONE, new Note("fails-twice", 2));
            jobs.schedule(NOTE, "fails-always", ONE, new Note("fails-always", 99));
        });

        await().atMost(Duration.ofSeconds(30))
                .until(() -> !jobs.isScheduled(NOTE, "fails-twice") && !jobs.isScheduled(NOTE, "fails-always"));
        assertThat(seen("fails-twice")).hasSize(3);
        assertThat(seen("fails-always")).hasSize(4);
    }

    @Test
    void takesNoJobForASellerOutOfScope() {
        SellerScope.run(
                ONE,
                () -> assertThatThrownBy(() -> jobs.schedule(NOTE, "foreign", TWO, new Note("foreign", 0)))
                        .isInstanceOf(NoSellerScope.class));
    }

    /** Two schedulers on one table is what MySQL's lock-and-fetch on MariaDB must survive. */
    @Test
    void runsEveryOfManyJobsExactlyOnce() {
        SellerScope.run(
                ONE,
                () -> transactions.run(() -> IntStream.range(0, 200)
                        .forEach(number -> jobs.schedule(NOTE, "many-" + number, ONE, new Note("many-" + number, 0)))));

        await().atMost(Duration.ofSeconds(30)).until(() -> handled("many-").size() == 200);
        assertThat(handled("many-")).doesNotHaveDuplicates();
        assertThat(scheduler.getSchedulerState().isStarted()).isTrue();
    }

    @Test
    void givesEverySellerTheirTurn() {
        SellerId seller = sellers.create(new NewSeller("Reihum", new Mark("R", 1), SenderAddress.EMPTY));

        await().until(() -> round.seen.contains(seller));
        assertThat(round.actors).as("done in the job's own name").containsExactly("test.round");
    }

    private List<Seen> seen(String text) {
        return handler.seen.stream()
                .filter(seen -> seen.note().text().equals(text))
                .toList();
    }

    private List<String> handled(String prefix) {
        return handler.seen.stream()
                .map(seen -> seen.note().text())
                .filter(text -> text.startsWith(prefix))
                .toList();
    }
}
