package org.packhaus.order;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.packhaus.sdk.CountryCode;

/** What postcodes look like in Europe (Universal Postal Union, addressing sheets), and what people write before them. */
final class PostalCodes {
    private static final String FOUR = "[1-9]\\d{3}";
    private static final String THREE_TWO = "\\d{3} ?\\d{2}";

    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("AT", FOUR),
            Map.entry("BE", FOUR),
            Map.entry("BG", FOUR),
            Map.entry("CH", FOUR),
            Map.entry("CY", FOUR),
            Map.entry("CZ", THREE_TWO),
            Map.entry("DE", "\\d{5}"),
            Map.entry("DK", "\\d{4}"),
            Map.entry("EE", "\\d{5}"),
            Map.entry("ES", "\\d{5}"),
            Map.entry("FI", "\\d{5}"),
            Map.entry("FR", "\\d{5}"),
            Map.entry("GR", THREE_TWO),
            Map.entry("HR", "\\d{5}"),
            Map.entry("HU", FOUR),
            Map.entry("IE", "[A-Za-z]\\d[\\dWw] ?[A-Za-z\\d]{4}"),
            Map.entry("IT", "\\d{5}"),
            Map.entry("LI", "94\\d{2}"),
            Map.entry("LT", "\\d{5}"),
            Map.entry("LU", FOUR),
            Map.entry("LV", "(?:LV-)?[1-9]\\d{3}"),
            Map.entry("MT", "[A-Za-z]{3} ?\\d{4}"),
            Map.entry("NL", "[1-9]\\d{3} ?[A-Za-z]{2}"),
            Map.entry("NO", "\\d{4}"),
            Map.entry("PL", "\\d{2}-\\d{3}"),
            Map.entry("PT", "\\d{4}-\\d{3}"),
            Map.entry("RO", "\\d{6}"),
            Map.entry("SE", THREE_TWO),
            Map.entry("SI", FOUR),
            Map.entry("SK", THREE_TWO));

    private static final Map<String, Pattern> PATTERNS = new HashMap<>();

    /** The signs cars carry, and the two letters of ISO. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("A", "AT"),
            Map.entry("B", "BE"),
            Map.entry("D", "DE"),
            Map.entry("E", "ES"),
            Map.entry("F", "FR"),
            Map.entry("H", "HU"),
            Map.entry("I", "IT"),
            Map.entry("L", "LU"),
            Map.entry("LUX", "LU"),
            Map.entry("P", "PT"),
            Map.entry("S", "SE"),
            Map.entry("FIN", "FI"),
            Map.entry("FL", "LI"),
            Map.entry("N", "NO"),
            Map.entry("EL", "GR"));

    /** German postcodes begin with none of these: the regions 00, 05, 43 and 62 were never given out. */
    private static final Set<String> NO_GERMAN_REGION = Set.of("00", "05", "43", "62");

    private static final Map<String, List<String>> CITIES = Map.of(
            "AT",
                    List.of(
                            "wien",
                            "vienna",
                            "graz",
                            "linz",
                            "salzburg",
                            "innsbruck",
                            "klagenfurt",
                            "villach",
                            "wels",
                            "dornbirn",
                            "bregenz",
                            "st. pölten",
                            "sankt pölten",
                            "wiener neustadt"),
            "CH",
                    List.of(
                            "zürich",
                            "genf",
                            "genève",
                            "basel",
                            "bern",
                            "lausanne",
                            "luzern",
                            "winterthur",
                            "st. gallen",
                            "lugano",
                            "biel"),
            "DE",
                    List.of(
                            "berlin",
                            "hamburg",
                            "münchen",
                            "köln",
                            "frankfurt",
                            "frankfurt am main",
                            "stuttgart",
                            "düsseldorf",
                            "leipzig",
                            "dortmund",
                            "essen",
                            "bremen",
                            "dresden",
                            "hannover",
                            "nürnberg",
                            "duisburg",
                            "mannheim"),
            "BE",
                    List.of(
                            "brüssel",
                            "bruxelles",
                            "brussel",
                            "antwerpen",
                            "gent",
                            "brügge",
                            "liège",
                            "lüttich",
                            "eupen"),
            "DK", List.of("kopenhagen", "københavn", "aarhus", "odense", "aalborg"),
            "LU", List.of("luxemburg", "luxembourg", "esch-sur-alzette"));

    static {
        FORMS.forEach((country, form) -> PATTERNS.put(country, Pattern.compile(form)));
    }

    private PostalCodes() {}

    /** Whether a delivery there needs one. Much of Ireland does without. */
    static boolean wanted(CountryCode country) {
        return !country.code().equals("IE");
    }

    /** What a postcode looks like there, as a regular expression without groups; empty for countries we know nothing of. */
    static Optional<String> form(CountryCode country) {
        return Optional.ofNullable(FORMS.get(country.code()));
    }

    static boolean fits(String code, CountryCode country) {
        Pattern form = PATTERNS.get(country.code());
        return form == null || form.matcher(code).matches();
    }

    /** The country a prefix such as {@code D} or {@code NL} means. */
    static Optional<CountryCode> country(String prefix) {
        String sign = prefix.toUpperCase(Locale.ROOT);
        return Optional.ofNullable(PREFIXES.get(sign))
                .or(() -> FORMS.containsKey(sign) ? Optional.of(sign) : Optional.empty())
                .map(CountryCode::new);
    }

    /** Another country in which a well-known city of this name has postcodes like this. */
    static Optional<CountryCode> elsewhere(String code, String city, CountryCode country) {
        String name = city.strip().toLowerCase(Locale.ROOT);
        return CITIES.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(country.code())
                        && entry.getValue().contains(name))
                .map(entry -> new CountryCode(entry.getKey()))
                .filter(other -> fits(code, other))
                .findFirst();
    }

    static boolean isGermanRegion(String code) {
        return !NO_GERMAN_REGION.contains(code.substring(0, 2));
    }

    /** The postcode that was meant: without blanks and dots, with its hyphen, with the zero that a spreadsheet ate. */
    static Optional<String> mended(String written, CountryCode country) {
        String bare = written.replaceAll("[^\\p{L}\\p{N}]", "");
        String digits = bare.replaceAll("[Oo]", "0").replaceAll("[lI]", "1");
        String meant = switch (country.code()) {
            case "PL" -> hyphen(digits, 5, 2);
            case "PT" -> hyphen(digits, 7, 4);
            case "DE", "FR", "IT", "ES", "LT" -> digits.matches("[1-9]\\d{3}") ? "0" + digits : digits;
            case "RO" -> digits.matches("[1-9]\\d{4}") ? "0" + digits : digits;
            case "FI" -> digits.matches("[1-9]\\d{2,3}") ? "0".repeat(5 - digits.length()) + digits : digits;
            case "IE", "MT", "NL" -> bare;
            default -> digits;
        };
        boolean known = !country.equals(CountryCode.DE) || !meant.matches("\\d{5}") || isGermanRegion(meant);
        return known && fits(meant, country) && FORMS.containsKey(country.code())
                ? Optional.of(meant)
                : Optional.empty();
    }

    private static String hyphen(String digits, int length, int at) {
        return digits.length() == length ? digits.substring(0, at) + "-" + digits.substring(at) : digits;
    }
}
