package org.packhaus.plugin.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.packhaus.plugin.mail.MailSettings.Security;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.MessageAttachment;
import org.packhaus.sdk.Messages.Answer;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Rejected.Fault;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;

/**
 * Sends one mail. A server takes a mail over with its answer to the point that ends DATA: what fails before that point was certainly not
 * sent, what fails after it without an answer may have been.
 */
final class Outbox {
    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,250}>");
    private static final int MOST_REFERENCES = 20;

    private final Session session;
    private final MailSettings settings;

    Outbox(Session session, MailSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** Signs in and goes. */
    void knock() throws PluginException {
        try (Line line = new Line(session, settings)) {
            connect(line);
        } catch (MessagingException e) {
            throw Trouble.knocking(e, settings);
        }
    }

    String send(Answer answer, Instant now) throws PluginException {
        String id = "<" + answer.reference() + "@" + settings.domain() + ">";
        InternetAddress to = recipient(answer.to());
        Mail mail = mail(answer, id, to, now);
        Line line = new Line(session, settings);
        try {
            connect(line);
            line.sendMessage(mail, new Address[] {to});
            return id;
        } catch (MessagingException e) {
            throw failure(line, e);
        } finally {
            hangUp(line);
        }
    }

    private void connect(Line line) throws PluginException {
        try {
            line.connect(settings.smtpHost(), settings.smtpPort(), settings.sendingUser(), settings.sendingPassword());
        } catch (MessagingException e) {
            throw Trouble.knocking(e, settings);
        }
    }

    /** The mail is over by now, well or not. */
    private static void hangUp(Line line) {
        try {
            line.close();
        } catch (MessagingException e) {
            // Nobody is there to say good-bye to.
        }
    }

    private static InternetAddress recipient(String to) throws Rejected {
        try {
            InternetAddress address = new InternetAddress(to, true);
            if (!to.contains("@")) {
                throw new AddressException("no domain", to);
            }
            return address;
        } catch (AddressException e) {
            throw new Rejected(
                    "address-invalid",
                    "No mail goes to \"" + to + "\": that is no address.",
                    List.of(Fault.of("to", "no address")));
        }
    }

    private Mail mail(Answer answer, String id, InternetAddress to, Instant now) throws PluginException {
        try {
            Mail mail = new Mail(session, id);
            mail.setFrom(new InternetAddress(
                    settings.senderAddress(), settings.senderName().orElse(null), "UTF-8"));
            mail.setRecipient(Message.RecipientType.TO, to);
            mail.setSubject(answer.subject().replaceAll("[\\p{Cntrl}\\s]+", " ").strip(), "UTF-8");
            mail.setSentDate(Date.from(now));
            List<String> thread = answer.thread().stream()
                    .filter(one -> ID.matcher(one).matches())
                    .toList();
            if (!thread.isEmpty()) {
                mail.setHeader("In-Reply-To", thread.getLast());
                // One a line: servers refuse lines without end.
                mail.setHeader(
                        "References",
                        String.join(
                                "\r\n ", thread.subList(Math.max(0, thread.size() - MOST_REFERENCES), thread.size())));
            }
            if (answer.attachments().isEmpty()) {
                mail.setDataHandler(text(answer.text()));
            } else {
                mail.setContent(parts(answer));
            }
            mail.saveChanges();
            return mail;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new Rejected("not-a-mail", "No mail can be made of this answer: " + e.getMessage());
        }
    }

    private static MimeMultipart parts(Answer answer) throws MessagingException {
        MimeMultipart parts = new MimeMultipart("mixed");
        MimeBodyPart text = new MimeBodyPart();
        text.setDataHandler(text(answer.text()));
        parts.addBodyPart(text);
        for (MessageAttachment attachment : answer.attachments()) {
            MimeBodyPart file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.mediaType())));
            file.setFileName(attachment.name());
            file.setDisposition(MimeBodyPart.ATTACHMENT);
            parts.addBodyPart(file);
        }
        return parts;
    }

    private static DataHandler text(String text) {
        byte[] bytes = text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        return new DataHandler(new ByteArrayDataSource(bytes, "text/plain; charset=UTF-8"));
    }

    private PluginException failure(Line line, MessagingException failure) {
        // Who was refused says more than that something was: it stands behind it.
        for (Exception one : chain(failure)) {
            if (one instanceof SMTPSenderFailedException sender && isFinal(sender.getReturnCode())) {
                return new InvalidSettings(
                        "sender-refused",
                        settings.smtpHost() + " sends nothing from " + settings.senderAddress() + ": "
                                + sender.getMessage(),
                        "senderAddress");
            }
            if (one instanceof SMTPAddressFailedException address && isFinal(address.getReturnCode())) {
                return new Rejected(
                        "address-refused",
                        "The mail server refuses the address: " + address.getMessage(),
                        List.of(Fault.of("to", "refused by the mail server")));
            }
        }
        for (Exception one : chain(failure)) {
            if (one instanceof SMTPSendFailedException send && isFinal(send.getReturnCode())) {
                return new Rejected("refused-by-server", "The mail server refuses the mail: " + send.getMessage());
            }
            if (one instanceof SMTPSendFailedException send && isLater(send.getReturnCode())) {
                return later(failure);
            }
        }
        return line.ended ? maybe(failure) : later(failure);
    }

    private static List<Exception> chain(MessagingException failure) {
        List<Exception> chain = new ArrayList<>();
        for (Exception one = failure;
                one != null;
                one = one instanceof MessagingException known ? known.getNextException() : null) {
            chain.add(one);
        }
        return chain;
    }

    private Unclear maybe(MessagingException failure) {
        return new Unclear(
                "answer-lost",
                "The mail was handed to " + settings.smtpHost()
                        + ", but its receipt did not come back. Look into the mailbox's sent mails.",
                failure);
    }

    private Unavailable later(MessagingException failure) {
        return new Unavailable(
                "not-sent", settings.smtpHost() + " did not take the mail: " + failure.getMessage(), null, failure);
    }

    private static boolean isFinal(int code) {
        return code >= 500 && code < 600;
    }

    private static boolean isLater(int code) {
        return code >= 400 && code < 500;
    }

    /** Keeps the id it was given. */
    private static final class Mail extends MimeMessage {
        private final String id;

        Mail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** Knows whether the end of the mail has gone out. */
    private static final class Line extends SMTPTransport {
        private boolean ended;

        Line(Session session, MailSettings settings) {
            super(session, address(settings), protocol(settings), settings.smtpSecurity() == Security.TLS);
        }

        private static String protocol(MailSettings settings) {
            return settings.smtpSecurity() == Security.TLS ? "smtps" : "smtp";
        }

        private static URLName address(MailSettings settings) {
            return new URLName(protocol(settings), settings.smtpHost(), settings.smtpPort(), null, null, null);
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            ended = true;
            super.finishData();
        }
    }
}
