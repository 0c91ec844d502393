package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.OrderService;
import org.packhaus.order.Problem;
import org.packhaus.order.Stage;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.Weight;
import org.packhaus.shipment.FakeChannelDesk.Mood;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A wardrobe in three boxes: three labels, one report. */
@DatabaseTest
class BoxesFlowTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    OrderService orders;

    private FlowFixture flow;
    private FlowFixture.Life node;

    @BeforeEach
    void aSeller() {
        flow = new FlowFixture(context);
        node = flow.life("a");
        flow.comesInBoxes("WARDROBE", 60_001, 3);
    }

    @Test
    void buysALabelForEachBoxAndReportsThemAtOnce() {
        OrderId order = flow.order("w1", PROCESSABLE, "WARDROBE", "LAMP");
        assertThat(node.book(order).problems()).isEmpty();
        assertThat(flow.carrier.charges()).hasSize(4);
        List<ParcelRow> boxes =
                flow.live(order).stream().filter(ParcelRow::dealt).toList();
        assertThat(boxes).hasSize(3).allSatisfy(box -> {
            assertThat(box.items()).hasSize(1);
            assertThat(box.weight()).as("its share").isEqualTo(Weight.grams(20_001));
        });
        assertThat(boxes)
                .extracting(ParcelRow::shipment)
                .as("they leave together")
                .containsOnly(boxes.getFirst().shipment());

        node.report(order);
        node.report(order);
        assertThat(flow.channel.boxed()).hasSize(1);
        List<Confirmation> together = flow.channel.boxed().getFirst();
        assertThat(together).hasSize(3);
        assertThat(together).extracting(Confirmation::trackingNumber).doesNotHaveDuplicates();
        assertThat(together)
                .extracting(Confirmation::items)
                .containsOnly(together.getFirst().items());
        assertThat(flow.channel.taken()).as("the lamp alone").hasSize(1);
        assertThat(flow.live(order))
                .extracting(box -> FlowFixture.there(box.confirmation()).state())
                .containsOnly(ConfirmationState.CONFIRMED);
        assertThat(flow.row(order).stage()).isEqualTo(Stage.SENT);
        assertThat(flow.row(order).confirmed()).isEqualTo(4);
    }

    @Test
    void asksTheChannelBeforeItReportsBoxesAgain() {
        OrderId order = flow.order("w2", PROCESSABLE, "WARDROBE");
        node.book(order);
        flow.channel.next(Mood.LOSES_ANSWER);
        node.report(order);
        flow.clock.turn(Duration.ofMinutes(5));
        node.report(order);
        assertThat(flow.channel.boxed()).hasSize(1);
        assertThat(flow.channel.posts()).isEqualTo(1);
        assertThat(flow.live(order))
                .extracting(box -> FlowFixture.there(box.confirmation()).state())
                .containsOnly(ConfirmationState.CONFIRMED);
    }

    @Test
    void saysWhichBoxTheChannelDoesNotHold() {
        OrderId order = flow.order("w3", PROCESSABLE, "WARDROBE");
        node.book(order);
        flow.channel.next(Mood.LOSES_ANSWER);
        node.report(order);
        String second =
                FlowFixture.there(flow.live(order).get(1).label().orElseThrow().trackingNumber());
        flow.channel.loses(second);
        flow.clock.turn(Duration.ofMinutes(5));
        node.report(order);
        assertThat(flow.live(order))
                .extracting(box -> FlowFixture.there(box.confirmation()).state())
                .containsOnly(ConfirmationState.MISMATCH);
        assertThat(FlowFixture.there(flow.row(order).problem()).text()).contains(second);
    }

    @Test
    void reportsNoHalfAWardrobe() {
        OrderId order = flow.order("w4", PROCESSABLE, "WARDROBE");
        flow.carrier.next(FakeCarrier.Mood.REFUSES);
        node.book(order);
        assertThat(flow.carrier.charges()).hasSize(2);
        node.report(order);
        assertThat(flow.channel.posts()).as("one box has no label").isZero();
        node.book(order);
        node.report(order);
        assertThat(flow.channel.boxed()).hasSize(1);
        assertThat(flow.carrier.charges()).hasSize(3);
    }

    @Test
    void buysNothingWhereTheChannelTakesAPieceInOneParcelOnlyUnlessAPersonPacksItSo() {
        flow.channel.takesNoBoxes();
        OrderId order = flow.order("w5", PROCESSABLE, "WARDROBE");
        assertThat(node.book(order).problems()).extracting(Problem::code).contains("several-packages");
        assertThat(flow.carrier.charges()).isEmpty();
        ItemId wardrobe = flow.imports.in(() -> orders.shippable(order).allItems().stream()
                .map(OrderItem::id)
                .findFirst()
                .orElseThrow());
        flow.imports.in(() -> {
            node.planner.save(new ParcelPlan(
                    order,
                    0,
                    List.of(new ParcelPlan.Box(null, 1, List.of(wardrobe), Weight.grams(9_000), null)),
                    List.of()));
            return true;
        });
        assertThat(node.book(order).problems()).isEmpty();
        node.report(order);
        assertThat(flow.carrier.charges()).hasSize(1);
        assertThat(flow.channel.taken()).hasSize(1);
    }
}
