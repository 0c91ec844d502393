package org.packhaus.sandbox.ups;

/**
 * Tracking numbers: {@code 1Z}, six characters of the account, two of the service, seven of the parcel, a check digit. In the sum
 * letters count (ASCII − 63) mod 10 and every second character twice.
 */
final class UpsNumber {

    private UpsNumber() {}

    static String of(String account, String service, int serial) {
        String payload = "%s%s%07d".formatted(account, service, serial);
        return "1Z" + payload + check(payload);
    }

    static boolean isRight(String number) {
        return number.matches("1Z[0-9A-Z]{15}[0-9]")
                && number.charAt(number.length() - 1) == check(number.substring(2, number.length() - 1));
    }

    private static char check(String payload) {
        int sum = 0;
        for (int i = 0; i < payload.length(); i++) {
            char c = payload.charAt(i);
            int value = Character.isDigit(c) ? c - '0' : (c - 63) % 10;
            sum += i % 2 == 0 ? value : value * 2;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
