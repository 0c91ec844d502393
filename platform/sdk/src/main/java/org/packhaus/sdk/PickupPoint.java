package org.packhaus.sdk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DHL parcel locker (<i>Packstation</i>) or outlet (<i>Postfiliale</i>), which buyers write into ordinary address fields.
 *
 * @param kind locker or outlet
 * @param number of the locker (100–999) or outlet (401–999)
 * @param postNumber the buyer's own number at DHL, 6 to 10 digits; a locker does not open without it
 */
public record PickupPoint(Kind kind, String number, Optional<String> postNumber) {
    private static final Pattern PLACE = Pattern.compile(
            "(?iu)\\b(?:(?<locker>pack\\s*-?\\s*station)|(?<outlet>post\\s*-?\\s*filiale))\\b(?:\\D{0,12}(?<number>\\d{3})(?!\\d))?");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(\\d{3})(?!\\d)");
    private static final Pattern POST_NUMBER = Pattern.compile("(?<![\\d-])(\\d(?:[ .]?\\d){5,9})(?![\\d-])");

    /** What it is. */
    public enum Kind {
        LOCKER,
        OUTLET
    }

    /**
     * Reads the place out of an address. The word must stand in the street, the extra line or a name line; its number
     * beside it or in the house number; the post number in any of those lines.
     *
     * @return empty when the address is an ordinary one, or when the place has no number
     */
    public static Optional<PickupPoint> in(Address address) {
        String street = address.street();
        String[] lines = {address.streetLine(), address.addition(), address.company(), address.person()};
        for (String line : lines) {
            Matcher place = PLACE.matcher(line);
            if (place.find()) {
                Kind kind = place.group("locker") != null ? Kind.LOCKER : Kind.OUTLET;
                Optional<String> number = Optional.ofNullable(place.group("number"))
                        .or(() -> first(NUMBER, address.houseNumber()))
                        .or(() -> first(NUMBER, street));
                return number.map(n -> new PickupPoint(kind, n, postNumber(address)));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> postNumber(Address address) {
        return first(POST_NUMBER, address.addition())
                .or(() -> first(POST_NUMBER, address.company()))
                .or(() -> first(POST_NUMBER, address.person()))
                .or(() -> first(POST_NUMBER, address.street()))
                .map(digits -> digits.replaceAll("\\D", ""));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
