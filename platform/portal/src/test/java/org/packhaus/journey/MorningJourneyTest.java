package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.packhaus.demo.RunningDemo;

/** The morning of a seller with two hundred orders, from the list to the marketplace's own word that all have left. */
@Journey
class MorningJourneyTest {
    private static final String SELLER = "Kiefer & Tau";

    @Test
    void twoHundredOrdersLeaveAndTheTwoWithAFaultLeaveWithThem(House house) {
        var demo = house.demo();
        demo.buyersOrder(SELLER, 200, 41);
        var hasty = demo.hastyBuyersOrder(SELLER, 2, 41);
        var here = "seller=" + demo.seller(SELLER);
        var desk = house.desk(Locale.GERMAN).signIn("versand@packhaus.example", RunningDemo.PASSWORD);

        var list = OrderList.open(desk, "tab=to-ship&" + here).hasRows();
        assertThat(list.count("to-ship")).isGreaterThanOrEqualTo(180);
        assertThat(list.count("problem")).isEqualTo(hasty.size());
        desk.isOpenToAll();
        var batch = list.chooseAll().book().runsOut();
        long freight = demo.number(
                "select count(*) from sales_order where freight and stage = 'TO_SHIP' and seller_id = ?",
                demo.seller(SELLER).value());
        desk.isOpenToAll();

        assertThat(batch.failed()).contains(hasty.toArray(String[]::new)).hasSize((int) freight + hasty.size());
        for (var order : hasty) {
            assertThat(batch.reason(order)).contains(desk.words("problem.house-number-missing"));
            batch.open(order).correctsAddress("address.house", "7a");
            desk.page().goBack();
            batch = BatchPage.arrives(desk);
        }
        batch.retry((int) freight + hasty.size()).runsOut();
        assertThat(batch.failed()).hasSize((int) freight).doesNotContain(hasty.toArray(String[]::new));

        int booked = batch.done();
        var papers = batch.print();
        assertThat(papers.pages()).as("a slip and a label each").isGreaterThanOrEqualTo(2 * booked);
        assertThat(papers.text()).contains(hasty);

        var labelled = OrderList.open(desk, "tab=label-printed&" + here).hasRows();
        labelled.chooseAll().confirm().runsOut();
        assertThat(OrderList.open(desk, "tab=sent&" + here).hasRows().count("sent"))
                .isEqualTo(booked);
        assertThat(demo.sent(SELLER)).as("by the marketplace's own word").containsEntry(true, (long) booked);
    }
}
