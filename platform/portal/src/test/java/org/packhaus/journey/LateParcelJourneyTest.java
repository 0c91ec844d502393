package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.packhaus.demo.RunningDemo;

/** Parcels that will be late: seen while something can be done, asked about at the carrier when they are, and counted in the end. */
@Journey
class LateParcelJourneyTest {
    private static final String SELLER = "Kiefer & Tau";
    private static final int MOST_STEPS = 20;

    @Test
    void aLateParcelIsSeenInTimeAskedAboutAndCounted(House house) {
        var demo = house.passing();
        demo.buyersOrder(SELLER, 4, 23);
        var forgotten = demo.everythingLeaves(SELLER, "LEFT_LATE");
        demo.buyersOrder(SELLER, 6, 24);
        var slow = demo.everythingLeaves(SELLER, "SLOW");
        demo.buyersOrder(SELLER, 12, 25);
        demo.everythingLeaves(SELLER, "SMOOTH");
        var desk = house.desk(demo, Locale.CHINESE)
                .signIn(RunningDemo.administrator(Locale.CHINESE), RunningDemo.PASSWORD);

        morningsUntil(demo, desk, "at-risk", forgotten);
        var warned = ParcelList.open(desk, "at-risk").numbers().stream()
                .filter(forgotten::contains)
                .findFirst()
                .orElseThrow();
        desk.isOpenToAll();
        assertThat(ParcelList.open(desk, "at-risk").finds(warned).cells())
                .anySatisfy(cell ->
                        assertThat(cell).contains(desk.words("trouble.at-risk"), desk.words("measure.look-for-it")));

        morningsUntil(demo, desk, "late", slow);
        desk.isOpenToAll();
        var late = ParcelList.open(desk, "late").numbers().stream()
                .filter(slow::contains)
                .findFirst()
                .orElseThrow();
        var parcel = ParcelList.open(desk, "late").finds(late);
        assertThat(parcel.cells())
                .anySatisfy(cell -> assertThat(cell).contains(desk.words("measure.investigate")))
                .anySatisfy(cell -> assertThat(cell).contains(desk.words("promise.late-carrier")));
        var form = parcel.claim(late);
        assertThat(form.reason()).isIn(desk.words("claim.reason.late"), desk.words("claim.reason.stuck"));
        desk.isOpenToAll();
        var claims = form.opens("请查找包裹");
        assertThat(claims.numbers()).contains(late);
        claims.show(late).into("sent", "NF-2026/4711", "");
        assertThat(ClaimList.open(desk, "sent").numbers()).contains(late);
        desk.isOpenToAll();

        var number = answersOnlyWhatWasAsked(demo, desk, late);
        var claim = ClaimList.open(desk, "sent").show(late);
        assertThat(claim.conversations()).contains(number);
        claim.closes();

        demo.hoursPass(8 * 24);
        var of = " from tracked_parcel where product = 'V01PAK' and verdict ";
        long kept = demo.number("select count(*)" + of + "= 'ON_TIME'");
        long broken = demo.number("select count(*)" + of + "= 'LATE_CARRIER'");
        assertThat(broken).isGreaterThanOrEqualTo(1);
        desk.go(Screen.SCORECARDS, "scorecards").sees(".scorecards vaadin-grid .share");
        desk.isOpenToAll();
        var percent = NumberFormat.getPercentInstance(Locale.CHINESE);
        percent.setMaximumFractionDigits(1);
        desk.find(".scorecards vaadin-grid .share")
                .getByText(
                        percent.format((double) kept / (kept + broken)), new Locator.GetByTextOptions().setExact(true))
                .first()
                .waitFor();
    }

    /** Time passes until the list shows one of these. */
    private static void morningsUntil(RunningDemo demo, Desk desk, String filter, List<String> parcels) {
        for (int step = 0; step < MOST_STEPS; step++) {
            var list = ParcelList.open(desk, filter);
            if (list.count(filter) > 0 && list.numbers().stream().anyMatch(parcels::contains)) {
                return;
            }
            demo.hoursPass(6);
        }
        throw new AssertionError("None of " + parcels + " under " + filter);
    }

    /** The marketplace wants no mails about shipping: a question is answered, and nothing else is offered. */
    private static String answersOnlyWhatWasAsked(RunningDemo demo, Desk desk, String parcel) {
        var order = demo.orderOf(parcel);
        demo.buyerAsks(SELLER, order);
        var page = CasePage.openOf(desk, order)
                .offersNo("shipping-notice")
                .linksTheClaim(parcel)
                .givesTo("Jörg Mühlenbäcker")
                .answers("Guten Tag, Ihr Paket ist verspätet. DHL sucht danach, und wir melden uns.")
                .isSent();
        desk.isOpenToAll();
        return page.number();
    }
}
