package org.packhaus.sandbox.mail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.packhaus.sandbox.world.Seller;

/** A mail server on this computer, begun when the first mailbox is asked for. What sellers send to buyers stays in it. */
public final class MailRoom implements AutoCloseable {
    public static final String PASSWORD = "geheim";
    private @Nullable GreenMail server;

    /** The address in the seller information. */
    public static String address(Seller seller) {
        return "service@" + seller.key().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".example";
    }

    public synchronized GreenMail server() {
        if (server == null) {
            server = new GreenMail(new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)
            });
            server.start();
        }
        return server;
    }

    public GreenMailUser box(Seller seller) {
        GreenMailUser there = server().getUserManager().getUserByEmail(address(seller));
        try {
            return there != null
                    ? there
                    : server().getUserManager().createUser(address(seller), address(seller), PASSWORD);
        } catch (UserException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A mail as it is written on the wire, lines ended by LF. */
    public void deliver(Seller seller, String raw) {
        try {
            box(seller)
                    .deliver(new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a seller sent, oldest first. */
    public List<MimeMessage> sent(Seller seller) {
        List<MimeMessage> sent = new ArrayList<>();
        for (MimeMessage mail : server().getReceivedMessages()) {
            if (isFrom(mail, address(seller))) {
                sent.add(mail);
            }
        }
        return sent;
    }

    private static boolean isFrom(MimeMessage mail, String address) {
        try {
            Address[] from = mail.getFrom();
            return from != null
                    && from.length > 0
                    && from[0] instanceof InternetAddress one
                    && address.equals(one.getAddress());
        } catch (MessagingException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.stop();
        }
    }
}
