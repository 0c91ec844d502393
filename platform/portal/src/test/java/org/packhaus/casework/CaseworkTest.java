package org.packhaus.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.aftersales.ReturnId;
import org.packhaus.aftersales.ReturnRow;
import org.packhaus.casework.AnswerTemplates.Template;
import org.packhaus.casework.AnswerTemplates.Whose;
import org.packhaus.claim.ClaimId;
import org.packhaus.claim.ClaimReason;
import org.packhaus.claim.ClaimRow;
import org.packhaus.claim.ClaimService;
import org.packhaus.claim.ClaimService.Facts;
import org.packhaus.database.DatabaseTest;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.BuyersErased;
import org.packhaus.order.ChannelOrders;
import org.packhaus.order.ImportFixture;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.BuyerMessage;
import org.packhaus.security.Colleagues.Colleague;
import org.packhaus.security.NewUser;
import org.packhaus.security.Role;
import org.packhaus.security.UserId;
import org.packhaus.security.UserService;
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

/** Who works on a case, with which texts, and what it is about besides its order. */
@DatabaseTest
class CaseworkTest {
    private static final Instant NOW = Instant.parse("2026-11-26T09:00:00Z");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionRetry transactions;

    @Autowired
    CaseBook book;

    @Autowired
    CaseIntake intake;

    @Autowired
    CaseDesk desk;

    @Autowired
    CaseInbox inbox;

    @Autowired
    CaseLinks links;

    @Autowired
    AnswerTemplates templates;

    @Autowired
    UserService users;

    @Autowired
    ClaimService claims;

    @Autowired
    ConnectionService connections;

    @Autowired
    Scheduler scheduler;

    private ImportFixture flow;
    private OrderId order;
    private CaseId matter;

    @AfterEach
    void goOn() {
        scheduler.resume();
    }

    @BeforeEach
    void aBuyerHasWritten() {
        scheduler.pause();
        flow = new ImportFixture(context);
        flow.channel.put(ChannelOrders.order("w1", PROCESSABLE, "LAMP", "VASE"));
        flow.run();
        order = flow.row("w1").id();
        matter = written(flow, order);
    }

    private CaseId written(ImportFixture to, OrderId about) {
        return to.in(() -> transactions.call(() -> book.add(new SupportCase(
                        to.connection,
                        to.seller,
                        Answers.caseNumber(),
                        "Wo ist die Vase?",
                        "b7k3x9@kunde.example",
                        "Jördis Müller",
                        about,
                        NOW))
                .id()));
    }

    private <T> T in(Supplier<T> work) {
        return SellerScope.get(Set.of(flow.seller), work);
    }

    private void run(Runnable work) {
        SellerScope.run(Set.of(flow.seller), work);
    }

    private UserId user(String name, boolean administrator) {
        return users.create(new NewUser(
                name.toLowerCase(java.util.Locale.ROOT) + flow.seller + "@lager.example",
                name,
                "eine lange Losung",
                "de",
                administrator));
    }

    private CaseRow row() {
        return in(() -> inbox.details(matter)).row();
    }

    private List<String> changes() {
        return in(() -> inbox.details(matter)).lines().stream()
                .filter(CaseLine.Change.class::isInstance)
                .map(line -> ((CaseLine.Change) line).code())
                .toList();
    }

    @Test
    void findsItsOrderThoughTheMailWasQuickerThanTheImport() {
        BuyerMessage message = new BuyerMessage(
                "<früh@kunde.example>",
                BuyerMessage.Kind.PERSON,
                "fruehauf@kunde.example",
                "Änne Frühauf",
                "laden@haus.example",
                "Wo bleibt sie?",
                "Ich warte auf meine Bestellung spaet4711.",
                "",
                NOW,
                List.of(),
                List.of());
        run(() -> intake.take(connections.connection(flow.connection), message));
        CaseId quick = in(() -> transactions.call(() ->
                book.withoutOrder(flow.seller, Instant.EPOCH, 5).getFirst().id()));
        run(() -> intake.linkLate(flow.seller));
        assertThat(in(() -> inbox.details(quick)).row().order()).isNull();

        flow.channel.put(ChannelOrders.order("spaet4711", PROCESSABLE, "LAMP"));
        flow.run();
        run(() -> intake.linkLate(flow.seller));

        assertThat(in(() -> inbox.details(quick)).row().order())
                .isEqualTo(flow.row("spaet4711").id());
    }

    @Test
    void isGivenToThoseWhoMayWorkOnItAndToNobodyElse() {
        UserId agent = user("Xu", false);
        UserId looker = user("Ole", false);
        UserId elsewhere = user("Ada", false);
        UserId gone = user("Ben", false);
        UserId all = user("Inga", true);
        ImportFixture other = new ImportFixture(context);
        users.giveRole(agent, flow.seller, Role.AFTER_SALES);
        users.giveRole(looker, flow.seller, Role.VIEWER);
        users.giveRole(elsewhere, other.seller, Role.AFTER_SALES);
        users.giveRole(gone, flow.seller, Role.AFTER_SALES);
        users.activate(gone, false);

        assertThat(in(() -> desk.colleagues(flow.seller)))
                .extracting(Colleague::id)
                .contains(agent, all)
                .doesNotContain(looker, elsewhere, gone);
        run(() -> desk.assign(matter, agent));
        assertThat(row().assignee()).isEqualTo(agent.value());
        assertThat(row().assigneeName()).isEqualTo("Xu");
        for (UserId not : List.of(looker, elsewhere, gone)) {
            assertThatThrownBy(() -> run(() -> desk.assign(matter, not)))
                    .isInstanceOfSatisfying(
                            CaseException.class, e -> assertThat(e.code()).isEqualTo("assignee-unknown"));
        }
        run(() -> desk.assign(matter, agent));
        assertThat(changes()).as("said once").containsExactly("handed");
        run(() -> desk.giveBack(matter));
        assertThat(row().assignee()).isNull();
        assertThat(changes()).containsExactly("handed", "given-back");
    }

    @Test
    void whoLostTheRoleIsNotGivenAnythingMore() {
        UserId agent = user("Xu", false);
        users.giveRole(agent, flow.seller, Role.AFTER_SALES);
        users.takeRole(agent, flow.seller, Role.AFTER_SALES);
        assertThatThrownBy(() -> run(() -> desk.assign(matter, agent))).isInstanceOf(CaseException.class);
        assertThat(row().assignee()).isNull();
    }

    @Test
    void templatesOfTheInstallAreEverySellersBesideTheirOwn() {
        ImportFixture other = new ImportFixture(context);
        run(() -> templates.save(flow.seller, text("Verspätung", "Unser Text")));
        templates.saveForAll(text("Verspätung", "Text für alle"));
        assertThat(of(flow)).contains("SELLERS Unser Text", "SHARED Text für alle");
        assertThat(of(other)).contains("SHARED Text für alle").doesNotContain("SELLERS Unser Text");

        templates.saveForAll(text("Verspätung", "Besserer Text für alle"));
        assertThat(of(other)).contains("SHARED Besserer Text für alle").doesNotContain("SHARED Text für alle");
        long shared = other.in(() -> templates.list(other.seller)).stream()
                .filter(one -> one.whose() == Whose.SHARED)
                .map(Template::id)
                .findFirst()
                .orElseThrow();
        templates.removeForAll(shared);
        assertThat(of(other)).noneMatch(line -> line.startsWith("SHARED"));
        assertThat(of(flow)).contains("SELLERS Unser Text");
    }

    @Test
    void noTemplateTellsBuyersWhatTheMarketplaceTellsThem() {
        assertThatThrownBy(() -> templates.saveForAll(new Template(
                        null, Whose.SHARED, "Versandt", "de", ContactReason.SHIPPING_NOTICE, "Ihr Paket ist weg")))
                .isInstanceOf(CaseException.class);
    }

    private static Template text(String name, String body) {
        return new Template(null, Whose.SHARED, name, "de", ContactReason.ANSWER, body);
    }

    private List<String> of(ImportFixture whose) {
        return whose.in(() -> templates.list(whose.seller)).stream()
                .map(one -> one.whose() + " " + one.body())
                .toList();
    }

    /** As the import writes it. */
    private ReturnId comesBack(ImportFixture to, String order, int place) {
        long id = 7_000_000_000L + to.seller.value() * 100 + place;
        var item = to.details(order).items().get(place);
        jdbc.update(
                "insert into return_piece (id, version, seller_id, connection_id, channel_order_id, channel_item_id,"
                        + " order_id, item_id, order_number, sku, title, ean, state, stage, changed_at, carrier_code,"
                        + " due_at, note, fate) values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, '', '', 'ANNOUNCED', 'ARRIVED', ?,"
                        + " 'DHL', ?, '', 'OPEN')",
                id,
                to.seller.value(),
                to.connection.value(),
                order,
                item.channelItemId(),
                to.row(order).id().value(),
                item.id().value(),
                order,
                item.sku(),
                LocalDateTime.ofInstant(NOW, ZoneOffset.UTC),
                LocalDateTime.ofInstant(NOW, ZoneOffset.UTC).plusDays(14));
        return new ReturnId(id);
    }

    private ClaimId claimed() {
        ConnectionId carrier = in(() -> connections.create(
                new NewConnection(flow.seller, "fake", "fake", ConnectionRole.CARRIER, "DHL", List.of())));
        String number = new LabelRows(jdbc).bought(flow.seller, order, 1, carrier, "DHL", NOW);
        PurchaseId label = new PurchaseId(Long.parseLong(number.substring(1)));
        LocalDateTime then = LocalDateTime.ofInstant(NOW, ZoneOffset.UTC);
        jdbc.update(
                "insert into tracked_parcel (purchase_id, version, seller_id, order_id, parcel_id, connection_id,"
                        + " carrier_code, product, tracking_number, region, bought_at, state, state_at, attempts, open,"
                        + " urgency, digest) values (?, 0, ?, ?, ?, ?, 'DHL', 'V01PAK', ?, 'DE3', ?, 'LOST', ?, 0, 1, 2,"
                        + " '')",
                label.value(),
                flow.seller.value(),
                order.value(),
                label.value(),
                carrier.value(),
                number,
                then,
                then);
        return in(() -> claims.open(label, ClaimReason.LOST, Facts.NONE, ""));
    }

    @Test
    void aReturnAndAClaimAreLinkedByAPersonAndShownOnBothSides() {
        ReturnId lamp = comesBack(flow, "w1", 0);
        ReturnId vase = comesBack(flow, "w1", 1);
        ClaimId claim = claimed();
        assertThat(in(() -> links.of(matter)).returns()).as("nothing by itself").isEmpty();
        assertThat(in(() -> links.of(matter)).otherReturns())
                .extracting(ReturnRow::id)
                .containsExactlyInAnyOrder(lamp, vase);

        run(() -> links.link(matter, vase));
        run(() -> links.link(matter, vase));
        run(() -> links.link(matter, claim));
        var linked = in(() -> links.of(matter));
        assertThat(linked.returns()).extracting(ReturnRow::id).containsExactly(vase);
        assertThat(linked.otherReturns()).extracting(ReturnRow::id).containsExactly(lamp);
        assertThat(linked.claims()).extracting(ClaimRow::id).containsExactly(claim);
        assertThat(linked.otherClaims()).isEmpty();
        assertThat(in(() -> links.about(vase))).extracting(CaseRow::id).containsExactly(matter);
        assertThat(in(() -> links.about(lamp))).isEmpty();
        assertThat(in(() -> links.about(claim))).extracting(CaseRow::id).containsExactly(matter);
        assertThat(changes()).as("said once each").containsExactlyInAnyOrder("linked-return", "linked-claim");

        run(() -> links.unlink(matter, vase));
        run(() -> links.unlink(matter, claim));
        assertThat(in(() -> links.about(vase))).isEmpty();
        assertThat(in(() -> links.about(claim))).isEmpty();
    }

    @Test
    void nothingOfAnotherSellerIsLinkedOrShown() {
        ImportFixture other = new ImportFixture(context);
        other.channel.put(ChannelOrders.order("x1", PROCESSABLE, "LAMP"));
        other.run();
        ReturnId theirs = comesBack(other, "x1", 0);
        CaseId theirMatter = written(other, other.row("x1").id());
        Set<org.packhaus.seller.SellerId> both = Set.of(flow.seller, other.seller);
        assertThatThrownBy(() -> SellerScope.run(both, () -> links.link(matter, theirs)))
                .isInstanceOfSatisfying(
                        CaseException.class, e -> assertThat(e.code()).isEqualTo("return-unknown"));
        other.in(() -> {
            links.link(theirMatter, theirs);
            return true;
        });
        assertThat(in(() -> links.about(theirs))).isEmpty();
        assertThatThrownBy(() -> in(() -> links.of(theirMatter))).isInstanceOf(CaseException.class);
    }

    /** A mailbox sends back the whole letter: in an erased case it would lie for good. */
    @Test
    void anAnswerThatComesBackLateDoesNotReopenAForgottenCase() {
        run(() -> transactions.run(() -> {
            CaseAnswer answer = book.add(new CaseAnswer(
                    book.find(matter),
                    "late-" + matter,
                    ContactReason.values()[0],
                    "Re",
                    "Liebe Frau Müller",
                    List.of(),
                    "Ida",
                    NOW));
            answer.sent("<late-" + matter + "@haus.example>", NOW);
        }));
        run(() -> transactions.run(() -> context.publishEvent(new BuyersErased(flow.seller, List.of(order)))));

        run(() -> intake.take(
                connections.connection(flow.connection),
                new BuyerMessage(
                        "<dsn-" + matter + "@mx.example>",
                        BuyerMessage.Kind.BOUNCE,
                        "mailer-daemon@mx.example",
                        "",
                        "laden@haus.example",
                        "Undelivered",
                        "b7k3x9@kunde.example: mailbox full",
                        "",
                        NOW,
                        List.of("<late-" + matter + "@haus.example>"),
                        List.of())));

        assertThat(row().erased()).isTrue();
        assertThat(row().state()).isEqualTo(CaseState.SOLVED);
        assertThat(row().problem()).isNull();
        assertThat(in(() -> transactions.call(() -> book.entries(matter))))
                .allSatisfy(entry -> assertThat(entry.body).isEmpty());
        assertThat(jdbc.queryForList(
                        "select state from support_case where seller_id = ? and erased_at is null",
                        String.class,
                        flow.seller.value()))
                .as("a case of its own, which goes by its age and waits for nobody")
                .containsExactly("SOLVED");
    }

    @Test
    void whenTheBuyerIsForgottenTheLinkStaysAndNothingNewIsSaid() {
        ReturnId vase = comesBack(flow, "w1", 1);
        run(() -> links.link(matter, vase));
        run(() -> transactions.run(() -> context.publishEvent(new BuyersErased(flow.seller, List.of(order)))));
        assertThat(in(() -> links.about(vase))).singleElement().satisfies(one -> {
            assertThat(one.erased()).isTrue();
            assertThat(one.subject()).isEmpty();
        });
        assertThatThrownBy(() -> run(() -> links.unlink(matter, vase))).isInstanceOf(CaseException.class);
        assertThatThrownBy(() -> run(() -> desk.giveBack(matter))).isInstanceOf(CaseException.class);
    }
}
