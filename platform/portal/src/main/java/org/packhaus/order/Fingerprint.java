package org.packhaus.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.packhaus.sdk.ChannelOrder;

/** Tells whether a channel sent the same again, so that the overlap of two passes costs no writing. */
final class Fingerprint {
    private Fingerprint() {}

    /** Records print all of their components, so their text is their content. */
    static String of(ChannelOrder order) {
        return sha256(order.toString());
    }

    static String of(String code, String text) {
        return sha256(code + "\n" + text);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
