package org.packhaus.sdk;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a parcel from Germany goes without customs papers: the territory in which the Union's customs and tax rules both hold
 * (Union Customs Code, article 4; VAT directive, article 6). Islands and enclaves that belong to a member but not to that territory
 * are known by their postcodes.
 */
public final class CustomsUnion {
    private static final Set<String> MEMBERS = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MC", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    /**
     * The Canary Islands, Ceuta, Melilla; Åland; the overseas departments; Mount Athos; Livigno, Campione d'Italia. Büsingen and
     * Helgoland are left out: carriers deliver there as within Germany and take no customs data.
     */
    private static final Map<String, Pattern> OUTSIDE = Map.of(
            "ES", Pattern.compile("(35|38|51|52)\\d{3}"),
            "FI", Pattern.compile("22\\d{3}"),
            "FR", Pattern.compile("9[78]\\d{3}"),
            "GR", Pattern.compile("63086"),
            "IT", Pattern.compile("23041|22061"));

    private CustomsUnion() {}

    /** Whether a parcel to that address passes no customs. */
    public static boolean holds(Address to) {
        return holds(to.country(), to.postalCode());
    }

    /** Whether a parcel to that place passes no customs; an unknown postcode may be left empty. */
    public static boolean holds(CountryCode country, String postalCode) {
        Pattern outside = OUTSIDE.get(country.code());
        return MEMBERS.contains(country.code())
                && (outside == null
                        || !outside.matcher(postalCode.replace(" ", "")).matches());
    }
}
