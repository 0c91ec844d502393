package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.packhaus.demo.RunningDemo;

/** A day with forty parcels that came back, from the scanner to the marketplace's own word that each was decided once. */
@Journey
class ReturnsDayJourneyTest {
    private static final String SELLER = "Wolkensprung";
    private static final int PARCELS = 40;

    private final Map<String, List<String>> said = new HashMap<>();

    @Test
    void eachOfFortyPiecesIsDecidedOnceAsThePersonSaid(House house) {
        var demo = house.passing();
        demo.buyersOrder(SELLER, PARCELS + 20, 17);
        demo.everythingLeaves(SELLER, "SMOOTH");
        var back = demo.buyersSendBack(SELLER, PARCELS);
        assertThat(back).hasSize(PARCELS);
        var desk =
                house.desk(demo, Locale.GERMAN).signIn(RunningDemo.administrator(Locale.GERMAN), RunningDemo.PASSWORD);

        ReturnList.open(desk, "to-decide").asksTheChannels();
        demo.goesRound("aftersales.poll");
        ReturnList.open(desk, "to-decide").hasRows().comesTo("to-decide", PARCELS);
        desk.isOpenToAll();

        long shelved = onTheShelves(demo);
        var bench = Bench.open(desk);
        desk.isOpenToAll();
        bench.knowsNothingOf("999988887777");
        var refused = back.getFirst();
        bench.scan(refused.number(), refused.order()).condition("D");
        desk.isOpenToAll();
        bench.refuse("ITEM_DAMAGED");
        said.put(refused.item(), List.of("REJECT D ITEM_DAMAGED"));
        for (var piece : back.subList(1, PARCELS)) {
            boolean used = back.indexOf(piece) % 8 == 0;
            bench.scan(piece.number(), piece.order()).condition(used ? "C" : "A");
            if (used) {
                bench.toWaste();
            } else {
                bench.toStock();
            }
            said.put(piece.item(), List.of("ACCEPT " + (used ? "C" : "A") + " RETURN_RECEIVED"));
        }
        long sellable = said.values().stream()
                .filter(words -> words.getFirst().startsWith("ACCEPT A"))
                .count();
        assertThat(onTheShelves(demo) - shelved).isEqualTo(sellable);

        demo.marketplaceHears(SELLER, 1);
        var list = ReturnList.open(desk, "to-decide").hasRows();
        var warning = list.chooseAll().takeBack(PARCELS - 1, "RETURN_RECEIVED");
        var sum = demo.text(
                "select sum(price_amount) from return_piece where seller_id = ? and item_condition <> 'D'",
                demo.seller(SELLER).value());
        assertThat(warning.replaceAll("\\D", "")).as("what it costs").isEqualTo(sum.replace(".", ""));
        assertThat(warning)
                .as("that it is final")
                .contains(desk.words("return.accept.warning.sum", "…").split("…")[1]);
        demo.marketplaceHears(SELLER, PARCELS);
        list.comesTo("decided", PARCELS);
        desk.isOpenToAll();

        long piece = demo.number("select id from return_piece where channel_item_id = ?", refused.item());
        assertThat(ReturnList.show(desk, piece).conversations()).isEmpty();
        ReturnList.show(desk, piece)
                .writes(
                        "jordis.8f3k@kunde.otto.example",
                        "Guten Tag, die Ware ist beschädigt. Wohin dürfen wir sie senden?");
        assertThat(ReturnList.show(desk, piece).conversations()).hasSize(1);
        desk.isOpenToAll();

        var order = order(desk, demo, refused.order());
        order.givesBack("3,50");
        demo.refundIsTold(refused.order());
        demo.hoursPass(1);
        demo.refundIsDone(refused.order());
        demo.piecesAreBack(SELLER, PARCELS - 1);
        order = order(desk, demo, refused.order());
        order.reads("refund.state.processed");
        assertThat(order.receipts())
                .anySatisfy(line -> assertThat(line)
                        .contains(desk.words("receipts.kind.partial-refund"))
                        .contains("3,50"));
        desk.isOpenToAll();
        var taken = order(desk, demo, back.getLast().order());
        assertThat(taken.receipts())
                .anySatisfy(line -> assertThat(line).contains(desk.words("receipts.kind.refund") + " ·"));
        assertThat(taken.receipt("refund").text()).contains(back.getLast().order());

        assertThat(demo.decisions(SELLER)).as("by the marketplace's own word").isEqualTo(said);
    }

    private static long onTheShelves(RunningDemo demo) {
        return demo.number(
                "select sum(on_hand) from stock_level where seller_id = ?",
                demo.seller(SELLER).value());
    }

    private static OrderPage order(Desk desk, RunningDemo demo, String number) {
        return OrderPage.open(desk, demo.number("select id from sales_order where order_number = ?", number));
    }
}
