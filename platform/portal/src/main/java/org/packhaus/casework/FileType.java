package org.packhaus.casework;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What a file is, found out from its bytes: what its sender says is not to be believed. */
final class FileType {
    static final String UNKNOWN = "application/octet-stream";

    private FileType() {}

    static String of(byte[] content) {
        if (begins(content, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
            return "image/png";
        }
        if (begins(content, 0xff, 0xd8, 0xff)) {
            return "image/jpeg";
        }
        if (begins(content, 'G', 'I', 'F', '8')) {
            return "image/gif";
        }
        if (begins(content, '%', 'P', 'D', 'F', '-')) {
            return "application/pdf";
        }
        return isPlain(content) ? "text/plain" : UNKNOWN;
    }

    private static boolean begins(byte[] content, int... bytes) {
        if (content.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((content[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Words, and none that a browser could take for a page. */
    private static boolean isPlain(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return !text.contains("<")
                    && text.chars().noneMatch(sign -> sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t');
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
