package org.packhaus.print;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.packhaus.sdk.DocumentType;

/** The one thing of the Internet Printing Protocol that is needed here: Print-Job (RFC 8011, section 4.2.1). */
final class Ipp {
    private static final int PRINT_JOB = 0x0002;
    private static final byte OPERATION_ATTRIBUTES = 0x01;
    private static final byte END = 0x03;
    private static final byte NAME = 0x42;
    private static final byte KEYWORD_CHARSET = 0x47;
    private static final byte LANGUAGE = 0x48;
    private static final byte MEDIA_TYPE = 0x49;
    private static final byte PRINTER_URI = 0x45;
    private static final int FIRST_FAILURE = 0x0400;

    private final PrintHosts.Target target;
    private final Duration patience;

    Ipp(PrintHosts.Target target, Duration patience) {
        this.target = target;
        this.patience = patience;
    }

    /** @throws PrintException if the printer refuses the file, with IPP's status */
    void print(String title, DocumentType type, byte[] content) throws IOException {
        URI at = URI.create("http://" + target.host() + ":" + target.port() + target.path());
        byte[] head = head(title, type);
        HttpRequest request = HttpRequest.newBuilder(at)
                .timeout(patience)
                .header("Content-Type", "application/ipp")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() ->
                        new SequenceInputStream(new ByteArrayInputStream(head), new ByteArrayInputStream(content))))
                .build();
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build()) {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200 || answer.body().length < 8) {
                throw new PrintException(
                        "printer-refused",
                        "The printer answered with HTTP " + answer.statusCode() + ". Look at its address and queue.",
                        "HTTP " + answer.statusCode());
            }
            int status = ByteBuffer.wrap(answer.body()).getShort(2) & 0xffff;
            if (status >= FIRST_FAILURE) {
                throw new PrintException(
                        "printer-refused",
                        "The printer refuses the file (IPP status 0x%04x). Look at its queue.".formatted(status),
                        "IPP 0x%04x".formatted(status));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private byte[] head(String title, DocumentType type) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(2);
            out.writeByte(0);
            out.writeShort(PRINT_JOB);
            out.writeInt(1);
            out.writeByte(OPERATION_ATTRIBUTES);
            attribute(out, KEYWORD_CHARSET, "attributes-charset", "utf-8");
            attribute(out, LANGUAGE, "attributes-natural-language", "en");
            attribute(out, PRINTER_URI, "printer-uri", "ipp://" + target.host() + ":" + target.port() + target.path());
            attribute(out, NAME, "requesting-user-name", "packhaus");
            attribute(out, NAME, "job-name", title);
            attribute(out, MEDIA_TYPE, "document-format", format(type));
            out.writeByte(END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What a label printer understands goes to it unread. */
    private static String format(DocumentType type) {
        return switch (type) {
            case PDF, PNG -> type.mediaType();
            case ZPL, EPL -> "application/vnd.cups-raw";
        };
    }

    private static void attribute(DataOutputStream out, byte tag, String name, String value) throws IOException {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        out.writeByte(tag);
        out.writeShort(name.length());
        out.write(name.getBytes(StandardCharsets.US_ASCII));
        out.writeShort(text.length);
        out.write(text);
    }
}
