package org.packhaus.plugin.dhl;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PickupPoint;
import org.packhaus.sdk.Rejected;

/**
 * The receiver in the shape DHL wants: a door, a parcel locker or an outlet. Buyers write lockers and outlets into ordinary
 * address fields; DHL sells a label for such an address too, but the parcel then comes back.
 *
 * @param json DHL's {@code consignee}
 * @param warnings what could not be brought along
 */
record Consignee(Json json, List<String> warnings) {
    private static final int FIRST_OUTLET = 401;

    /** All words of an address line that DHL's own fields say already. */
    private static final Pattern KNOWN = Pattern.compile(
            "(?iu)\\b(dhl|pack\\s*-?\\s*station|post\\s*-?\\s*filiale|post\\s*-?\\s*(nummer|nr|no)|pn|nr|nummer|kundennummer|kundennr)\\b\\.?|[\\d:;,.#/\\s-]");

    static Consignee of(Address to) throws Rejected {
        Optional<PickupPoint> place = to.country().equals(CountryCode.DE) ? to.pickupPoint() : Optional.empty();
        if (place.isPresent()) {
            return of(to, place.get());
        }
        Json.Builder json = Party.of(to, "to");
        Party.contact(json, to, "to");
        return new Consignee(json.json(), List.of());
    }

    private static Consignee of(Address to, PickupPoint place) throws Rejected {
        String name = name(to);
        Json.Builder json = Json.object().put("name", Party.within(name, Party.NAME, "to.person", "name"));
        int number = Integer.parseInt(place.number());
        switch (place.kind()) {
            case LOCKER -> {
                String postNumber = place.postNumber()
                        .orElseThrow(
                                () -> Party.refused(
                                        "post-number-missing",
                                        "to.addition",
                                        "Packstation " + number
                                                + " does not open without the buyer's DHL post number (6 to 10 digits), and the"
                                                + " address has none. Ask the buyer for it and write it into the additional line."));
                json.put("lockerID", number).put("postNumber", postNumber);
            }
            case OUTLET -> {
                if (number < FIRST_OUTLET) {
                    throw Party.refused(
                            "outlet-unknown",
                            "to.street",
                            "There is no Postfiliale " + number
                                    + ": they are numbered from 401 to 999. Ask the buyer.");
                }
                if (place.postNumber().isEmpty() && to.email().isEmpty()) {
                    throw Party.refused(
                            "post-number-missing",
                            "to.addition",
                            "Postfiliale " + number
                                    + " needs the buyer's DHL post number (6 to 10 digits) or e-mail address, and the"
                                    + " address has neither. Ask the buyer and write it into the additional line.");
                }
                json.put("retailID", number);
                place.postNumber().ifPresent(postNumber -> json.put("postNumber", postNumber));
                json.putUnlessEmpty("email", Party.email(to, "to"));
            }
        }
        Party.place(json, to, "to");
        return new Consignee(json.json(), leftOut(to, name));
    }

    private static String name(Address to) throws Rejected {
        for (String line : new String[] {to.person(), to.company()}) {
            String letters = line.replaceAll("\\d[\\d ]*", "").strip();
            if (!KNOWN.matcher(line).replaceAll("").isBlank()) {
                return letters;
            }
        }
        throw Party.refused("name-missing", "to.person", "The name of who collects the parcel is missing.");
    }

    /** Lockers and outlets have one name line. What stood in the others is said, not swallowed. */
    private static List<String> leftOut(Address to, String name) {
        return List.of(to.company(), to.addition()).stream()
                .filter(line -> !line.contains(name))
                .filter(line -> !KNOWN.matcher(line).replaceAll("").isBlank())
                .map(line -> "DHL prints one name line for lockers and outlets, so this is not on the label: " + line)
                .toList();
    }
}
