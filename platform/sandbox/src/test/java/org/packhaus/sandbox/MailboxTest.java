package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.packhaus.sandbox.web.Json;
import tools.jackson.databind.JsonNode;

/** A seller's mailbox: buyers' mails lie in it, and what the seller sends is shown. */
class MailboxTest {
    private static final Sandbox SANDBOX = Sandbox.start(0);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void whatBuyersWriteLiesInTheBox() throws Exception {
        JsonNode box = call("GET", "/sandbox/mailbox?seller=1");
        call("POST", "/sandbox/mails?seller=1&kind=question&order=b7k3");
        call("POST", "/sandbox/mails?seller=1&kind=holiday&order=b7k3");
        call("POST", "/sandbox/mails?seller=1&kind=hostile&order=b7k3");
        call("POST", "/sandbox/mails?seller=1&kind=bounce&mail=%3Cx%40y%3E");
        List<String> subjects = new ArrayList<>();
        Session session = Session.getInstance(new Properties());
        try (Store store = session.getStore("imap")) {
            store.connect(
                    box.path("imapHost").asString(),
                    box.path("imapPort").asInt(),
                    box.path("imapUser").asString(),
                    box.path("imapPassword").asString());
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            for (Message mail : inbox.getMessages()) {
                subjects.add(mail.getSubject());
            }
        }
        assertThat(subjects)
                .containsExactly(
                        "Wo bleibt meine Bestellung?",
                        "Abwesenheitsnotiz",
                        "<img src=x onerror=alert(1)> Ihr Konto",
                        "Undelivered Mail Returned to Sender");
        assertThat(call("GET", "/sandbox/mails?seller=1")).isEmpty();
    }

    @Test
    void whatASellerSendsIsShown() throws Exception {
        JsonNode box = call("GET", "/sandbox/mailbox?seller=2");
        Properties values = new Properties();
        values.put("mail.smtp.host", box.path("smtpHost").asString());
        values.put("mail.smtp.port", box.path("smtpPort").asString());
        MimeMessage mail = new MimeMessage(Session.getInstance(values));
        mail.setFrom(new InternetAddress(box.path("senderAddress").asString()));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("k@kunde.marktplatz.example"));
        mail.setSubject("Antwort");
        mail.setText("Guten Tag");
        Transport.send(mail);
        assertThat(call("GET", "/sandbox/mails?seller=2")).singleElement().satisfies(one -> {
            assertThat(one.path("to").asString()).isEqualTo("k@kunde.marktplatz.example");
            assertThat(one.path("subject").asString()).isEqualTo("Antwort");
            assertThat(one.path("text").asString()).contains("Guten Tag");
        });
        assertThat(call("GET", "/sandbox/mails?seller=1")).isEmpty();
    }

    private static JsonNode call(String method, String path) throws Exception {
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(SANDBOX.uri() + path))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.read(answer.body());
    }
}
