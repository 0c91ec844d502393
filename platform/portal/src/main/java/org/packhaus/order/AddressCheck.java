package org.packhaus.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.PickupPoint;

/**
 * Looks an address over before money is spent on it. It finds and proposes; it never changes, because a wrong "correction" sends a
 * parcel astray silently.
 */
final class AddressCheck {
    static final String PREFIX = "address-";

    private static final Map<String, Pattern> POSTAL_CODES = Map.ofEntries(
            Map.entry("DE", Pattern.compile("\\d{5}")),
            Map.entry("AT", Pattern.compile("\\d{4}")),
            Map.entry("BE", Pattern.compile("\\d{4}")),
            Map.entry("CH", Pattern.compile("\\d{4}")),
            Map.entry("CZ", Pattern.compile("\\d{3} ?\\d{2}")),
            Map.entry("DK", Pattern.compile("\\d{4}")),
            Map.entry("ES", Pattern.compile("\\d{5}")),
            Map.entry("FR", Pattern.compile("\\d{5}")),
            Map.entry("IT", Pattern.compile("\\d{5}")),
            Map.entry("LU", Pattern.compile("\\d{4}")),
            Map.entry("NL", Pattern.compile("\\d{4} ?[A-Za-z]{2}")),
            Map.entry("PL", Pattern.compile("\\d{2}-\\d{3}")),
            Map.entry("SE", Pattern.compile("\\d{3} ?\\d{2}")));

    private static final Pattern PICKUP_WORD = Pattern.compile("(?iu)\\b(pack\\s*-?\\s*station|post\\s*-?\\s*filiale)");
    private static final Pattern NUMBER_AT_END = Pattern.compile(
            "^(?<street>.*?\\p{L}[^\\d]*?)[\\s,]+(?<number>\\d{1,4}(?:\\s?[-/+]\\s?\\d{1,4})?\\s?\\p{L}?)$");
    private static final Pattern ONLY_NUMBER = Pattern.compile(
            "(?iu)^(?:nr\\.?|no\\.?|hausnr\\.?|hausnummer)?\\s*(?<number>\\d{1,4}(?:\\s?[-/]\\s?\\d{1,4})?\\s?\\p{L}?)$");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern NOT_ALPHANUMERIC = Pattern.compile("[^\\p{Alnum}]");

    private AddressCheck() {}

    /**
     * @param byPerson whether a person has seen and entered it: then a missing house number is meant so
     */
    static List<AddressFinding> check(Address address, boolean byPerson) {
        List<AddressFinding> found = new ArrayList<>();
        missing(found, address.name(), "name", "name-missing", "The address names nobody who receives the parcel.");
        missing(found, address.street(), "street", "street-missing", "The street is missing.");
        missing(found, address.postalCode(), "postalCode", "postal-code-missing", "The postcode is missing.");
        missing(found, address.city(), "city", "city-missing", "The city is missing.");
        postalCode(address).ifPresent(found::add);
        Optional<PickupPoint> point = address.pickupPoint();
        if (point.isPresent()) {
            pickup(address, point.get()).ifPresent(found::add);
        } else if (PICKUP_WORD
                .matcher(String.join("\n", address.lines().toList()))
                .find()) {
            found.add(finding(
                    "pickup-number-missing",
                    "street",
                    "The address is a Packstation or Postfiliale, but its number (three digits) is missing.",
                    null,
                    null));
        } else if (!address.street().isEmpty()) {
            houseNumber(address, byPerson).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** The first finding that stops a label, as the order's problem. */
    static Optional<Problem> problem(List<AddressFinding> findings) {
        return findings.stream()
                .filter(AddressFinding::blocking)
                .findFirst()
                .map(finding -> new Problem(finding.code(), finding.text(), finding.hint()));
    }

    private static void missing(List<AddressFinding> found, String value, String field, String code, String text) {
        if (value.isEmpty()) {
            found.add(finding(code, field, text + " Ask the buyer, then correct the address.", null, null));
        }
    }

    private static Optional<AddressFinding> postalCode(Address address) {
        Pattern form = POSTAL_CODES.get(address.country().code());
        String code = address.postalCode();
        if (form == null || code.isEmpty() || form.matcher(code).matches()) {
            return Optional.empty();
        }
        String better = betterPostalCode(code, address.country(), form);
        return Optional.of(finding(
                "postal-code-form",
                "postalCode",
                "“" + code + "” is no postcode of " + address.country() + ".",
                better == null
                        ? null
                        : with(address, address.addition(), address.street(), address.houseNumber(), better),
                better));
    }

    private static @Nullable String betterPostalCode(String code, CountryCode country, Pattern form) {
        String bare = NOT_ALPHANUMERIC.matcher(code).replaceAll("");
        if (bare.toUpperCase(java.util.Locale.ROOT).startsWith(country.code())) {
            bare = bare.substring(2);
        } else if (country.equals(CountryCode.DE) && bare.startsWith("D")) {
            bare = bare.substring(1);
        }
        if (country.code().equals("PL") && bare.matches("\\d{5}")) {
            bare = bare.substring(0, 2) + "-" + bare.substring(2);
        }
        // A spreadsheet ate the zero of Saxony's postcodes.
        if (country.equals(CountryCode.DE) && bare.matches("[1-9]\\d{3}")) {
            bare = "0" + bare;
        }
        return form.matcher(bare).matches() ? bare : null;
    }

    private static Optional<AddressFinding> pickup(Address address, PickupPoint point) {
        boolean reachable = point.postNumber().isPresent()
                || (point.kind() == PickupPoint.Kind.OUTLET && !address.email().isEmpty());
        if (reachable) {
            return Optional.empty();
        }
        String place = point.kind() == PickupPoint.Kind.LOCKER ? "Packstation " : "Postfiliale ";
        return Optional.of(finding(
                "post-number-missing",
                "addition",
                place + point.number()
                        + " needs the buyer's post number (6 to 10 digits). Ask the buyer, then correct the address.",
                null,
                null));
    }

    private static Optional<AddressFinding> houseNumber(Address address, boolean byPerson) {
        if (!address.houseNumber().isEmpty()) {
            return Optional.empty();
        }
        Matcher inStreet = NUMBER_AT_END.matcher(address.street());
        if (inStreet.matches()) {
            String number = inStreet.group("number").strip();
            return Optional.of(new AddressFinding(
                    PREFIX + "house-number-in-street",
                    "houseNumber",
                    "The house number stands in the street's line.",
                    false,
                    with(address, address.addition(), inStreet.group("street").strip(), number, address.postalCode()),
                    number));
        }
        if (DIGIT.matcher(address.street()).find()) {
            // Mannheim's squares ("Q 7, 24"), "Straße 12 Haus B": somebody wrote a number, somewhere.
            return Optional.empty();
        }
        Matcher inAddition = ONLY_NUMBER.matcher(address.addition());
        if (inAddition.matches()) {
            String number = inAddition.group("number").strip();
            return Optional.of(finding(
                    "house-number-missing",
                    "houseNumber",
                    "The house number is missing; the extra line has one: " + number + ".",
                    with(address, "", address.street(), number, address.postalCode()),
                    number));
        }
        return Optional.of(new AddressFinding(
                PREFIX + "house-number-missing",
                "houseNumber",
                "The house number is missing. Ask the buyer; if there is none, save the address as it is.",
                !byPerson,
                null,
                null));
    }

    private static AddressFinding finding(
            String code, String field, String text, @Nullable Address proposal, @Nullable String hint) {
        return new AddressFinding(PREFIX + code, field, text, true, proposal, hint);
    }

    private static Address with(Address old, String addition, String street, String houseNumber, String postalCode) {
        return new Address(
                old.company(),
                old.person(),
                addition,
                street,
                houseNumber,
                postalCode,
                old.city(),
                old.country(),
                old.phone(),
                old.email());
    }
}
