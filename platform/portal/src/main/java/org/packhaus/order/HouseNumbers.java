package org.packhaus.order;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.packhaus.sdk.CountryCode;

/** What house numbers look like: {@code 12 b-c}, {@code 31 1/2}, {@code 5-7}, and what single countries add to them. */
final class HouseNumbers {
    /** Not within a word or a number; close behind a word only if that is longer than “A” of “A7”. */
    private static final String START =
            "(?:(?<![\\p{L}\\d/.,+-])|(?<=[\\p{L}\\d]\\.)(?<!\\d\\.)|(?<=,)(?<!\\d,)|(?<=\\p{L}[-/])|(?<=\\p{L}{3}))";

    private static final String LETTER = "(?:[A-Za-z]|\\s[A-Za-z](?![.'’]))(?!\\p{L})";
    private static final String FLOOR = "(?!\\s?(?:[º°ª]|\\.\\s?\\p{L}))";
    private static final String BASE = "\\d{1,5}(?!\\d)(?:\\s?[½¼¾⅓⅔]|\\s\\d/\\d(?!\\d))?"
            + "(?:\\s?(?:bis|ter|quater|quinquies)(?!\\p{L})(?!\\s?\\d))?";
    private static final String SERIES = "(?:(?:\\s?[-–/+&]\\s?|\\s(?:und|u\\.|bis)\\s(?=\\d)|\\.(?=\\d))"
            + "(?:\\d{1,5}(?!\\d)" + FLOOR + "(?:" + LETTER + ")?|[A-Za-z](?![\\p{L}.])))*";

    private static final String GERMAN_LIST = "(?:,\\s?\\d{1,4}[a-z]?(?=\\s*(?:,\\s?\\d|$)))*";
    private static final Map<String, String> EXTRAS = Map.of(
            "AT", "(?:\\s?/\\s?(?:(?:Stiege|Stg\\.?|Top|Tür)\\s?)?\\d{1,4}\\s?[A-Za-z]?(?!\\p{L}))*",
            "BE", "(?:[\\s,/]*(?:bus|bte|bo[iî]te|b)\\.?\\s?(?:\\d[\\dA-Za-z.]{0,5}|[A-Za-z])(?![\\p{L}\\d]))?",
            "DE", GERMAN_LIST,
            "NL", "(?:\\s?-?\\s?(?:hs|huis|[IVX]{1,4}|bis|rood|zw|\\d{1,2}\\s?-?\\s?hoog)(?!\\p{L}))?");

    /** A letter alone, a roman number, a named house, or a block. */
    private static final Pattern NAMED = Pattern.compile(
            "(?iu)\\p{L}|[IVX]{1,5}|(?:haus|block|villa|hof|bungalow|gebäude|parzelle|objekt|stand|km|p|pav)\\.?\\s?(?:\\d{1,4}\\s?[a-z]?|[a-z])"
                    + "|\\p{L}\\s?-?\\s?\\d{1,4}\\p{L}?");

    static final Pattern NONE = Pattern.compile(
            "(?iu)(?:^|.*[\\s,])(?:s\\s?[/.]?\\s?n\\.?|s\\.?n\\.?c\\.?|b\\.?b\\.?|z/n|sans\\s+num[ée]ro|sin\\s+n[úu]mero"
                    + "|zonder\\s+nummer|(?:ohne|keine?)\\s+(?:haus)?(?:nr\\.?|nummer)|ohne|keine?|o\\.\\s?nr\\.?)");

    private static final Map<String, Pattern> PATTERNS = new HashMap<>();
    private static final Pattern COMMON = Pattern.compile(START + "(?<number>" + number("") + ")");

    static {
        EXTRAS.forEach(
                (country, extra) -> PATTERNS.put(country, Pattern.compile(START + "(?<number>" + number(extra) + ")")));
        String flat = "\\d{1,5}[A-Za-z]?(?:/\\d{1,4}[A-Za-z]?)?\\s?(?:m|lok)\\.?\\s?\\d{1,4}[A-Za-z]?(?![\\p{L}\\d])";
        PATTERNS.put("PL", Pattern.compile(START + "(?<number>" + flat + "|" + number("") + ")"));
        PATTERNS.put(
                "FI",
                Pattern.compile(START + "(?<number>\\d{1,5}(?!\\d)\\s[A-Z]\\s?\\d{1,3}(?!\\d)|" + number("") + ")"));
    }

    private HouseNumbers() {}

    private static String number(String extra) {
        return "(?:" + BASE + "(?:" + LETTER + ")?" + SERIES + extra + "(?![\\p{L}\\d]))";
    }

    /** Finds house numbers in a line of that country; group {@code number}. */
    static Matcher in(String line, CountryCode country) {
        return PATTERNS.getOrDefault(country.code(), COMMON).matcher(line);
    }

    /** Whether the text is a house number and nothing else. */
    static boolean is(String text, CountryCode country) {
        return in(text, country).matches() || NAMED.matcher(text).matches();
    }
}
