package org.packhaus.sdk;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A country by its ISO 3166-1 alpha-2 code, upper-case: {@code DE}. Services that speak alpha-3 ({@code DEU}: OTTO, DHL) are
 * translated here.
 *
 * @param code two upper-case letters that ISO 3166-1 assigns
 */
public record CountryCode(String code) implements Comparable<CountryCode> {
    /** Germany. */
    public static final CountryCode DE = new CountryCode("DE");

    public CountryCode {
        if (!Alpha3.OF_ALPHA2.containsKey(code)) {
            throw new IllegalArgumentException("No ISO 3166-1 alpha-2 country code: " + code);
        }
    }

    /** The country of an alpha-2 or alpha-3 code in any case; empty when there is none. */
    public static Optional<CountryCode> find(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        if (Alpha3.OF_ALPHA2.containsKey(code)) {
            return Optional.of(new CountryCode(code));
        }
        return Optional.ofNullable(Alpha3.TO_ALPHA2.get(code)).map(CountryCode::new);
    }

    /** The alpha-3 code: {@code DEU}. */
    public String alpha3() {
        return Alpha3.OF_ALPHA2.getOrDefault(code, "");
    }

    /** The country's name in that language. */
    public String name(Locale language) {
        return Locale.of("", code).getDisplayCountry(language);
    }

    @Override
    public int compareTo(CountryCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }

    private static final class Alpha3 {
        static final Map<String, String> OF_ALPHA2;
        static final Map<String, String> TO_ALPHA2;

        static {
            Map<String, String> forth = new HashMap<>();
            Map<String, String> back = new HashMap<>();
            for (String alpha2 : Locale.getISOCountries()) {
                String alpha3 = Locale.of("", alpha2).getISO3Country();
                forth.put(alpha2, alpha3);
                back.put(alpha3, alpha2);
            }
            OF_ALPHA2 = Collections.unmodifiableMap(forth);
            TO_ALPHA2 = Collections.unmodifiableMap(back);
        }
    }
}
