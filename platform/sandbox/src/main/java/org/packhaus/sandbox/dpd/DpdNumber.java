package org.packhaus.sandbox.dpd;

import java.util.Map;
import org.packhaus.sandbox.carrier.Code;

/** DPD's numbers: 14 digits for a parcel, 28 characters for its way, each printed with a check character that is not in the barcode. */
final class DpdNumber {

    /** The one depot of the sandbox; parcel numbers begin with it. */
    static final String DEPOT = "0998";

    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** ISO 3166-1: the numbers of where DPD Germany goes without customs. */
    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("DE", "276"),
            Map.entry("AT", "040"),
            Map.entry("BE", "056"),
            Map.entry("BG", "100"),
            Map.entry("CY", "196"),
            Map.entry("CZ", "203"),
            Map.entry("DK", "208"),
            Map.entry("EE", "233"),
            Map.entry("ES", "724"),
            Map.entry("FI", "246"),
            Map.entry("FR", "250"),
            Map.entry("GR", "300"),
            Map.entry("HR", "191"),
            Map.entry("HU", "348"),
            Map.entry("IE", "372"),
            Map.entry("IT", "380"),
            Map.entry("LT", "440"),
            Map.entry("LU", "442"),
            Map.entry("LV", "428"),
            Map.entry("MT", "470"),
            Map.entry("NL", "528"),
            Map.entry("PL", "616"),
            Map.entry("PT", "620"),
            Map.entry("RO", "642"),
            Map.entry("SE", "752"),
            Map.entry("SI", "705"),
            Map.entry("SK", "703"));

    private DpdNumber() {}

    static String parcel(int serial) {
        return DEPOT + "%010d".formatted(20_000 + serial);
    }

    /** ISO 7064 mod 37,36. */
    static char check(String text) {
        int digit = 36;
        for (char character : text.toCharArray()) {
            digit += CHARACTERS.indexOf(character);
            digit = digit > 36 ? digit - 36 : digit;
            digit *= 2;
            digit = digit > 36 ? digit - 37 : digit;
        }
        int last = 37 - digit;
        return CHARACTERS.charAt(last == 36 ? 0 : last);
    }

    static boolean serves(String country) {
        return COUNTRIES.containsKey(country);
    }

    /** Postcode, parcel, service, country. */
    static Code routing(String number, String postalCode, Product product, String country) {
        String code = postalCode.replaceAll("[^0-9A-Za-z]", "").toUpperCase(java.util.Locale.ROOT);
        String seven = "0".repeat(Math.max(0, 7 - code.length())) + code.substring(0, Math.min(7, code.length()));
        String whole = seven + number + product.service + COUNTRIES.get(country);
        String readable = seven.substring(0, 4) + " " + seven.substring(4) + " " + spaced(number) + " "
                + product.service + " " + COUNTRIES.get(country) + " " + check(whole);
        return new Code(Code.Kind.CODE_128, "%" + whole, readable);
    }

    /** The parcel alone, for scanners that know nothing of routing. */
    static Code parcel(String number) {
        return new Code(Code.Kind.CODE_128, number, spaced(number) + " " + check(number));
    }

    private static String spaced(String number) {
        return number.substring(0, 4) + " " + number.substring(4, 8) + " " + number.substring(8, 12) + " "
                + number.substring(12);
    }
}
