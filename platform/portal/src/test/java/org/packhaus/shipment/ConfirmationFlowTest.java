package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.job.Jobs;
import org.packhaus.job.RowOutcome;
import org.packhaus.order.ChannelOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.Stage;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.shipment.FakeChannelDesk.Mood;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A parcel is reported to the channel exactly once, and the channel holds what was reported. */
@DatabaseTest
class ConfirmationFlowTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    Jobs jobs;

    private static int orders;
    private FlowFixture flow;
    private FlowFixture.Life node;
    private OrderId order;
    private String number;
    private BoughtLabel label;

    @BeforeEach
    void aLabel() {
        flow = new FlowFixture(context);
        node = flow.life("a");
        number = "k" + ++orders;
        order = flow.order(number, PROCESSABLE, "LAMP", "RUG");
        label = node.label(order);
    }

    @Test
    void reportsReadsBackAndSendsTheOrderOff() {
        ConfirmationId report = node.schedule(order);
        assertThat(flow.imports.in(() -> jobs.isScheduled(ConfirmationMoves.JOB, report.toString())))
                .as("a job goes on if nobody else does")
                .isTrue();
        assertThat(node.goOn(report)).isEmpty();

        assertThat(flow.confirmed(order)).isEqualTo(ConfirmationState.CONFIRMED);
        assertThat(flow.row(order).stage()).isEqualTo(Stage.SENT);
        assertThat(flow.row(order).confirmed()).isEqualTo(1);
        assertThat(flow.channel.taken()).singleElement().satisfies(sent -> {
            assertThat(sent.carrierCode()).isEqualTo("DHL");
            assertThat(sent.trackingNumber()).isEqualTo(label.trackingNumber());
            assertThat(sent.returnNumber()).isEqualTo(label.returnNumber());
            assertThat(sent.shippedAt()).isEqualTo(flow.clock.instant());
            assertThat(sent.shipFrom().city()).isEqualTo("Hamburg");
            assertThat(sent.items())
                    .extracting(Confirmation.Item::channelItemId)
                    .containsExactlyInAnyOrder(number + "-0", number + "-1");
        });
    }

    @Test
    void reportsOnceHoweverOftenSomebodyConfirms() throws Exception {
        FlowFixture.Life other = flow.life("b");
        try (var pool = Executors.newFixedThreadPool(6)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                FlowFixture.Life mine = i % 2 == 0 ? node : other;
                all.add(pool.submit(() -> mine.goOn(mine.schedule(order))));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        node.goOn(node.schedule(order));
        assertThat(flow.channel.posts()).isEqualTo(1);
        assertThat(flow.confirmed(order)).isEqualTo(ConfirmationState.CONFIRMED);
    }

    @Test
    void looksBeforeItReportsAgainWhenTheAnswerIsLost() {
        flow.channel.next(Mood.LOSES_ANSWER);
        ConfirmationId report = node.schedule(order);
        assertThat(node.goOn(report)).isPresent();
        assertThat(flow.confirmed(order)).isEqualTo(ConfirmationState.UNCLEAR);

        flow.clock.turn(Duration.ofSeconds(6));
        assertThat(node.goOn(report)).isEmpty();
        assertThat(flow.confirmed(order)).isEqualTo(ConfirmationState.CONFIRMED);
        assertThat(flow.channel.posts()).isEqualTo(1);
    }

    @Test
    void reportsAgainOnceTheChannelIsCertainThatItKnowsNothing() {
        flow.channel.next(Mood.BREAKS_BEFORE);
        ConfirmationId report = node.schedule(order);
        node.goOn(report);
        flow.clock.turn(Duration.ofSeconds(6));
        assertThat(node.goOn(report)).isPresent();
        assertThat(flow.channel.posts()).as("it may still be at it").isEqualTo(1);
        flow.clock.turn(Duration.ofSeconds(20));
        node.goOn(report);
        flow.clock.turn(Duration.ofSeconds(20));
        node.goOn(report);
        assertThat(flow.confirmed(order)).isEqualTo(ConfirmationState.CONFIRMED);
        assertThat(flow.channel.taken()).hasSize(1);
    }

    @Test
    void takesADuplicateForSuccessWhenTheChannelHoldsTheSame() {
        flow.channel.holds(expected(), label.returnNumber());
        ConfirmationId report = node.schedule(order);
        node.goOn(report);
        flow.clock.turn(Duration.ofSeconds(6));
        node.goOn(report);
        assertThat(flow.confirmed(order)).isEqualTo(ConfirmationState.CONFIRMED);
        assertThat(flow.row(order).stage()).isEqualTo(Stage.SENT);
    }

    @Test
    void saysWhatDiffersBetweenTheParcelAndWhatTheChannelHolds() {
        flow.channel.holds(expected(), Optional.of(new ReturnNumber("DHL", "SOMETHING-ELSE")));
        ConfirmationId report = node.schedule(order);
        node.goOn(report);
        flow.clock.turn(Duration.ofSeconds(6));
        node.goOn(report);
        assertThat(flow.confirmed(order)).isEqualTo(ConfirmationState.MISMATCH);
        assertThat(flow.row(order).problem()).isNotNull().satisfies(p -> {
            assertThat(p.code()).isEqualTo(ConfirmationProblems.REPORTED_OTHERWISE);
            assertThat(p.text()).contains("SOMETHING-ELSE");
        });
    }

    private Confirmation expected() {
        return new Confirmation(
                "DHL",
                label.trackingNumber(),
                label.returnNumber(),
                flow.clock.instant(),
                ChannelOrders.GOETTINGEN,
                List.of(
                        new Confirmation.Item("id-" + number, number + "-0"),
                        new Confirmation.Item("id-" + number, number + "-1")));
    }

    @Test
    void findsItsReportAgainAfterTheProcessDied() {
        flow.channel.next(Mood.CALLER_DIES_AFTER);
        ConfirmationId report = node.schedule(order);
        assertThatThrownBy(() -> node.goOn(report)).isInstanceOf(FakeCarrier.ProcessDied.class);

        flow.clock.turn(Duration.ofSeconds(1));
        FlowFixture.Life again = flow.life("a");
        assertThat(again.goOn(report)).isEmpty();
        assertThat(flow.confirmed(order)).isEqualTo(ConfirmationState.CONFIRMED);
        assertThat(flow.channel.posts()).isEqualTo(1);
    }

    @Test
    void reportsNoParcelWhoseOrderWasCancelled() {
        ConfirmationId report = node.schedule(order);
        flow.cancel(number, 0);

        assertThat(node.goOn(report)).isEmpty();
        assertThat(flow.channel.posts()).isZero();
        assertThat(flow.confirmed(order)).isEqualTo(ConfirmationState.STOPPED);
        assertThat(flow.row(order).problem())
                .isNotNull()
                .satisfies(p -> assertThat(p.code()).isEqualTo(CancelledOrders.LABEL_LEFT));
    }

    @Test
    void waitsAsLongAsTheChannelAsks() {
        flow.channel.next(Mood.BUSY);
        ConfirmationId report = node.schedule(order);
        assertThat(node.goOn(report)).hasValue(Duration.ofSeconds(7));
        assertThat(node.goOn(report)).isPresent();
        assertThat(flow.channel.posts()).isEqualTo(1);
        flow.clock.turn(Duration.ofSeconds(7));
        assertThat(node.goOn(report)).isEmpty();
        assertThat(flow.confirmed(order)).isEqualTo(ConfirmationState.CONFIRMED);
    }

    @Test
    void goesOnByItselfAfterTheCredentialsAreRepaired() {
        flow.channel.next(Mood.BAD_CREDENTIALS, Mood.BAD_CREDENTIALS);
        ConfirmationId report = node.schedule(order);
        node.goOn(report);
        flow.clock.turn(Duration.ofMinutes(1));
        node.goOn(report);
        flow.clock.turn(Duration.ofMinutes(1));
        assertThat(node.goOn(report)).isEmpty();
        assertThat(flow.confirmed(order)).isEqualTo(ConfirmationState.CONFIRMED);
    }

    @Test
    void reportsARefusedOneAgainAfterItWasMended() {
        flow.channel.next(Mood.REFUSES);
        assertThat(node.goOn(node.schedule(order))).isEmpty();
        assertThat(flow.confirmed(order)).isEqualTo(ConfirmationState.REFUSED);
        assertThat(flow.row(order).problem()).isNotNull();
        assertThat(node.goOn(node.schedule(order))).isEmpty();
        assertThat(flow.confirmed(order)).isEqualTo(ConfirmationState.CONFIRMED);
    }

    @Test
    void keepsALabelFromBeingVoidedOnceTheChannelKnowsIt() {
        node.goOn(node.schedule(order));
        assertThat(flow.imports.in(() -> node.ledger.voidLabel(label.purchase(), "Ida")))
                .isInstanceOfSatisfying(
                        VoidOutcome.Refused.class, r -> assertThat(r.code()).isEqualTo("already-confirmed"));
        assertThat(flow.carrier.cancellations()).isZero();
    }

    @Test
    void reportsNoLabelThatIsGivenBack() {
        ConfirmationId report = node.schedule(order);
        flow.imports.in(() -> node.ledger.voidLabel(label.purchase(), "Ida"));
        assertThat(node.goOn(report)).isEmpty();
        assertThat(flow.channel.posts()).isZero();
    }

    @Test
    void aReportThatIsWantedAgainHasAJobOfItsOwn() {
        flow.channel.next(Mood.REFUSES);
        ConfirmationId report = node.schedule(order);
        node.goOn(report);
        node.schedule(order);
        assertThat(context.getBean(JdbcClient.class)
                        .sql("select count(*) from scheduled_tasks where task_instance like ?")
                        .param(ConfirmationMoves.JOB.name() + ":" + report + "%")
                        .query(Integer.class)
                        .single())
                .as("the one of before may be just ending")
                .isEqualTo(2);
    }

    @Test
    void aParcelThatWasGivenUpSpeaksNoMoreForTheOrder() {
        ConfirmationId report = node.schedule(order);
        flow.cancel(number, 0);
        node.goOn(report);
        assertThat(flow.imports.in(() -> node.moves.outcome(order))).get().isInstanceOf(RowOutcome.Failed.class);

        flow.imports.in(() -> node.ledger.voidLabel(label.purchase(), "Ida"));
        BoughtLabel second = node.label(order);
        node.report(order);
        assertThat(flow.imports.in(() -> node.moves.outcome(order))).contains(RowOutcome.done(second.trackingNumber()));
    }
}
