package org.packhaus.plugin.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.packhaus.sdk.MessageAttachment;

/** What a mail consists of: what it says, as text and as HTML, and the files with it. Takes no more than it can hold. */
final class Parts {
    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 200;
    private static final int MOST_FILES = 20;
    private static final int LARGEST_FILE = 10 << 20;
    private static final int MOST_BYTES = 25 << 20;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<MessageAttachment> attachments = new ArrayList<>();
    private String report = "";
    private String original = "";
    private int parts;
    private long bytes;
    private int left;

    private Parts() {}

    static Parts of(Part mail) throws MessagingException {
        Parts parts = new Parts();
        parts.take(mail, 0);
        if (parts.left > 0) {
            parts.add(
                    parts.text,
                    "[" + parts.left
                            + " parts of this mail were left out: too many, too large, or broken. They lie in the"
                            + " mailbox.]");
        }
        return parts;
    }

    static Parts saying(String text) {
        Parts parts = new Parts();
        parts.text.append(text);
        return parts;
    }

    String text() {
        return text.toString();
    }

    String html() {
        return html.toString();
    }

    List<MessageAttachment> attachments() {
        return attachments;
    }

    /** What a mail server says about a mail of ours; empty if this is no such report. */
    String report() {
        return report;
    }

    /** The returned mail's head, and perhaps more of it. */
    String original() {
        return original;
    }

    private void take(Part part, int depth) throws MessagingException {
        if (++parts > MOST_PARTS || depth > DEEPEST) {
            left++;
            return;
        }
        try {
            ContentType type = type(part);
            if (type.match("multipart/*")) {
                takeAll(part, depth);
            } else {
                takeOne(part, type);
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            if (depth == 0 && parts == 1) {
                throw new MessagingException("broken", e instanceof Exception known ? known : null);
            }
            left++;
        }
    }

    private void takeAll(Part part, int depth) throws MessagingException, IOException {
        // Not by getContent(): that looks for handlers through class loaders.
        Multipart all = new MimeMultipart(new PartSource(part));
        int count = all.getCount();
        for (int i = 0; i < count && parts <= MOST_PARTS; i++) {
            BodyPart one = all.getBodyPart(i);
            take(one, depth + 1);
        }
    }

    private void takeOne(Part part, ContentType type) throws MessagingException, IOException {
        if (type.match("message/delivery-status")) {
            report = MailReader.latin(bytes(part, LONGEST_TEXT));
            return;
        }
        if (!report.isEmpty() && (type.match("message/rfc822") || type.match("text/rfc822-headers"))) {
            original = MailReader.latin(bytes(part, LONGEST_TEXT));
            return;
        }
        boolean file = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                || !name(part).isEmpty();
        if (!file && type.match("text/plain")) {
            add(text, string(part, type));
        } else if (!file && type.match("text/html")) {
            add(html, string(part, type));
        } else {
            file(part, type);
        }
    }

    private void file(Part part, ContentType type) throws MessagingException, IOException {
        if (attachments.size() >= MOST_FILES) {
            left++;
            return;
        }
        byte[] content = bytes(part, LARGEST_FILE + 1);
        if (content.length > LARGEST_FILE || bytes + content.length > MOST_BYTES) {
            left++;
            return;
        }
        bytes += content.length;
        String name = name(part);
        attachments.add(new MessageAttachment(
                name.isEmpty() ? "file-" + (attachments.size() + 1) : name,
                type.getBaseType().toLowerCase(Locale.ROOT),
                content));
    }

    /** Between texts an empty line; no text without end. */
    private void add(StringBuilder to, String more) {
        if (more.isBlank()) {
            return;
        }
        if (!to.isEmpty()) {
            to.append("\n\n");
        }
        int room = Math.max(0, LONGEST_TEXT - to.length());
        to.append(more, 0, Math.min(room, more.length()));
    }

    private static ContentType type(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType());
        } catch (ParseException e) {
            return new ContentType("application", "octet-stream", null);
        }
    }

    /** Without a path, and no longer than file systems take. */
    private static String name(Part part) {
        try {
            String said = part.getFileName();
            if (said == null) {
                return "";
            }
            String name = MimeUtility.decodeText(said).replaceAll("[\\p{Cntrl}]", "");
            String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                    .strip();
            return last.length() <= 120 ? last : last.substring(last.length() - 120);
        } catch (MessagingException | IOException | RuntimeException e) {
            return "";
        }
    }

    private static byte[] bytes(Part part, int most) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(most);
        }
    }

    private static String string(Part part, ContentType type) throws MessagingException, IOException {
        byte[] content = bytes(part, 4 * LONGEST_TEXT);
        String said = type.getParameter("charset");
        return decode(content, said == null ? "" : said)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\0", "");
    }

    /** Senders lie about this: what is not UTF-8 although it says so is read as Windows writes it. */
    static String decode(byte[] content, String said) {
        Charset charset = StandardCharsets.UTF_8;
        try {
            if (!said.isBlank()) {
                charset = Charset.forName(MimeUtility.javaCharset(said.strip()));
            }
        } catch (IllegalArgumentException e) {
            // An unknown one; most are UTF-8 by now.
        }
        if (charset.equals(StandardCharsets.US_ASCII)) {
            charset = StandardCharsets.UTF_8;
        }
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException | UnsupportedOperationException e) {
            return new String(content, WINDOWS);
        }
    }
}
