package org.packhaus.sdk;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A DHL parcel locker (<i>Packstation</i>) or outlet (<i>Postfiliale</i>), which buyers write into ordinary address fields.
 *
 * @param kind locker or outlet
 * @param number of the locker (100–999) or outlet (401–999)
 * @param postNumber the buyer's own number at DHL, 6 to 10 digits; a locker does not open without it
 */
public record PickupPoint(Kind kind, String number, Optional<String> postNumber) {
    private static final Pattern PLACE = Pattern.compile(
            "(?iu)\\b(?:(?<locker>pack\\s*-?\\s*station)|(?<outlet>post\\s*-?\\s*filiale))(?!\\p{L})(?:\\D{0,12}(?<number>\\d{3})(?!\\d))?");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(\\d{3})(?!\\d)");
    private static final Pattern ONLY_NUMBER =
            Pattern.compile("(?iu)\\W*(?:(?:nr|no|nummer)\\W*)?(\\d{3})(?:\\W+\\d[\\d .]{5,})?");
    private static final Pattern POST_NUMBER = Pattern.compile("(?<![\\d+-])(\\d(?:[ .]?\\d){5,9})(?![\\d-])");
    private static final Pattern LABELLED_POST_NUMBER = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:post\\s*-?\\s*(?:nummer|nr|no)|pn|kunden\\s*-?\\s*(?:nummer|nr))(?!\\p{L})[\\s.:#-]*(\\d(?:[ .-]?\\d){5,9})(?!\\d)");

    /** What it is. */
    public enum Kind {
        LOCKER,
        OUTLET
    }

    /**
     * Reads the place out of an address. The word must stand in the street, the extra line or a name line; its number
     * beside it, in the house number, or alone in another line; the post number in any of those lines, where one that is
     * called so goes before one that is not.
     *
     * @return empty when the address is an ordinary one, or when the place has no number
     */
    public static Optional<PickupPoint> in(Address address) {
        String[] lines = {address.streetLine(), address.addition(), address.company(), address.person()};
        for (String line : lines) {
            Matcher place = PLACE.matcher(line);
            if (place.find()) {
                Kind kind = place.group("locker") != null ? Kind.LOCKER : Kind.OUTLET;
                Optional<String> number = Optional.ofNullable(place.group("number"))
                        .or(() -> first(NUMBER, address.houseNumber()))
                        .or(() -> first(NUMBER, address.street()))
                        .or(() -> whole(ONLY_NUMBER, address.addition()));
                return number.map(n -> new PickupPoint(kind, n, postNumber(address, n)));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> postNumber(Address address, String place) {
        // Without the place and its number: "Packstation 105 1234567" would else read as one number of ten digits.
        List<String> lines = Stream.of(
                        address.addition(),
                        address.company(),
                        address.person(),
                        address.street(),
                        address.houseNumber())
                .map(line -> PLACE.matcher(line).replaceFirst("|"))
                .map(line -> line.replaceFirst("^\\W*" + place + "\\W+(?=\\d{6})", ""))
                .toList();
        return lines.stream()
                .flatMap(line -> first(LABELLED_POST_NUMBER, line).stream())
                .findFirst()
                .or(() -> lines.stream()
                        .flatMap(line -> first(POST_NUMBER, line).stream())
                        .findFirst())
                .map(digits -> digits.replaceAll("\\D", ""));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> whole(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
