package org.packhaus.sandbox.world;

/** Check digits of the trade. */
public final class CheckDigit {

    private CheckDigit() {}

    /** GS1 (EAN, SSCC): from the right 3, 1, 3, 1 … */
    public static String gs1(String digits) {
        return digits + digit(digits, 3, 1);
    }

    /** Deutsche Post (Leitcode, Identcode, return number): from the right 4, 9, 4, 9 … */
    public static String post(String digits) {
        return digits + digit(digits, 4, 9);
    }

    private static int digit(String digits, int odd, int even) {
        int sum = 0;
        int weight = odd;
        for (int i = digits.length() - 1; i >= 0; i--) {
            sum += weight * Character.digit(digits.charAt(i), 10);
            weight = weight == odd ? even : odd;
        }
        return (10 - sum % 10) % 10;
    }
}
