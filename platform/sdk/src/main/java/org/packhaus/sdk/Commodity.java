package org.packhaus.sdk;

import java.util.regex.Pattern;

/**
 * What customs asks of a piece of goods.
 *
 * @param hsCode its tariff number: 6 digits of the Harmonised System, or up to 11 with a country's own; dots and spaces are taken
 *     out
 * @param origin where it was made
 * @param description what it is, in words a customs officer abroad understands: {@code cotton T-shirt}, not {@code Basic SS24}
 * @param weight of one piece without the parcel's packaging
 */
public record Commodity(String hsCode, CountryCode origin, String description, Weight weight) {
    private static final Pattern CODE = Pattern.compile("\\d{6,11}");
    private static final Pattern MARKS = Pattern.compile("[.\\s]");

    public Commodity {
        hsCode = MARKS.matcher(hsCode).replaceAll("");
        description = description.strip();
        if (!CODE.matcher(hsCode).matches()) {
            throw new IllegalArgumentException("A tariff number has 6 to 11 digits, not " + hsCode);
        }
        if (description.isEmpty()) {
            throw new IllegalArgumentException("Customs wants to know in words what the goods are.");
        }
    }
}
