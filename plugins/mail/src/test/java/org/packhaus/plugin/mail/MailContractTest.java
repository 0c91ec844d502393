package org.packhaus.plugin.mail;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.packhaus.plugin.mail.MailSettings.Security;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.test.MessagesContract;
import org.packhaus.sdk.test.ScriptedServer;

/** The rules of channels of messages, with a real mail server instead of one that speaks HTTP. */
class MailContractTest extends MessagesContract<MailSettings, MailChannel> {

    @RegisterExtension
    final MailServer mail = new MailServer(false);

    private Optional<ScriptedSmtp> deaf = Optional.empty();
    private int last;

    @AfterEach
    void hangUp() throws IOException {
        if (deaf.isPresent()) {
            deaf.get().close();
        }
    }

    @Override
    protected MailChannel extension(PluginTools tools) {
        return new MailChannel(tools);
    }

    @Override
    protected MailSettings settings(URI service) {
        return service.equals(server().uri())
                ? mail.settings()
                : at(mail.settings(), service.getPort(), service.getPort());
    }

    @Override
    protected MailSettings wrongSettings(URI service) {
        return mail.settings("Earl-Grey-1234");
    }

    private static MailSettings at(MailSettings settings, int imap, int smtp) {
        return new MailSettings(
                settings.senderAddress(),
                settings.senderName(),
                settings.imapHost(),
                imap,
                Security.NONE,
                settings.imapUser(),
                Secret.of(MailServer.PASSWORD),
                Optional.empty(),
                settings.smtpHost(),
                smtp,
                Security.NONE,
                Optional.empty(),
                Optional.empty());
    }

    @Override
    protected void play(ScriptedServer server) {
        // Mail is no HTTP.
    }

    @Override
    protected void arrives(String from, String subject, String text, boolean html) {
        arrives(from, subject, text, html ? "text/html" : "text/plain", "");
    }

    @Override
    protected void comesBack(String sentId, String from, String text) {
        arrives(from, "Re: Ihre Bestellung", text, "text/plain", "In-Reply-To: " + sentId + "\n");
    }

    private void arrives(String from, String subject, String text, String type, String more) {
        mail.delivers("From: " + from + "\nTo: " + MailServer.SELLER + "\nSubject: " + subject + "\nMessage-ID: <c"
                + ++last + "@kunde.example>\nMIME-Version: 1.0\nContent-Type: " + type
                + "; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n" + more + "\n" + text + "\n");
    }

    @Override
    protected boolean arrivesBroken() {
        mail.delivers("From: b@kunde.example\nMessage-ID: <broken@kunde.example>\nContent-Type: text/plain;"
                + " charset=klingon\nContent-Transfer-Encoding: quux\n\nwords\n");
        return true;
    }

    @Override
    protected int sent() {
        return mail.sent().size();
    }

    @Override
    protected boolean isAnyRead() {
        return mail.isAnyRead();
    }

    @Override
    protected MailSettings takesAndSaysNothing() throws IOException {
        var server = new ScriptedSmtp(".", "hang up");
        deaf = Optional.of(server);
        return at(mail.settings(), mail.settings().imapPort(), server.port());
    }
}
