package org.packhaus.security;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time codes as authenticator apps make them (RFC 6238 over RFC 4226): SHA-1, six digits, thirty seconds. The other
 * choices of the RFC are ignored by several apps, so there is nothing to configure.
 */
final class Totp {
    static final int DIGITS = 6;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int SECRET_BYTES = 20;
    /** Clocks of telephones are wrong by some seconds, and typing takes some. */
    private static final int STEPS_AROUND = 1;

    private Totp() {}

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    static String code(byte[] secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return ("%0" + digits + "d").formatted(number % (int) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }

    /**
     * The time step whose code this is, if it is one of now.
     *
     * @param after only newer steps count: whoever looked over the shoulder cannot use the code again
     */
    static OptionalLong matching(byte[] secret, String typed, Instant now, long after) {
        String code = typed.replaceAll("\\s", "");
        for (long step = step(now) - STEPS_AROUND; step <= step(now) + STEPS_AROUND; step++) {
            if (step > after && Hashes.same(code(secret, step, DIGITS), code)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }
}
