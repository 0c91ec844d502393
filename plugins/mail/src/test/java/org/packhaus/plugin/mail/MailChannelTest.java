package org.packhaus.plugin.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.packhaus.plugin.mail.MailSettings.Security;
import org.packhaus.sdk.BuyerMessage;
import org.packhaus.sdk.BuyerMessage.Kind;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.MessageAttachment;
import org.packhaus.sdk.Messages.Answer;
import org.packhaus.sdk.Messages.MessagePage;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.SettingsCheck;

class MailChannelTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @RegisterExtension
    final MailServer server = new MailServer(false);

    private final MailChannel channel = new MailChannel(new FakeTools());

    @Test
    void readsWhatABuyerWroteAndMarksNothingAsRead() throws Exception {
        server.delivers("""
            From: =?UTF-8?Q?J=C3=B6rdis_M=C3=BCller?= <abc123@kunde.otto.example>
            To: service@teehaus-dachs.example
            Subject: =?UTF-8?B?V28gaXN0IG1laW4gUGFrZXQ/?=
            Message-ID: <m1@kunde.otto.example>
            References: <old@x.example> <older@x.example>
            Date: Mon, 02 Nov 2026 10:00:00 +0100
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: 8bit

            Grüße, wo bleibt bwqwz7s8cx?
            """);
        BuyerMessage one = all(Optional.empty()).getFirst();
        assertThat(one.id()).isEqualTo("<m1@kunde.otto.example>");
        assertThat(one.kind()).isEqualTo(Kind.PERSON);
        assertThat(one.from()).isEqualTo("abc123@kunde.otto.example");
        assertThat(one.fromName()).isEqualTo("Jördis Müller");
        assertThat(one.subject()).isEqualTo("Wo ist mein Paket?");
        assertThat(one.text()).contains("Grüße, wo bleibt bwqwz7s8cx?");
        assertThat(one.at()).isEqualTo("2026-11-02T09:00:00Z");
        assertThat(one.thread()).containsExactly("<old@x.example>", "<older@x.example>");
        assertThat(server.isAnyRead()).isFalse();
    }

    @Test
    void goesOnWhereItStoppedAndGivesNothingTwice() throws Exception {
        for (int i = 1; i <= 5; i++) {
            server.delivers(plain("<m" + i + "@x.example>", "number " + i));
        }
        MessagePage first = channel.messages(Optional.empty(), 2, server.settings());
        assertThat(first.messages()).extracting(BuyerMessage::id).containsExactly("<m1@x.example>", "<m2@x.example>");
        assertThat(first.more()).isTrue();
        MessagePage second = channel.messages(Optional.of(first.next()), 10, server.settings());
        assertThat(second.messages()).hasSize(3);
        assertThat(second.more()).isFalse();
        assertThat(channel.messages(Optional.of(second.next()), 10, server.settings())
                        .messages())
                .isEmpty();
        server.delivers(plain("<m6@x.example>", "late"));
        assertThat(all(Optional.of(second.next()))).extracting(BuyerMessage::id).containsExactly("<m6@x.example>");
    }

    @Test
    void anEmptyBoxSaysWhereToGoOn() throws Exception {
        MessagePage none = channel.messages(Optional.empty(), 10, server.settings());
        assertThat(none.messages()).isEmpty();
        server.delivers(plain("<m1@x.example>", "first"));
        assertThat(all(Optional.of(none.next()))).hasSize(1);
    }

    @Test
    void whenTheServerCountsAnewTheSameMailsComeUnderTheSameIds() throws Exception {
        server.delivers(plain("<m1@x.example>", "one"));
        server.delivers(plain("<m2@x.example>", "two"));
        MessagePage before = channel.messages(Optional.empty(), 10, server.settings());
        String counted = before.next();
        String otherwise = (Long.parseLong(counted.substring(0, counted.indexOf(':'))) - 1) + ":90000";
        MessagePage after = channel.messages(Optional.of(otherwise), 10, server.settings());
        assertThat(after.next()).isEqualTo(counted);
        assertThat(after.messages()).extracting(BuyerMessage::id).containsExactly("<m1@x.example>", "<m2@x.example>");
    }

    @Test
    void tellsMachinesAndReturnedMailsFromPeople() throws Exception {
        server.delivers("Auto-Submitted: auto-replied\n" + plain("<a@x.example>", "I am away"));
        server.delivers("Precedence: bulk\n" + plain("<b@x.example>", "News"));
        server.delivers("Auto-Submitted: no\n" + plain("<c@x.example>", "Hello"));
        server.delivers(report("failed"));
        server.delivers(report("delayed").replace("<dsn", "<slow"));
        List<BuyerMessage> messages = all(Optional.empty());
        assertThat(messages)
                .extracting(BuyerMessage::kind)
                .containsExactly(Kind.AUTOMATIC, Kind.AUTOMATIC, Kind.PERSON, Kind.BOUNCE, Kind.AUTOMATIC);
        assertThat(messages.get(3).thread()).containsExactly("<PH-REF-1@teehaus-dachs.example>");
    }

    @Test
    void takesTextHtmlAndFilesOfANestedMail() throws Exception {
        server.delivers("""
            From: b@x.example
            To: service@teehaus-dachs.example
            Subject: Foto
            Message-ID: <n@x.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="out"

            --out
            Content-Type: multipart/alternative; boundary="in"

            --in
            Content-Type: text/plain; charset=windows-1252
            Content-Transfer-Encoding: quoted-printable

            Gr=FC=DFe =80
            --in
            Content-Type: text/html; charset=utf-8

            <p>Hallo</p><script>alert(1)</script>
            --in--
            --out
            Content-Type: image/png; name="../../etc/bild.png"
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment; filename="../../etc/bild.png"

            iVBORw0KGgo=
            --out--
            """);
        BuyerMessage one = all(Optional.empty()).getFirst();
        assertThat(one.text()).isEqualTo("Grüße €");
        assertThat(one.html()).contains("<script>");
        assertThat(one.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("bild.png");
            assertThat(file.mediaType()).isEqualTo("image/png");
            assertThat(file.content()).hasSize(8);
        });
    }

    @Test
    void brokenMailsStopNobodyBehindThem() {
        // Read as they come over the wire: the test server would not take them.
        assertThat(read("no header at all, only words\n").id()).endsWith("@no-message-id>");
        assertThat(read("From: a@x.example\nMessage-ID: <q@x.example>\nContent-Type: multipart/mixed\n\nno boundary\n")
                        .id())
                .isEqualTo("<q@x.example>");
        assertThat(read("From: a@x.example\n"
                                + "Message-ID: <r@x.example>\n"
                                + "Content-Type: text/plain; charset=klingon\n"
                                + "Content-Transfer-Encoding: quux\n\n"
                                + "words\n")
                        .id())
                .isEqualTo("<r@x.example>");
        BuyerMessage odd = read("From: <<<>>>\n"
                + "Message-ID: <s@x.example>\n"
                + "Date: yesterday\n"
                + "Content-Type: ;;;\n"
                + "Subject: =?X?Y?Z?=\n\n"
                + "words\n");
        assertThat(odd.from()).isEmpty();
        assertThat(odd.at()).isEqualTo(NOW);
        assertThat(read(deep(60)).text()).contains("left out");
        assertThat(read("").id()).endsWith("@no-message-id>");
    }

    private static BuyerMessage read(String raw) {
        return new MailReader(Session.getInstance(new Properties()))
                .read(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), NOW);
    }

    @Test
    void filesTooManyOrTooLargeAreLeftOutAndToldOf() throws Exception {
        StringBuilder mail = new StringBuilder("From: a@x.example\n"
                + "Message-ID: <f@x.example>\n"
                + "MIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=b\n\n");
        for (int i = 0; i < 25; i++) {
            mail.append("--b\nContent-Type: application/pdf; name=\"f")
                    .append(i)
                    .append(".pdf\"\n\nx\n");
        }
        mail.append("--b--\n");
        server.delivers(mail.toString());
        BuyerMessage one = all(Optional.empty()).getFirst();
        assertThat(one.attachments()).hasSize(20);
        assertThat(one.text()).contains("5 parts of this mail were left out");
    }

    @Test
    void answersFromTheRegisteredAddressInTheSameThread() throws Exception {
        String id = channel.send(
                answer("b@x.example", List.of("<m0@x.example>", "<m1@x.example>"), List.of()), server.settings());
        assertThat(id).isEqualTo("<PH-REF-0001@teehaus-dachs.example>");
        var mail = server.sent().getFirst();
        assertThat(mail.getHeader("Message-ID", null)).isEqualTo(id);
        assertThat(mail.getHeader("In-Reply-To", null)).isEqualTo("<m1@x.example>");
        assertThat(MimeUtility.unfold(mail.getHeader("References", null))).contains("<m0@x.example> <m1@x.example>");
        assertThat(mail.getHeader("Auto-Submitted")).isNull();
        assertThat(mail.getFrom()[0].toString()).contains(MailServer.SELLER);
        assertThat(mail.getSubject()).isEqualTo("Re: Ihre Bestellung – Grüße");
        assertThat(new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Schöne Grüße");
    }

    @Test
    void filesGoAlong() throws Exception {
        channel.send(
                answer(
                        "b@x.example",
                        List.of(),
                        List.of(new MessageAttachment("Beleg Ä.pdf", "application/pdf", new byte[] {1, 2, 3}))),
                server.settings());
        var parts = (MimeMultipart) server.sent().getFirst().getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("Beleg Ä.pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    void aLineBreakInASubjectMakesNoHeader() throws Exception {
        channel.send(
                new Answer("PH-REF-0001", "b@x.example", "Hi\r\nBcc: all@x.example", "x", List.of(), List.of()),
                server.settings());
        assertThat(server.sent()).hasSize(1);
        assertThat(server.sent().getFirst().getHeader("Bcc")).isNull();
    }

    @Test
    void anAddressThatIsNoneIsRefusedBeforeAnything() {
        for (String to : List.of("", "nobody", "a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example")) {
            assertThatThrownBy(() -> channel.send(answer(to, List.of(), List.of()), server.settings()))
                    .isInstanceOf(Rejected.class);
        }
        assertThat(server.sent()).isEmpty();
    }

    @Test
    void saysWhatItReachedAndWhatIsWrong() throws Exception {
        assertThat(channel.check(server.settings())).contains("dachs").contains(MailServer.SELLER);
        assertThatThrownBy(() -> channel.check(server.settings("wrong")))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.component()).contains("imapPassword"));
        MailSettings none = new MailSettings(
                MailServer.SELLER,
                Optional.empty(),
                "127.0.0.1",
                1,
                Security.NONE,
                "dachs",
                Secret.of("tee"),
                Optional.empty(),
                "127.0.0.1",
                1,
                Security.NONE,
                Optional.empty(),
                Optional.empty());
        assertThatThrownBy(() -> channel.check(none)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> channel.send(answer("b@x.example", List.of(), List.of()), none))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void noPasswordGoesOverANetworkInTheOpen() {
        MailSettings open = new MailSettings(
                MailServer.SELLER,
                Optional.empty(),
                "imap.example.com",
                143,
                Security.NONE,
                "dachs",
                Secret.of("tee"),
                Optional.empty(),
                "smtp.example.com",
                25,
                Security.NONE,
                Optional.empty(),
                Optional.empty());
        assertThatThrownBy(() -> channel.check(open))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.component()).contains("imapSecurity"));
    }

    @Test
    void theFormHasWordsForEverythingInThreeLanguages() {
        assertThat(SettingsCheck.types(MailSettings.class)).isEmpty();
        assertThat(SettingsCheck.texts(MailChannel.class, MailSettings.class)).isEmpty();
    }

    private List<BuyerMessage> all(Optional<String> cursor) throws Exception {
        return channel.messages(cursor, 100, server.settings()).messages();
    }

    static Answer answer(String to, List<String> thread, List<MessageAttachment> files) {
        return new Answer("PH-REF-0001", to, "Re: Ihre Bestellung – Grüße", "Schöne Grüße\nTeehaus", thread, files);
    }

    private static String plain(String id, String text) {
        return "From: b@x.example\nTo: " + MailServer.SELLER + "\nSubject: s\nMessage-ID: " + id + "\n\n" + text + "\n";
    }

    private static String deep(int levels) {
        StringBuilder mail = new StringBuilder("From: a@x.example\nMessage-ID: <deep@x.example>\nMIME-Version: 1.0\n");
        for (int i = 0; i < levels; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        mail.append("Content-Type: text/plain\n\nbottom\n");
        return mail.toString();
    }

    private static String report(String action) {
        return """
            From: MAILER-DAEMON@mx.example
            To: service@teehaus-dachs.example
            Subject: Undelivered Mail Returned to Sender
            Message-ID: <dsn@mx.example>
            Auto-Submitted: auto-replied
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="r"

            --r
            Content-Type: text/plain

            I'm sorry.
            --r
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; b@x.example
            Action: %s
            Status: 5.1.1
            --r
            Content-Type: message/rfc822

            From: service@teehaus-dachs.example
            Message-ID: <PH-REF-1@teehaus-dachs.example>
            Subject: Re: s

            text
            --r--
            """.formatted(action);
    }
}
