package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.order.Stage;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.shipment.CorrectionRow.Kind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What was wrong is put right: labels given back and bought from another carrier, numbers corrected by hand. */
@DatabaseTest
class CorrectionFlowTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    OrderService orders;

    @Autowired
    NumberCorrections corrections;

    private FlowFixture flow;
    private FlowFixture.Life node;

    @BeforeEach
    void aSeller() {
        flow = new FlowFixture(context);
        node = flow.life("a");
    }

    private ParcelRow parcel(OrderId order) {
        return flow.shipments(order).getFirst().parcels().getFirst();
    }

    private CorrectionOutcome correct(OrderId order, Kind kind, String number) {
        return flow.imports.in(() -> corrections.correct(parcel(order).id(), kind, number, "mixed up at the counter"));
    }

    @Test
    void aGivenBackLabelIsBoughtAnewAndTheOldOneIsNeverReported() {
        OrderId order = flow.order("v1", PROCESSABLE, "LAMP");
        BoughtLabel first = node.label(order);
        assertThat(flow.imports.in(() -> node.ledger.voidLabel(first.purchase(), "test")))
                .isInstanceOf(VoidOutcome.Voided.class);
        assertThat(flow.row(order).stage()).isEqualTo(Stage.TO_SHIP);
        node.book(order);
        assertThat(flow.carrier.charges())
                .as("only a person makes a second label")
                .hasSize(1);

        flow.imports.in(() -> node.ledger.newGeneration(parcel(order).id(), "another carrier", "test"));
        node.book(order);
        BoughtLabel second = node.label(order);
        assertThat(second.trackingNumber()).isNotEqualTo(first.trackingNumber());
        node.report(order);
        assertThat(flow.channel.taken())
                .extracting(report -> report.trackingNumber())
                .containsExactly(second.trackingNumber());
        assertThat(parcel(order).labels()).as("both stay in the history").hasSize(2);
    }

    @Test
    void saysThatALabelNobodyTakesBackIsChargedOnlyWhenItIsScanned() {
        flow.desk.abilities(true, true, false);
        OrderId order = flow.order("v2", PROCESSABLE, "LAMP");
        BoughtLabel label = node.label(order);
        VoidOutcome outcome = flow.imports.in(() -> node.ledger.voidLabel(label.purchase(), "test"));
        assertThat(outcome).isInstanceOfSatisfying(VoidOutcome.Voided.class, voided -> {
            assertThat(voided.refunded()).isFalse();
            assertThat(voided.text()).contains("destroy it", "only if it is scanned");
        });
    }

    @Test
    void reportsTheCorrectedNumbersAndKeepsWhatTheyWere() {
        OrderId order = flow.order("n1", PROCESSABLE, "LAMP");
        BoughtLabel label = node.label(order);
        assertThat(correct(order, Kind.TRACKING, " 0034 0000 1111 ").reported()).isTrue();
        correct(order, Kind.RETURN, "RET-2222");
        assertThat(parcel(order).corrections())
                .extracting(CorrectionRow::before, CorrectionRow::after)
                .contains(org.assertj.core.groups.Tuple.tuple(label.trackingNumber(), "003400001111"));
        node.report(order);
        var told = flow.channel.taken().getFirst();
        assertThat(told.trackingNumber()).isEqualTo("003400001111");
        assertThat(told.returnNumber()).isEqualTo(Optional.of(new ReturnNumber("DHL", "RET-2222")));
        assertThat(flow.confirmed(order)).isEqualTo(ConfirmationState.CONFIRMED);
        assertThat(parcel(order).label().orElseThrow().trackingNumber())
                .as("what was bought stays written")
                .isEqualTo(label.trackingNumber());
        assertThat(flow.imports.in(() -> orders.details(order)).timeline())
                .extracting(entry -> entry.code())
                .contains("number-corrected");
    }

    @Test
    void saysWhatAPersonHasToDoWhenTheChannelKnowsTheOldNumber() {
        OrderId order = flow.order("n2", PROCESSABLE, "LAMP");
        node.label(order);
        node.report(order);
        CorrectionOutcome outcome = correct(order, Kind.TRACKING, "003400003333");
        assertThat(outcome.reported()).isFalse();
        assertThat(outcome.text()).contains("Write the corrected number to the buyer");
        node.report(order);
        assertThat(flow.channel.posts()).as("nothing is told twice").isEqualTo(1);
        assertThat(flow.confirmed(order)).isEqualTo(ConfirmationState.CONFIRMED);
    }

    @Test
    void refusesCorrectionsThatCannotBe() {
        OrderId order = flow.order("n3", PROCESSABLE, "LAMP");
        BoughtLabel label = node.label(order);
        OrderId other = flow.order("n4", PROCESSABLE, "LAMP");
        BoughtLabel others = node.label(other);
        assertThatThrownBy(() -> correct(order, Kind.TRACKING, "x")).hasMessageContaining("5 to 60");
        assertThatThrownBy(() -> correct(order, Kind.TRACKING, label.trackingNumber()))
                .hasMessageContaining("already");
        assertThatThrownBy(() -> correct(order, Kind.TRACKING, others.trackingNumber()))
                .hasMessageContaining("Another parcel");
        assertThatThrownBy(() -> flow.imports.in(
                        () -> corrections.correct(parcel(order).id(), Kind.TRACKING, "003400009999", " ")))
                .hasMessageContaining("why");
        assertThat(parcel(order).corrections()).isEqualTo(List.of());
    }
}
