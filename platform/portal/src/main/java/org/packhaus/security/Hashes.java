package org.packhaus.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random words nobody can guess, so that a plain hash of them is enough; passwords go through the password encoder instead. */
public final class Hashes {

    private Hashes() {}

    public static String random(int bytes) {
        byte[] word = new byte[bytes];
        new SecureRandom().nextBytes(word);
        return Base32.encode(word);
    }

    public static String sha256(String word) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(word.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Takes as long for a wrong word as for a right one. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
