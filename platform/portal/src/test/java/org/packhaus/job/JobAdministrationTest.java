package org.packhaus.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.packhaus.job.JobFixtures.NOTE;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.job.JobFixtures.Note;
import org.packhaus.job.JobFixtures.NoteHandler;
import org.packhaus.job.JobRow.Again;
import org.packhaus.job.JobRow.State;
import org.packhaus.security.NewUser;
import org.packhaus.security.UserService;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.core.context.SecurityContextHolder;

@DatabaseTest
@Import(JobFixtures.class)
class JobAdministrationTest {
    private static final String PASSWORD = "correct horse battery";
    private static final SellerId ONE = new SellerId(1);
    private static int count;

    @Autowired
    JobAdministration administration;

    @Autowired
    Jobs jobs;

    @Autowired
    NoteHandler handler;

    @Autowired
    UserService users;

    @Autowired
    AuthenticationConfiguration authentication;

    @BeforeEach
    void signIn() throws Exception {
        signIn(true);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aJobThatWasGivenUpIsShownWithItsReasonAndRunsAgain() {
        SellerScope.run(ONE, () -> jobs.schedule(NOTE, "hopeless", ONE, new Note("hopeless", 4)));
        await().pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(row("hopeless").state()).isEqualTo(State.GIVEN_UP));
        JobRow row = row("hopeless");
        assertThat(row.error()).isEqualTo("IllegalStateException: wanted");
        assertThat(row.failures()).isEqualTo(4);
        assertThat(row.again()).isEqualTo(Again.YES);
        assertThat(row.sellers()).containsExactly(ONE);
        assertThat(administration.counts().givenUp()).isEqualTo(1);

        long before = runs("hopeless");
        assertThat(administration.runAgain(row.id())).isTrue();
        await().atMost(Duration.ofMinutes(1)).until(() -> runs("hopeless") > before);
    }

    @Test
    void aWaitingJobRunsNow() {
        SellerScope.run(
                ONE,
                () -> jobs.schedule(
                        NOTE,
                        "patient",
                        ONE,
                        new Note("patient", 0),
                        Instant.now().plus(Duration.ofDays(1))));
        assertThat(row("patient").state()).isEqualTo(State.WAITING);

        assertThat(administration.runAgain(row("patient").id())).isTrue();
        await().atMost(Duration.ofMinutes(1)).until(() -> runs("patient") == 1);
        await().until(() -> !jobs.isScheduled(NOTE, "patient"));
        assertThat(administration.runAgain("test.note:patient"))
                .as("it has ended")
                .isFalse();
    }

    /** A batch buys labels. */
    @Test
    void aBatchIsNeverRunFromHere() {
        SellerScope.run(
                ONE,
                () -> jobs.schedule(
                        BatchService.RUN,
                        "4711",
                        ONE,
                        new BatchService.BatchRun(4711, 1),
                        Instant.now().plus(Duration.ofDays(1))));

        JobRow batch = administration.jobs(false).stream()
                .filter(one -> one.id().equals("batch:4711"))
                .findFirst()
                .orElseThrow();
        assertThat(batch.again()).isEqualTo(Again.RECONCILED);
        assertThat(administration.runAgain("batch:4711")).isFalse();
    }

    @Test
    void knowsWhatComesAgainAndAgain() {
        assertThat(administration.recurring())
                .extracting(RecurringRow::name)
                .contains("order.import", "shipment.ledger", "stock.push");
    }

    @Test
    void isForAdministratorsOnly() throws Exception {
        signIn(false);
        assertThatThrownBy(() -> administration.jobs(false)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> administration.counts()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> administration.recurring()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> administration.runAgain("x")).isInstanceOf(AccessDeniedException.class);
    }

    private JobRow row(String key) {
        return administration.jobs(false).stream()
                .filter(one -> one.id().equals("test.note:" + key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no job " + key));
    }

    private long runs(String text) {
        return handler.seen.stream()
                .filter(seen -> seen.note().text().equals(text))
                .count();
    }

    private void signIn(boolean administrator) throws Exception {
        String email = "jobs" + ++count + "@example.org";
        users.create(new NewUser(email, "Jobs", PASSWORD, "en", administrator));
        SecurityContextHolder.getContext()
                .setAuthentication(authentication
                        .getAuthenticationManager()
                        .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(email, PASSWORD)));
    }
}
