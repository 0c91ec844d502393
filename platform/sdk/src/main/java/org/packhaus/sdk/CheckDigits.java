package org.packhaus.sdk;

/**
 * The check digits of numbers on parcels. Only digits are looked at as such; anything else makes a number wrong. Note that
 * carriers' sandboxes hand out numbers that do not obey them, so never refuse a number a carrier gave.
 */
public final class CheckDigits {
    private CheckDigits() {}

    /** Whether the last digit is the GS1 check digit of the others (weights 3, 1 from the right): SSCC, EAN, Hermes. */
    public static boolean isGs1(String number) {
        return isDigits(number) && number.charAt(number.length() - 1) == gs1(withoutLast(number));
    }

    /** The GS1 check digit of a payload. */
    public static char gs1(String payload) {
        return digit(weighted(payload, 3, 1));
    }

    /** Whether the last digit is Deutsche Post's (weights 4, 9 from the right): Identcode, Leitcode, return number. */
    public static boolean isPost(String number) {
        return isDigits(number) && number.charAt(number.length() - 1) == post(withoutLast(number));
    }

    /** Deutsche Post's check digit of a payload. */
    public static char post(String payload) {
        return digit(weighted(payload, 4, 9));
    }

    /** Whether the last digit is that of GLS, over the 11 before. */
    public static boolean isGls(String number) {
        return isDigits(number) && number.charAt(number.length() - 1) == gls(withoutLast(number));
    }

    /** The check digit of GLS: weights 3, 1 from the right and one more. */
    public static char gls(String payload) {
        return digit(weighted(payload, 3, 1) + 1);
    }

    private static int weighted(String payload, int first, int second) {
        int sum = 0;
        for (int i = payload.length() - 1, weight = first; i >= 0; i--, weight = first + second - weight) {
            sum += (payload.charAt(i) - '0') * weight;
        }
        return sum;
    }

    private static char digit(int sum) {
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    private static String withoutLast(String number) {
        return number.substring(0, number.length() - 1);
    }

    private static boolean isDigits(String text) {
        return text.length() > 1 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
