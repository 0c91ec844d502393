package org.packhaus.shipment;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/**
 * Makes the reference a carrier files a purchase under: {@code PH}, the attempt, 60 random bits in Crockford's base 32, a check
 * character; 16 characters, which every carrier's field takes (DHL: 8 to 35).
 *
 * <p>Why random and not the purchase's id: ids come from this database. A second install on the same carrier account, or this one after
 * a restore, counts the same ids again, and the carrier would find (or replay, where the reference is its idempotency key) the label of
 * <em>another</em> order. The reference is stored when the purchase is planned, before anything is sent, so it need not be derived again.
 *
 * <p>Why a new one for every attempt: the request may have changed in between (a mended address), and what is found under a reference
 * must be the label of exactly the request stored with it. Some carriers replay a failure under an idempotency key as well. The danger
 * of a new reference, an earlier attempt that takes effect after all, is met by the ledger's last look: before an attempt is sent, those
 * earlier references that ended unclear are looked up once more.
 */
@Component
class References {
    private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    static final int LENGTH = 16;

    private final SecureRandom random = new SecureRandom();

    String next(int attempt) {
        StringBuilder reference = new StringBuilder(LENGTH).append("PH").append(DIGITS[attempt % 32]);
        long bits = random.nextLong();
        for (int i = 0; i < 12; i++, bits >>>= 5) {
            reference.append(DIGITS[(int) (bits & 31)]);
        }
        return reference.append(check(reference)).toString();
    }

    /** Whether somebody typed it right. */
    static boolean isReference(String text) {
        return text.length() == LENGTH
                && text.startsWith("PH")
                && text.charAt(LENGTH - 1) == check(text.subSequence(0, LENGTH - 1));
    }

    /** Weighted by odd numbers, so every wrong character and nearly every swapped pair shows. */
    private static char check(CharSequence payload) {
        int sum = 0;
        for (int i = 0; i < payload.length(); i++) {
            sum += (2 * i + 1) * value(payload.charAt(i));
        }
        return DIGITS[sum & 31];
    }

    private static int value(char digit) {
        for (int i = 0; i < DIGITS.length; i++) {
            if (DIGITS[i] == digit) {
                return i;
            }
        }
        return 0;
    }
}
