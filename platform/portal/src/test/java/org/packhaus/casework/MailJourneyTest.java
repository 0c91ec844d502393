package org.packhaus.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.packhaus.demo.RunningSandbox;
import org.packhaus.demo.SandboxAccount;
import org.packhaus.demo.SandboxShop;
import org.packhaus.demo.SandboxTest;
import org.packhaus.order.BuyersErased;
import org.packhaus.order.OrderRow;
import org.packhaus.plugin.BuiltPlugins;
import org.packhaus.plugin.PluginHost;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.Setting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A buyer writes and is answered: the real plugin, a real mail server, the whole portal. */
@SandboxTest
class MailJourneyTest {
    private static final String SELLER = "service@teehaus.example";
    private static final String BUYER = "b7k3x9@kunde.marktplatz.example";
    private static final Duration A_WHILE = Duration.ofMinutes(2);

    @RegisterExtension
    static final RunningSandbox SANDBOX = new RunningSandbox();

    @RegisterExtension
    final BuiltPlugins plugins = new BuiltPlugins("otto", "dhl", "mail");

    @Autowired
    ApplicationContext context;

    @Autowired
    ConnectionService connections;

    @Autowired
    PluginHost host;

    @Autowired
    MessagePoll poll;

    @Autowired
    ErasedCases erased;

    @Autowired
    CaseInbox inbox;

    @Autowired
    CaseDesk desk;

    @Autowired
    AnswerTemplates templates;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
    });
    /** Each test is another seller: a name is taken once. */
    private static int place;

    private SandboxShop shop;
    private ConnectionId mailbox;

    @BeforeEach
    void connect() throws Exception {
        server.withConfiguration(GreenMailConfiguration.aConfig().withUser(SELLER, "teehaus", "geheim"));
        server.start();
        SANDBOX.post("/sandbox/sellers", "{\"name\":\"Mail " + ++place + "\",\"returnCarrier\":\"DHL\"}");
        SandboxAccount account = SANDBOX.accounts().getLast();
        shop = new SandboxShop(context, account, "dhl", "V01PAK");
        mailbox = shop.in(() -> connections.create(new NewConnection(
                shop.seller,
                "mail",
                "mail",
                ConnectionRole.AFTER_SALES,
                "Postfach",
                List.of(
                        Setting.plain("senderAddress", SELLER),
                        Setting.plain("senderName", "Teehaus Dachs"),
                        Setting.plain("imapHost", "127.0.0.1"),
                        Setting.plain(
                                "imapPort", Integer.toString(server.getImap().getPort())),
                        Setting.plain("imapSecurity", "NONE"),
                        Setting.plain("imapUser", "teehaus"),
                        Setting.secret("imapPassword", "geheim"),
                        Setting.plain("smtpHost", "127.0.0.1"),
                        Setting.plain(
                                "smtpPort", Integer.toString(server.getSmtp().getPort())),
                        Setting.plain("smtpSecurity", "NONE")))));
        assertThat(SellerScope.call(Set.of(shop.seller), () -> host.check(mailbox)))
                .contains(SELLER);
        SANDBOX.post("/sandbox/orders?seller=" + account.key() + "&count=4&seed=3");
        shop.importOrders();
    }

    @AfterEach
    void hangUp() {
        server.stop();
    }

    @Test
    void aBuyersQuestionIsACaseOnItsOrderAndTheAnswerStaysInTheThread() throws Exception {
        OrderRow order = shop.toShip().getFirst();
        write(
                "<q1@buyer.example>",
                "",
                "Wo bleibt mein Paket?",
                "Guten Tag, wo ist Bestellung " + order.orderNumber() + "?");
        poll();
        CaseRow opened = only(CaseTab.UNASSIGNED);
        assertThat(opened.order()).isEqualTo(order.id());
        assertThat(opened.answerBy()).isNotNull();
        assertThat(opened.buyerAddress()).isEqualTo(BUYER);

        poll();
        count(CaseTab.OPEN, 1);

        AnswerTemplates.Template template = shop.in(() -> templates.list(shop.seller)).stream()
                .filter(one -> one.language().equals("de") && one.reason() == ContactReason.ANSWER)
                .findFirst()
                .orElseThrow();
        Map<String, String> known = new HashMap<>(
                Map.of("buyer", order.buyerName(), "order", order.orderNumber(), "seller", "Teehaus Dachs"));
        String unfinished = AnswerTemplates.fill(template, known);
        assertThatThrownBy(() -> answer(opened.id(), ContactReason.ANSWER, unfinished))
                .isInstanceOfSatisfying(
                        CaseException.class, e -> assertThat(e.code()).isEqualTo("field-left"));
        known.put("carrier", "DHL");
        known.put("tracking", "00340434161094015902");
        answer(opened.id(), ContactReason.ANSWER, AnswerTemplates.fill(template, known));

        MimeMessage sent =
                Awaitility.await().until(() -> sent().stream().findFirst().orElse(null), mail -> mail != null);
        assertThat(sent.getFrom()[0].toString()).contains(SELLER);
        assertThat(sent.getAllRecipients()[0].toString()).isEqualTo(BUYER);
        assertThat(sent.getHeader("In-Reply-To", null)).isEqualTo("<q1@buyer.example>");
        assertThat(sent.getSubject()).startsWith("Re: Wo bleibt mein Paket?").contains(opened.number());
        assertThat(new String(sent.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Guten Tag")
                .contains(order.orderNumber());
        Awaitility.await().until(() -> lastAnswer(opened.id()).state() == AnswerState.SENT);
        assertThat(only(CaseTab.WAITING).id()).isEqualTo(opened.id());

        // Without a number, from another program, with another subject: the thread is what holds it together.
        write("<q2@buyer.example>", sent.getHeader("Message-ID", null), "Danke", "Danke, aber wann genau?");
        poll();
        assertThat(only(CaseTab.UNASSIGNED).id()).isEqualTo(opened.id());
        answer(opened.id(), ContactReason.ANSWER, "Guten Tag, das Paket ist morgen bei Ihnen.");
        Awaitility.await().until(() -> sent().size() == 2);
        assertThat(sent().get(1).getHeader("References", null))
                .contains("<q1@buyer.example>")
                .contains(sent.getHeader("Message-ID", null))
                .contains("<q2@buyer.example>");

        // The same address, no word of any order: it is known.
        shop.in(() -> {
            desk.solve(opened.id());
            return true;
        });
        write("<q3@buyer.example>", "", "Rechnung", "Wo finde ich die Rechnung?");
        poll();
        CaseRow second = only(CaseTab.UNASSIGNED);
        assertThat(second.id()).isNotEqualTo(opened.id());
        assertThat(second.order()).isEqualTo(order.id());
        assertThat(shop.in(() -> inbox.ofOrder(order.id()))).hasSize(2);
    }

    @Test
    void hostileHtmlIsKeptHarmless() throws Exception {
        deliver("""
            From: Evil <evil@x.example>
            To: service@teehaus.example
            Subject: =?UTF-8?B?PGltZyBzcmM9eCBvbmVycm9yPWFsZXJ0KDEpPg==?=
            Message-ID: <h1@x.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/html; charset=utf-8

            <p>Hallo</p><script>alert(1)</script><img src="https://tracker.example/o.gif"><a href="javascript:alert(1)">x</a>
            --b
            Content-Type: text/html; name="invoice.html"
            Content-Disposition: attachment; filename="invoice.html"

            <script>alert(1)</script>
            --b--
            """);
        poll();
        CaseRow row = only(CaseTab.UNASSIGNED);
        CaseLine.In in =
                (CaseLine.In) shop.in(() -> inbox.details(row.id())).lines().getFirst();
        assertThat(in.safeHtml())
                .contains("<p>Hallo</p>")
                .doesNotContain("script")
                .doesNotContain("img")
                .doesNotContain("tracker");
        assertThat(in.files())
                .singleElement()
                .satisfies(file -> assertThat(file.mediaType()).isEqualTo(FileType.UNKNOWN));
    }

    @Test
    void machinesAreNotAnsweredAndWhatComesBackIsSeen() throws Exception {
        OrderRow order = shop.toShip().getFirst();
        deliver("Auto-Submitted: auto-replied\n" + mail("<o1@buyer.example>", "", "Abwesend", "Bin im Urlaub"));
        poll();
        count(CaseTab.SOLVED, 1);
        count(CaseTab.OPEN, 0);

        CaseId begun = shop.in(() -> desk.begin(
                order.id(),
                mailbox,
                BUYER,
                "Ihre Bestellung",
                new CaseDesk.Draft(CaseDesk.newReference(), ContactReason.ORDER_QUESTION, "Welche Farbe?", List.of())));
        assertThatThrownBy(() -> shop.in(() -> desk.begin(
                        order.id(),
                        mailbox,
                        BUYER,
                        "Versandt",
                        new CaseDesk.Draft(
                                CaseDesk.newReference(),
                                ContactReason.SHIPPING_NOTICE,
                                "Ihr Paket ist unterwegs",
                                List.of()))))
                .isInstanceOfSatisfying(
                        CaseException.class, e -> assertThat(e.code()).isEqualTo("contact-not-allowed"));
        Awaitility.await().until(() -> lastAnswer(begun).state() == AnswerState.SENT);
        assertThat(sent()).hasSize(1);
        deliver("""
            From: MAILER-DAEMON@mx.example
            Subject: Undelivered
            Message-ID: <dsn@mx.example>
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=r

            --r
            Content-Type: message/delivery-status

            Action: failed
            --r
            Content-Type: message/rfc822

            Message-ID: %s

            x
            --r--
            """.formatted(sent().getFirst().getHeader("Message-ID", null)));
        poll();
        Awaitility.await().atMost(A_WHILE).until(() -> lastAnswer(begun).state() == AnswerState.BOUNCED);
        hasProblem(CaseIntake.BOUNCED);
    }

    @Test
    void moreMailsThanAPersonWritesAreHeld() throws Exception {
        for (int i = 0; i < CaseIntake.MOST_AN_HOUR + 3; i++) {
            write("<loop" + i + "@buyer.example>", "", "Re: Re: Re:", "Ping");
        }
        poll();
        hasProblem(CaseIntake.LOOP);
        assertThat(sent()).isEmpty();
    }

    @Test
    void aStrangerCannotWriteIntoAnothersCase() throws Exception {
        write("<q1@buyer.example>", "", "Frage", "Hallo");
        poll();
        CaseRow opened = only(CaseTab.OPEN);
        deliver(mail("<s1@x.example>", "", "Re: Frage [" + opened.number() + "]", "Ich bin es")
                .replace(BUYER, "other@x.example"));
        poll();
        count(CaseTab.OPEN, 2);
    }

    @Test
    void aForgottenBuyerIsForgottenInCasesToo() throws Exception {
        OrderRow order = shop.toShip().getFirst();
        deliver(mail("<q1@buyer.example>", "", "Geheimwort im Betreff", "Geheimwort zu " + order.orderNumber())
                .replace("Content-Type: text/plain", "X-Y: z\nContent-Type: text/plain"));
        poll();
        CaseRow opened = only(CaseTab.OPEN);
        answer(opened.id(), ContactReason.ANSWER, "Guten Tag, Geheimwort erhalten und wir kümmern uns.");
        Awaitility.await().until(() -> lastAnswer(opened.id()).state() == AnswerState.SENT);
        shop.in(() -> {
            transaction.executeWithoutResult(
                    status -> context.publishEvent(new BuyersErased(shop.seller, List.of(order.id()))));
            return true;
        });
        for (String column : List.of(
                "support_case.subject",
                "support_case.buyer_address",
                "case_entry.body",
                "case_entry.address",
                "case_answer.body",
                "case_answer.recipient",
                "case_answer.subject")) {
            int dot = column.indexOf('.');
            assertThat(jdbc.queryForList(
                            "select " + column.substring(dot + 1) + " from " + column.substring(0, dot)
                                    + " where seller_id = " + shop.seller.value(),
                            String.class))
                    .as(column)
                    .allSatisfy(text ->
                            assertThat(text).doesNotContain("Geheimwort").doesNotContain(BUYER));
        }
        assertThat(shop.in(() -> inbox.details(opened.id())).row().erased()).isTrue();
        assertThatThrownBy(() -> answer(opened.id(), ContactReason.ANSWER, "x"))
                .isInstanceOfSatisfying(
                        CaseException.class, e -> assertThat(e.code()).isEqualTo("case-erased"));
    }

    private void poll() {
        SellerScope.run(shop.seller, () -> poll.run(shop.seller));
    }

    /** Read by the portal's own round, which comes every minute, if that was quicker at the mailbox. */
    private CaseRow only(CaseTab tab) {
        return Awaitility.await()
                .atMost(A_WHILE)
                .until(() -> rows(tab), rows -> rows.size() == 1)
                .getFirst();
    }

    private List<CaseRow> rows(CaseTab tab) {
        return shop.in(() -> inbox.page(tab, 0, null, 50)).rows();
    }

    private void count(CaseTab tab, int cases) {
        Awaitility.await()
                .atMost(A_WHILE)
                .untilAsserted(() -> assertThat(shop.in(() -> inbox.counts(0))).containsEntry(tab, cases));
    }

    private void hasProblem(String problem) {
        Awaitility.await()
                .atMost(A_WHILE)
                .untilAsserted(() -> assertThat(rows(CaseTab.OPEN))
                        .extracting(CaseRow::problem)
                        .containsExactly(problem));
    }

    private void answer(CaseId id, ContactReason reason, String text) {
        shop.in(() -> {
            desk.answer(id, new CaseDesk.Draft(CaseDesk.newReference(), reason, text, List.of()));
            return true;
        });
    }

    private CaseLine.Out lastAnswer(CaseId id) {
        return shop.in(() -> inbox.details(id)).lines().stream()
                .filter(CaseLine.Out.class::isInstance)
                .map(CaseLine.Out.class::cast)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private void write(String id, String answers, String subject, String text) {
        deliver(mail(id, answers, subject, text));
    }

    private static String mail(String id, String answers, String subject, String text) {
        return "From: Jördis Müller <" + BUYER + ">\nTo: " + SELLER + "\nSubject: " + subject + "\nMessage-ID: " + id
                + "\n"
                + (answers.isEmpty() ? "" : "In-Reply-To: " + answers + "\nReferences: " + answers + "\n")
                + "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n"
                + text + "\n";
    }

    private void deliver(String raw) {
        try {
            server.getUserManager()
                    .getUser("teehaus")
                    .deliver(new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<MimeMessage> sent() {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getFrom() != null
                                && mail.getFrom()[0].toString().contains(SELLER);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }
}
