package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.packhaus.demo.RunningDemo;

/** A parcel that the carrier has lost, from the list to the money. */
@Journey
class LostParcelJourneyTest {
    private static final String SELLER = "云居 Yunju Home";
    private static final int UNTIL_WRITTEN_OFF = 13 * 24;

    @Test
    void aLostParcelIsClaimedWithEvidenceAndPaid(House house) {
        var demo = house.passing();
        demo.buyersOrder(SELLER, 3, 31);
        var parcels = demo.everythingLeaves(SELLER, "LOST");
        demo.hoursPass(UNTIL_WRITTEN_OFF);
        var desk = house.desk(demo, Locale.ENGLISH)
                .signIn(RunningDemo.administrator(Locale.ENGLISH), RunningDemo.PASSWORD);

        var lost = ParcelList.open(desk, "lost").numbers().stream()
                .filter(parcels::contains)
                .findFirst()
                .orElseThrow();
        desk.isOpenToAll();
        var form = ParcelList.open(desk, "lost").finds(lost).claim(lost);
        assertThat(form.reason()).isEqualTo(desk.words("claim.reason.lost"));
        desk.isOpenToAll();
        var claims = form.opens("DHL has written it off");
        assertThat(claims.numbers()).containsOnlyOnce(lost);

        var label = demo.text(
                "select d.sha256 from label_document d join tracked_parcel t on t.purchase_id = d.purchase_id"
                        + " where t.tracking_number = ? and d.kind = 'LABEL'",
                lost);
        var evidence = claims.evidence(lost);
        assertThat(evidence.text())
                .contains(lost, demo.orderOf(lost))
                .contains(label)
                .contains("Die Sendung ist nicht auffindbar.")
                .contains("Ziel-Paketzentrum")
                .containsPattern("\\d,\\d{2,3} kg");

        claims.show(lost).into("sent", "DHL-NF 99/7", "");
        claims = ClaimList.open(desk, "sent");
        assertThat(claims.numbers()).contains(lost);
        desk.isOpenToAll();
        claims.show(lost).into("paid", "", "20.00");
        claims = ClaimList.open(desk, "over");
        assertThat(claims.numbers()).contains(lost);
        assertThat(claims.says()).contains("DHL-NF 99/7", desk.words("claim.state.paid"), "20.00");
        desk.isOpenToAll();

        OrderPage.open(desk, demo.number("select id from sales_order where order_number = ?", demo.orderOf(lost)))
                .tells("timeline.claim-open")
                .tells("timeline.claim-paid");
        desk.isOpenToAll();
    }
}
