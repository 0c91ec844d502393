package org.packhaus.plugin.hermes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.AddressFields;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Letters;
import org.packhaus.sdk.Rejected;

/**
 * An address in Hermes's fields: a first and a last name of 50 characters each, additions of 50, 20 and 20, street and house number
 * of 50 together, a town of 30. A company is the last name, as Hermes's own example of a return has it; the person then stands below.
 *
 * @param name Hermes's {@code receiverName} or {@code senderName}
 * @param address Hermes's {@code receiverAddress} or {@code senderAddress}
 * @param warnings what is printed otherwise than it was written
 */
record Party(Json name, Json address, List<String> warnings) {
    static final int NAME = 50;
    private static final List<Integer> ADDITIONS = List.of(50, 20, 20);
    private static final int STREET = 50;
    private static final int HOUSE = 5;
    private static final int POSTAL_CODE = 8;
    private static final int TOWN = 30;

    /** Words with which a last name may begin. */
    private static final Set<String> PARTICLES = Set.of(
            "von", "vom", "van", "vander", "zu", "zum", "zur", "de", "den", "der", "del", "della", "di", "da", "dos",
            "la", "le", "ten", "ter", "el", "al");

    /** @param part how {@link org.packhaus.sdk.BookingRequest} calls it: {@code from}, {@code to} */
    static Party of(Address written, String part) throws Rejected {
        Signs signs = new Signs(part);
        Address address = signs.replaced(written);
        boolean both = !address.company().isEmpty() && !address.person().isEmpty();
        AddressFields.Laid laid = new AddressFields(
                        "Hermes",
                        both ? List.of(NAME) : List.of(NAME, NAME),
                        ADDITIONS,
                        streetRoom(address.houseNumber()),
                        HOUSE,
                        POSTAL_CODE,
                        TOWN,
                        Letters.LATIN_EXTENDED)
                .lay(address, part);
        checkPostalCode(laid.postalCode(), address.country(), part);
        Json.Builder json = Json.object()
                .put("street", laid.street())
                .putUnlessEmpty("houseNumber", laid.houseNumber())
                .put("zipCode", laid.postalCode())
                .put("town", laid.city())
                .put("countryCode", address.country().code());
        for (int i = 0; i < laid.extras().size(); i++) {
            json.put("addressAddition" + (i == 0 ? "" : i + 1), laid.extras().get(i));
        }
        List<String> warnings = new ArrayList<>(signs.warnings());
        warnings.addAll(laid.warnings());
        return new Party(name(laid.names(), address), json.json(), warnings);
    }

    /** The number and the blank before it count with the street (e071). */
    private static int streetRoom(String houseNumber) {
        return houseNumber.isEmpty() || houseNumber.length() > HOUSE ? STREET : STREET - 1 - houseNumber.length();
    }

    private static void checkPostalCode(String code, CountryCode country, String part) throws Rejected {
        if (country.equals(CountryCode.DE) && !code.matches("\\d{5}")) {
            throw refused(
                    "postal-code-invalid",
                    part + ".postalCode",
                    code.isEmpty()
                            ? "The postcode is missing."
                            : "“" + code + "” is no German postcode: it has five digits.");
        }
    }

    private static Json name(List<String> lines, Address address) {
        String whole = String.join(" ", lines);
        boolean isPerson = Letters.LATIN_EXTENDED
                .write(address.person())
                .map(person -> person.strip().replaceAll("\\s+", " ").equals(whole))
                .orElse(false);
        String[] parts = isPerson ? parted(whole) : new String[] {"", whole};
        if (parts[0].length() > NAME || parts[1].length() > NAME) {
            parts = new String[] {lines.getFirst(), lines.getLast()};
        }
        return Json.object()
                .putUnlessEmpty("firstname", parts[0])
                .put("lastname", parts[1])
                .json();
    }

    /** Before the last word, or before the particles that belong to it. Side by side both print as they were written. */
    private static String[] parted(String person) {
        int cut = person.lastIndexOf(' ');
        while (cut > 0) {
            int before = person.lastIndexOf(' ', cut - 1);
            if (before < 0 || !PARTICLES.contains(person.substring(before + 1, cut))) {
                break;
            }
            cut = before;
        }
        return cut < 0 ? new String[] {"", person} : new String[] {person.substring(0, cut), person.substring(cut + 1)};
    }

    static Rejected refused(String code, String field, String text) {
        return new Rejected(code, text, List.of(Rejected.Fault.of(field, text)));
    }
}
