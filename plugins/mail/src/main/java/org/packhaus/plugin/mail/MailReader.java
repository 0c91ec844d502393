package org.packhaus.plugin.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.packhaus.sdk.BuyerMessage;
import org.packhaus.sdk.BuyerMessage.Kind;

/** Makes a message of what came over the wire. Whatever came, something comes out: one broken mail must not stop those behind it. */
final class MailReader {
    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,250}>");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"(),;:@]{1,64}@[^\\s<>\"(),;:@]{1,190}");
    private static final Pattern ORIGINAL_ID =
            Pattern.compile("^message-id:\\s*(<[^<>\\s]{1,250}>)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern FAILED =
            Pattern.compile("^action:\\s*failed", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final int LONGEST_LINE = 500;
    private static final int MOST_IN_THREAD = 50;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Session session;

    MailReader(Session session) {
        this.session = session;
    }

    BuyerMessage read(byte[] raw, Instant now) {
        try {
            MimeMessage mail = new MimeMessage(session, new ByteArrayInputStream(raw));
            Parts parts = Parts.of(mail);
            return message(mail, raw, parts, now);
        } catch (MessagingException | RuntimeException | StackOverflowError e) {
            return unreadable(raw, now, "[This mail is broken and could not be read. It lies in the mailbox.]");
        }
    }

    BuyerMessage tooLarge(byte[] beginning, Instant now) {
        return unreadable(beginning, now, "[This mail is larger than 36 MB and was not read. It lies in the mailbox.]");
    }

    /** What its head says, if even that can be read. */
    private BuyerMessage unreadable(byte[] raw, Instant now, String instead) {
        try {
            byte[] head = Arrays.copyOf(raw, Math.min(raw.length, 64 << 10));
            MimeMessage mail =
                    new MimeMessage(new InternetHeaders(new ByteArrayInputStream(head), true), new byte[0], session);
            return message(mail, raw, Parts.saying(instead), now);
        } catch (MessagingException | RuntimeException e) {
            return new BuyerMessage(digest(raw), Kind.PERSON, "", "", "", "", instead, "", now, List.of(), List.of());
        }
    }

    /** As the library does it, but a content that was found elsewhere. */
    private static final class MimeMessage extends jakarta.mail.internet.MimeMessage {
        MimeMessage(Session session, ByteArrayInputStream raw) throws MessagingException {
            super(session, raw);
        }

        MimeMessage(InternetHeaders head, byte[] body, Session session) throws MessagingException {
            super(session);
            for (Header header : Collections.list(head.getAllHeaders())) {
                addHeader(header.getName(), header.getValue());
            }
            content = body;
        }
    }

    private BuyerMessage message(MimeMessage mail, byte[] raw, Parts parts, Instant now) throws MessagingException {
        Kind kind = kind(mail, parts);
        InternetAddress from = address(header(mail, "From"));
        return new BuyerMessage(
                ids(header(mail, "Message-ID")).stream().findFirst().orElseGet(() -> digest(raw)),
                kind,
                from.getAddress(),
                from.getPersonal() == null ? "" : line(from.getPersonal()),
                address(header(mail, "To")).getAddress(),
                line(decoded(header(mail, "Subject"))),
                parts.text(),
                parts.html(),
                at(mail, now),
                kind == Kind.BOUNCE ? bounced(mail, parts) : thread(mail),
                parts.attachments());
    }

    private static Kind kind(MimeMessage mail, Parts parts) throws MessagingException {
        String report = parts.report();
        if (!report.isEmpty()) {
            return FAILED.matcher(report).find() ? Kind.BOUNCE : Kind.AUTOMATIC;
        }
        String from = address(header(mail, "From")).getAddress().toLowerCase(Locale.ROOT);
        boolean postman = from.startsWith("mailer-daemon@") || from.startsWith("postmaster@");
        if (!header(mail, "X-Failed-Recipients").isEmpty()
                || (postman && header(mail, "Return-Path").strip().equals("<>"))) {
            return Kind.BOUNCE;
        }
        String submitted = header(mail, "Auto-Submitted").strip().toLowerCase(Locale.ROOT);
        String precedence = header(mail, "Precedence").strip().toLowerCase(Locale.ROOT);
        boolean machine = (!submitted.isEmpty() && !submitted.startsWith("no"))
                || List.of("bulk", "junk", "list", "auto_reply").contains(precedence)
                || !header(mail, "X-Autoreply").isEmpty()
                || !header(mail, "X-Autorespond").isEmpty()
                || !header(mail, "List-Id").isEmpty()
                || header(mail, "Return-Path").strip().equals("<>")
                || postman;
        return machine ? Kind.AUTOMATIC : Kind.PERSON;
    }

    private static List<String> bounced(MimeMessage mail, Parts parts) throws MessagingException {
        Matcher original = ORIGINAL_ID.matcher(parts.original());
        List<String> ids = new ArrayList<>();
        if (original.find()) {
            ids.add(original.group(1));
        }
        ids.addAll(thread(mail));
        if (ids.isEmpty()) {
            // Some put the returned mail below their own words.
            Matcher quoted = ORIGINAL_ID.matcher(parts.text());
            if (quoted.find()) {
                ids.add(quoted.group(1));
            }
        }
        return ids.stream().distinct().toList();
    }

    private static List<String> thread(MimeMessage mail) throws MessagingException {
        List<String> ids = new ArrayList<>(ids(header(mail, "References")));
        ids.addAll(ids(header(mail, "In-Reply-To")));
        List<String> distinct = ids.stream().distinct().toList();
        return distinct.subList(Math.max(0, distinct.size() - MOST_IN_THREAD), distinct.size());
    }

    private static List<String> ids(String header) {
        return ID.matcher(header).results().map(found -> found.group()).toList();
    }

    /** Empty fields if there is none that could be understood. */
    private static InternetAddress address(String header) {
        InternetAddress found = new InternetAddress();
        found.setAddress("");
        try {
            for (InternetAddress one : InternetAddress.parseHeader(header, false)) {
                if (one.getAddress() != null
                        && ADDRESS.matcher(one.getAddress()).matches()) {
                    return one;
                }
            }
        } catch (MessagingException | RuntimeException e) {
            // Then by what looks like one.
        }
        Matcher matcher = ADDRESS.matcher(header);
        if (matcher.find()) {
            found.setAddress(matcher.group());
        }
        return found;
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        String value = mail.getHeader(name, ",");
        return value == null ? "" : MimeUtility.unfold(value);
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(header);
        } catch (UnsupportedEncodingException | RuntimeException e) {
            return header;
        }
    }

    private static String line(String text) {
        String one = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return one.length() <= LONGEST_LINE ? one : one.substring(0, LONGEST_LINE);
    }

    /** A mail from the future would stay on top of every list. */
    private static Instant at(MimeMessage mail, Instant now) throws MessagingException {
        try {
            var said = mail.getSentDate();
            return said == null || said.toInstant().isAfter(now.plus(CLOCKS_DIFFER)) ? now : said.toInstant();
        } catch (RuntimeException e) {
            return now;
        }
    }

    /** The name of a mail that has none. */
    private static String digest(byte[] raw) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(raw);
            return "<" + HexFormat.of().formatHex(digest) + "@no-message-id>";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
