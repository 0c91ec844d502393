package org.packhaus.order;

import static org.packhaus.order.AddressDraft.Weight.DOUBT;
import static org.packhaus.order.AddressDraft.Weight.FACT;
import static org.packhaus.order.AddressDraft.Weight.NOTE;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CountryCode;

/** Postcode and city, which people write into one field, swap, or prefix with a country. */
final class CityLine {
    private static final Pattern PREFIXED =
            Pattern.compile("^(?<prefix>\\p{L}{1,3})(?:\\s*-\\s*|\\s+|(?=\\d))(?<code>\\d.*)$");
    private static final Pattern OLD_GERMAN = Pattern.compile("(?i)[OW]\\s?-\\s?\\d{4}");
    private static final Pattern LAST_WORDS =
            Pattern.compile("^(?<city>.+?)[\\s,;(–-]+(?<country>\\p{L}[\\p{L} ]+?)\\)?$");
    private static final String PREFIX = "(?<prefix>(?:\\p{L}{1,3}(?:\\s*-\\s*|\\s+|(?=\\d)))?)";

    private CityLine() {}

    static void read(AddressDraft draft) {
        form(draft);
        apart(draft);
        form(draft);
        shape(draft);
        country(draft);
    }

    /** Takes postcode and city out of each other. */
    private static void apart(AddressDraft draft) {
        Optional<String> known = PostalCodes.form(draft.country());
        if (known.isEmpty()) {
            return;
        }
        String code = draft.get(AddressPart.POSTAL_CODE);
        String city = draft.get(AddressPart.CITY);
        if (city.chars().noneMatch(Character::isDigit) && (code.isEmpty() || PostalCodes.fits(code, draft.country()))) {
            return;
        }
        String form = "(?<code>" + known.get() + ")(?!\\d)";
        Matcher codeWithCity = Pattern.compile("^" + PREFIX + form + "[\\s,;/–-]*(?<city>\\p{L}.*)$")
                .matcher(code);
        Matcher codeFirst = Pattern.compile("^" + PREFIX + form + "[\\s,;–-]*(?<city>\\p{L}.*)?$")
                .matcher(city);
        Matcher codeLast = Pattern.compile("^(?<city>.*\\p{L}.*?)[\\s,;–-]+" + PREFIX + form + "$")
                .matcher(city);
        if (codeWithCity.matches() && ours(codeWithCity, draft.country())) {
            cityInCode(draft, codeWithCity, city);
        } else if (codeFirst.matches() && ours(codeFirst, draft.country())) {
            codeInCity(draft, codeFirst, code);
        } else if (codeLast.matches() && ours(codeLast, draft.country())) {
            codeInCity(draft, codeLast, code);
        }
    }

    private static boolean ours(Matcher found, CountryCode country) {
        String prefix = sign(found.group("prefix"));
        return prefix.isEmpty()
                || PostalCodes.country(prefix).filter(country::equals).isPresent();
    }

    private static String sign(String prefix) {
        return prefix.replaceAll("[\\s-]", "");
    }

    private static void cityInCode(AddressDraft draft, Matcher found, String city) {
        String said = found.group("city").strip();
        boolean same = city.equalsIgnoreCase(said);
        if (!city.isEmpty() && !same) {
            draft.flag(
                    DOUBT,
                    "city-in-postal-code",
                    AddressPart.POSTAL_CODE,
                    "Two cities are named: “" + said + "” in the postcode, and “" + city + "”.");
            return;
        }
        draft.propose(
                DOUBT,
                "city-in-postal-code",
                AddressPart.POSTAL_CODE,
                "The city stands in the field for the postcode.",
                cityLine(draft.now(), found.group("code"), same ? city : said),
                found.group("code"),
                sign(found.group("prefix")),
                same ? said : "");
    }

    private static void codeInCity(AddressDraft draft, Matcher found, String code) {
        String inCity = found.group("code");
        String said = found.group("city") == null ? "" : LineText.tidy(found.group("city"));
        boolean swapped = said.isEmpty()
                && code.chars().anyMatch(Character::isLetter)
                && code.chars().noneMatch(Character::isDigit);
        if (swapped) {
            draft.propose(
                    DOUBT,
                    "postal-code-in-city",
                    AddressPart.CITY,
                    "Postcode and city are in each other's field.",
                    cityLine(draft.now(), inCity, code),
                    inCity,
                    sign(found.group("prefix")));
        } else if (said.isEmpty()) {
            return;
        } else if (code.isEmpty()) {
            draft.propose(
                    DOUBT,
                    "postal-code-in-city",
                    AddressPart.CITY,
                    "The postcode stands in the field for the city.",
                    cityLine(draft.now(), inCity, said),
                    inCity,
                    sign(found.group("prefix")));
        } else if (code.equals(inCity)) {
            draft.propose(
                    NOTE,
                    "postal-code-in-city",
                    AddressPart.CITY,
                    "The postcode stands in the field for the city once more.",
                    cityLine(draft.now(), code, said),
                    null,
                    sign(found.group("prefix")),
                    inCity);
        } else {
            draft.flag(
                    DOUBT,
                    "postal-code-twice",
                    AddressPart.POSTAL_CODE,
                    "Two postcodes are named: “" + code + "”, and “" + inCity + "” in the city.");
        }
    }

    private static Address cityLine(Address address, String code, String city) {
        return AddressPart.CITY.in(AddressPart.POSTAL_CODE.in(address, code), city);
    }

    /** Takes a country's sign off the postcode; another country's sign makes the country doubtful. */
    private static void form(AddressDraft draft) {
        String code = draft.get(AddressPart.POSTAL_CODE);
        CountryCode country = draft.country();
        Matcher prefixed = PREFIXED.matcher(code);
        if (code.isEmpty() || PostalCodes.fits(code, country) || !prefixed.matches()) {
            return;
        }
        String bare = prefixed.group("code").strip();
        Optional<CountryCode> named = PostalCodes.country(prefixed.group("prefix"));
        if (named.isEmpty()) {
            return;
        }
        if (named.get().equals(country)) {
            Optional<String> better =
                    PostalCodes.fits(bare, country) ? Optional.of(bare) : PostalCodes.mended(bare, country);
            better.ifPresent(value -> draft.propose(
                    FACT,
                    "postal-code-form",
                    AddressPart.POSTAL_CODE,
                    noCode(code, country),
                    AddressPart.POSTAL_CODE.in(draft.now(), value),
                    value,
                    prefixed.group("prefix")));
        } else if (PostalCodes.fits(bare, named.get())) {
            wrongCountry(draft, named.get(), bare, prefixed.group("prefix"));
        }
    }

    private static void wrongCountry(AddressDraft draft, CountryCode meant, String code, String without) {
        draft.propose(
                DOUBT,
                "country-doubtful",
                AddressPart.COUNTRY,
                "“" + draft.now().cityLine() + "” looks like " + name(meant) + ", but the country is "
                        + name(draft.country()) + ".",
                AddressPart.POSTAL_CODE.in(AddressPart.COUNTRY.in(draft.now(), meant.code()), code),
                name(meant),
                without);
    }

    private static String name(CountryCode country) {
        return country.name(Locale.ENGLISH);
    }

    private static void shape(AddressDraft draft) {
        String code = draft.get(AddressPart.POSTAL_CODE);
        CountryCode country = draft.country();
        if (code.isEmpty()) {
            return;
        }
        if (!PostalCodes.fits(code, country)) {
            Optional<CountryCode> elsewhere = PostalCodes.elsewhere(code, draft.get(AddressPart.CITY), country);
            if (elsewhere.isPresent()) {
                wrongCountry(draft, elsewhere.get(), code, "");
                return;
            }
            Optional<String> better =
                    OLD_GERMAN.matcher(code).matches() ? Optional.empty() : PostalCodes.mended(code, country);
            if (better.isPresent()) {
                draft.propose(
                        FACT,
                        "postal-code-form",
                        AddressPart.POSTAL_CODE,
                        noCode(code, country),
                        AddressPart.POSTAL_CODE.in(draft.now(), better.get()),
                        better.get(),
                        code.replaceAll("[^OolI]", ""));
            } else {
                draft.flag(
                        FACT,
                        "postal-code-form",
                        AddressPart.POSTAL_CODE,
                        noCode(code, country) + " Ask the buyer, then correct the address.");
            }
        } else if (country.equals(CountryCode.DE) && !PostalCodes.isGermanRegion(code)) {
            draft.flag(
                    DOUBT,
                    "postal-code-unknown",
                    AddressPart.POSTAL_CODE,
                    "No German postcode begins with " + code.substring(0, 2)
                            + ". Ask the buyer, then correct the address.");
        }
    }

    private static String noCode(String code, CountryCode country) {
        return "“" + code + "” is no postcode of " + country + ".";
    }

    /** “Berlin, Deutschland”. */
    private static void country(AddressDraft draft) {
        Matcher last = LAST_WORDS.matcher(draft.get(AddressPart.CITY));
        if (!last.matches()) {
            return;
        }
        String said = last.group("country");
        CountryCode country = draft.country();
        boolean ours = Stream.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("", country.code()))
                .map(country::name)
                .collect(Collectors.toSet())
                .stream()
                .anyMatch(said::equalsIgnoreCase);
        if (ours) {
            draft.propose(
                    NOTE,
                    "country-in-city",
                    AddressPart.CITY,
                    "The country stands in the field for the city.",
                    AddressPart.CITY.in(draft.now(), LineText.tidy(last.group("city"))),
                    null,
                    said);
        }
    }
}
