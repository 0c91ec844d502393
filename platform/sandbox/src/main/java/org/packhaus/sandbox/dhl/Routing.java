package org.packhaus.sandbox.dhl;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.packhaus.sandbox.world.CheckDigit;

/**
 * How the parcel finds its way.
 *
 * @param leitcode 14 digits: postcode, street, house, product, check digit
 * @param routingCode as the API hands it back: {@code 40327653113+99000943058020}
 */
record Routing(String leitcode, String routingCode) {

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    static Routing of(Party party, String product) {
        String zip = party.domestic() && party.zip().matches("\\d{5}") ? party.zip() : "99999";
        String street = party.packstation() ? "994" : party.outlet() ? "993" : street(party.street());
        String house = house(party.house().isEmpty() ? party.street() : party.house());
        String code = product.startsWith("V62") ? "40" : product.equals("RETURN") ? "33" : "00";
        return new Routing(
                CheckDigit.post(zip + street + house + code), "403276" + zip + "+99000" + street + house + "020");
    }

    /** Streets have numbers in DHL's directory; here the number follows from the letters. */
    private static String street(String street) {
        int letters =
                street.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "").hashCode();
        return "%03d".formatted(1 + Math.floorMod(letters, 899));
    }

    private static String house(String house) {
        Matcher digits = DIGITS.matcher(house);
        return digits.find()
                ? "%03d"
                        .formatted(Long.parseLong(digits.group()
                                        .substring(0, Math.min(9, digits.group().length())))
                                % 1000)
                : "000";
    }

    /** {@code 99999.999.999.99 9}, as it is printed. */
    String readable() {
        return leitcode.substring(0, 5) + "." + leitcode.substring(5, 8) + "." + leitcode.substring(8, 11) + "."
                + leitcode.substring(11, 13) + " " + leitcode.substring(13);
    }
}
