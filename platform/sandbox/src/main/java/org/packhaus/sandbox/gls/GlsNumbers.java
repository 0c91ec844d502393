package org.packhaus.sandbox.gls;

/** GLS's numbers, both made from one serial so that each leads to the other. */
final class GlsNumbers {

    private static final long FIRST = 30_280_000_000L;

    private GlsNumbers() {}

    /** 11 digits and a check digit. */
    static String parcelNumber(int serial) {
        return withCheckDigit(Long.toString(FIRST + serial));
    }

    /** Eight letters and digits. */
    static String trackId(int serial) {
        String counted = Integer.toString(serial, 36).toUpperCase(java.util.Locale.ROOT);
        return "ZP" + "0".repeat(Math.max(0, 6 - counted.length())) + counted;
    }

    /** From the right 3, 1, 3, 1 …; one is added to the sum. */
    static String withCheckDigit(String digits) {
        int sum = 1;
        int weight = 3;
        for (int i = digits.length() - 1; i >= 0; i--) {
            sum += weight * Character.digit(digits.charAt(i), 10);
            weight = 4 - weight;
        }
        return digits + (10 - sum % 10) % 10;
    }
}
