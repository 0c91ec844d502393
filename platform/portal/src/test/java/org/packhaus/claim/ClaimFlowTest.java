package org.packhaus.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.claim.ClaimService.Facts;
import org.packhaus.database.DatabaseTest;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.BuyersErased;
import org.packhaus.order.ChannelOrders;
import org.packhaus.order.ImportFixture;
import org.packhaus.order.OrderId;
import org.packhaus.order.TimelineEntry;
import org.packhaus.order.WordsDue;
import org.packhaus.sdk.Money;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.SellerScope;
import org.packhaus.shipment.LabelRows;
import org.packhaus.shipment.PurchaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** From the parcel that nobody finds to the carrier's money. */
@DatabaseTest
class ClaimFlowTest {
    private static final Instant BOUGHT = Instant.parse("2026-11-16T09:00:00Z");
    private static final String HASH = "ab".repeat(32);

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ConnectionService connections;

    @Autowired
    TransactionRetry transactions;

    @Autowired
    ClaimService claims;

    @Autowired
    ClaimEvidence evidence;

    @Autowired
    Scheduler scheduler;

    private ImportFixture flow;
    private OrderId order;
    private PurchaseId label;

    @AfterEach
    void goOn() {
        scheduler.resume();
    }

    @BeforeEach
    void aParcelThatNobodyFinds() {
        scheduler.pause();
        flow = new ImportFixture(context);
        ConnectionId carrier = in(() -> connections.create(
                new NewConnection(flow.seller, "fake", "fake", ConnectionRole.CARRIER, "DHL Hamburg", List.of())));
        flow.channel.put(ChannelOrders.order("c1", PROCESSABLE, "LAMP"));
        flow.run();
        order = flow.row("c1").id();
        String number = new LabelRows(jdbc).bought(flow.seller, order, 1, carrier, "DHL", BOUGHT);
        label = new PurchaseId(Long.parseLong(number.substring(1)));
        LocalDateTime then = LocalDateTime.ofInstant(BOUGHT, ZoneOffset.UTC);
        jdbc.update(
                "insert into parcel_item (id, seller_id, order_id, parcel_id, order_item_id, live) values (?, ?, ?, ?, ?, 1)",
                label.value(),
                flow.seller.value(),
                order.value(),
                label.value(),
                flow.details("c1").items().getFirst().id().value());
        jdbc.update(
                "insert into label_document (id, seller_id, parcel_id, purchase_id, number, kind, type, sha256, size, content, created_at)"
                        + " values (?, ?, ?, ?, 1, 'LABEL', 'PDF', ?, 3, 'abc', ?)",
                label.value(),
                flow.seller.value(),
                label.value(),
                label.value(),
                HASH,
                then);
        jdbc.update(
                "insert into tracked_parcel (purchase_id, version, seller_id, order_id, parcel_id, connection_id, carrier_code,"
                        + " product, tracking_number, region, bought_at, state, state_at, handed_over_at, last_scan_at, attempts, open,"
                        + " urgency, next_look_at, digest) values (?, 0, ?, ?, ?, ?, 'DHL', 'V01PAK', ?, 'DE3', ?, 'LOST', ?, ?, ?, 0,"
                        + " 1, 2, ?, '')",
                label.value(),
                flow.seller.value(),
                order.value(),
                label.value(),
                carrier.value(),
                number,
                then,
                then.plusDays(12),
                then.plusHours(6),
                then.plusDays(12),
                then.plusDays(13));
        for (int i = 1; i <= 2; i++) {
            jdbc.update(
                    "insert into tracking_event (id, seller_id, order_id, purchase_id, number, happened_at, status, raw_code,"
                            + " raw_text, place, seen_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    label.value() * 10 + i,
                    flow.seller.value(),
                    order.value(),
                    label.value(),
                    i,
                    i == 1 ? then.plusHours(6) : then.plusDays(12),
                    i == 1 ? "ACCEPTED" : "LOST",
                    i == 1 ? "SHRCU" : "DSPSD",
                    i == 1 ? "Eingeliefert" : "Nicht auffindbar",
                    "Göttingen",
                    then.plusDays(13));
        }
    }

    private <T> T in(Supplier<T> work) {
        return SellerScope.get(Set.of(flow.seller), work);
    }

    private void run(Runnable work) {
        SellerScope.run(Set.of(flow.seller), work);
    }

    private ClaimId open(String note) {
        return in(() -> claims.open(
                label, ClaimReason.LOST, new Facts(Money.euro("49.90"), "", LocalDate.of(2026, 12, 24)), note));
    }

    private ClaimRow row(ClaimId id) {
        return in(() -> claims.find(id)).orElseThrow();
    }

    private String evidence(ClaimId id) {
        try (var file = Loader.loadPDF(in(() -> evidence.draw(row(id))))) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void goesFromOpenedToPaidAndKeepsWhatHappened() {
        ClaimId id = open("found nowhere");
        assertThat(row(id).state()).isEqualTo(ClaimState.OPEN);
        run(() -> claims.move(id, ClaimState.SENT, null, "by the carrier's form"));
        run(() -> claims.change(id, new Facts(Money.euro("49.90"), "NF-4711", LocalDate.of(2026, 12, 24))));
        run(() -> claims.move(id, ClaimState.ACCEPTED, null, ""));
        run(() -> claims.move(id, ClaimState.PAID, Money.euro("40"), ""));

        ClaimRow paid = row(id);
        assertThat(paid.state()).isEqualTo(ClaimState.PAID);
        assertThat(paid.amount()).isEqualTo(Money.euro("49.90"));
        assertThat(paid.paid()).isEqualTo(Money.euro("40"));
        assertThat(paid.carrierReference()).isEqualTo("NF-4711");
        assertThat(in(() -> claims.history(id)))
                .extracting(ClaimLine::state)
                .containsExactly(
                        ClaimState.OPEN, ClaimState.SENT, ClaimState.SENT, ClaimState.ACCEPTED, ClaimState.PAID);
        assertThat(in(() -> claims.history(id)))
                .extracting(ClaimLine::text)
                .contains("found nowhere", "by the carrier's form", "– → NF-4711");
        assertThat(flow.details("c1").timeline())
                .extracting(TimelineEntry::code)
                .contains("claim-open", "claim-sent", "claim-accepted", "claim-paid");
    }

    @Test
    void aParcelHasOneClaimThatIsNotOver() {
        ClaimId first = open("");
        assertThat(open("clicked twice")).isEqualTo(first);
        run(() -> claims.move(first, ClaimState.SENT, null, ""));
        run(() -> claims.move(first, ClaimState.REFUSED, null, "packed badly, they say"));
        assertThat(open("")).as("a refusal is objected to, not asked anew").isEqualTo(first);
        run(() -> claims.move(first, ClaimState.SENT, null, "objection"));
        run(() -> claims.move(first, ClaimState.DROPPED, null, "it turned up"));
        assertThat(open("broken after all")).isNotEqualTo(first);
    }

    @Test
    void doesNotGoBackwards() {
        ClaimId id = open("");
        run(() -> claims.move(id, ClaimState.SENT, null, ""));
        run(() -> claims.move(id, ClaimState.PAID, null, ""));
        assertThat(row(id).paid()).as("what was asked for").isEqualTo(Money.euro("49.90"));
        assertThatThrownBy(() -> run(() -> claims.move(id, ClaimState.REFUSED, null, "")))
                .isInstanceOfSatisfying(
                        ClaimException.class, e -> assertThat(e.code()).isEqualTo("claim-state"));
        assertThatThrownBy(() -> new Facts(Money.euro("-1"), "", null)).isInstanceOf(ClaimException.class);
    }

    @Test
    void isListedByWhoseTurnItIs() {
        ClaimId id = open("");
        assertThat(in(() -> claims.page(ClaimFilter.OPEN, null, 10)))
                .extracting(ClaimRow::id)
                .containsExactly(id);
        assertThat(in(() -> claims.page(ClaimFilter.OPEN, id, 10))).isEmpty();
        assertThat(in(claims::counts))
                .containsEntry(ClaimFilter.OPEN, 1)
                .containsEntry(ClaimFilter.SENT, 0)
                .containsEntry(ClaimFilter.ALL, 1);
        run(() -> claims.move(id, ClaimState.SENT, null, ""));
        assertThat(in(() -> claims.page(ClaimFilter.OPEN, null, 10))).isEmpty();
        assertThat(in(() -> claims.page(ClaimFilter.SENT, null, 10))).hasSize(1);
        assertThat(in(() -> claims.of(order))).extracting(ClaimRow::id).containsExactly(id);
    }

    @Test
    void isNobodyElses() {
        ClaimId id = open("");
        ImportFixture other = new ImportFixture(context);
        SellerScope.run(Set.of(other.seller), () -> {
            assertThat(claims.find(id)).isEmpty();
            assertThat(claims.unfinished(label)).isEmpty();
            assertThat(claims.page(ClaimFilter.ALL, null, 10)).isEmpty();
            assertThat(claims.counts()).containsEntry(ClaimFilter.ALL, 0);
            assertThat(claims.history(id)).isEmpty();
            assertThatThrownBy(() -> claims.open(label, ClaimReason.LOST, Facts.NONE, ""))
                    .isInstanceOfSatisfying(
                            ClaimException.class, e -> assertThat(e.code()).isEqualTo("claim-no-parcel"));
            assertThatThrownBy(() -> claims.move(id, ClaimState.SENT, null, "")).isInstanceOf(ClaimException.class);
        });
    }

    @Test
    void theEvidenceHoldsWhatTheCarrierWillAskFor() {
        assertThat(in(() -> claims.worth(label)))
                .hasValue(flow.details("c1").items().getFirst().price());
        String text = evidence(open(""));
        assertThat(text)
                .contains("DHL Hamburg", "T" + label, "c1", "LAMP", "49,90", "V01PAK", "1,25", HASH)
                .contains("SHRCU", "DSPSD", "Nicht auffindbar", "16.11.2026, 16:00", "28.11.2026, 10:00")
                .contains("Özge Yıldızhan");
    }

    @Test
    void forgetsTheBuyerWithTheOrderAndKeepsTheBooks() {
        ClaimId id = open("Frau Yıldızhan called");
        run(() -> transactions.run(() -> context.publishEvent(new BuyersErased(flow.seller, List.of(order)))));
        assertThat(in(() -> claims.history(id))).extracting(ClaimLine::text).containsExactly("");
        assertThat(row(id).amount()).isEqualTo(Money.euro("49.90"));
        assertThat(evidence(id)).contains("DSPSD").doesNotContain("Nicht auffindbar", "Göttingen, ");
    }

    @Test
    void whatIsWrittenAboutAForgottenBuyerIsForgottenInItsTime() {
        ClaimId id = open("");
        jdbc.update("update sales_order set erased_at = utc_timestamp(6) where id = ?", order.value());
        run(() -> claims.note(id, "Frau Yıldızhan called"));
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales_order where id = ? and written_at is not null",
                        Integer.class,
                        order.value()))
                .as("the erasing job looks at it again")
                .isEqualTo(1);
        Instant noted = in(() -> claims.history(id)).getLast().at();

        due(noted);
        assertThat(in(() -> claims.history(id))).extracting(ClaimLine::text).contains("Frau Yıldızhan called");
        due(noted.plusSeconds(1));
        assertThat(in(() -> claims.history(id))).extracting(ClaimLine::text).containsOnly("");
    }

    private void due(Instant before) {
        run(() -> transactions.run(() -> context.publishEvent(new WordsDue(flow.seller, List.of(order), before))));
    }
}
