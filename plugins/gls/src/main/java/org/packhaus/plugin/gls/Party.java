package org.packhaus.plugin.gls;

import java.util.ArrayList;
import java.util.List;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.AddressFields;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Letters;
import org.packhaus.sdk.Rejected;

/**
 * An address in GLS's fields: three name lines, street, number and city of 40 characters each. GLS's document writes
 * {@code Zipcode} and {@code Email}; its manuals and the clients that work write {@code ZIPCode} and {@code eMail}, and so do we.
 *
 * @param json GLS's {@code Address}
 * @param warnings what is written in other letters
 */
record Party(Json json, List<String> warnings) {
    static final int LONGEST = 40;
    private static final int EMAIL = 80;
    private static final int PHONE = 35;
    private static final AddressFields FIELDS = new AddressFields(
            "GLS", List.of(LONGEST, LONGEST), List.of(LONGEST), LONGEST, LONGEST, 10, LONGEST, Letters.LATIN_EXTENDED);

    /** @param part how {@link org.packhaus.sdk.BookingRequest} calls it: {@code from}, {@code to}, {@code returnTo} */
    static Party of(Address address, String part) throws Rejected {
        AddressFields.Laid laid = FIELDS.lay(plain(address), part);
        if (laid.postalCode().isEmpty()) {
            throw refused("postal-code-invalid", part + ".postalCode", "The postcode is missing.");
        }
        List<String> names = new ArrayList<>(laid.names());
        names.addAll(laid.extras());
        Json.Builder json = Json.object();
        for (int i = 0; i < names.size(); i++) {
            json.put("Name" + (i + 1), names.get(i));
        }
        json.put("CountryCode", address.country().code())
                .put("ZIPCode", laid.postalCode())
                .put("City", laid.city())
                .put("Street", laid.street())
                .putUnlessEmpty("StreetNumber", laid.houseNumber());
        if (address.email().length() > EMAIL) {
            throw refused(
                    "text-too-long",
                    part + ".email",
                    "The e-mail address “" + address.email() + "” is too long: GLS takes " + EMAIL + " characters.");
        }
        json.putUnlessEmpty("eMail", address.email());
        String phone = plain(address.phone());
        if (phone.length() <= PHONE) {
            json.putUnlessEmpty("MobilePhoneNumber", phone);
        }
        return new Party(json.json(), laid.warnings());
    }

    private static Address plain(Address a) {
        return new Address(
                plain(a.company()),
                plain(a.person()),
                plain(a.addition()),
                plain(a.street()),
                plain(a.houseNumber()),
                a.postalCode(),
                plain(a.city()),
                a.country(),
                a.phone(),
                a.email());
    }

    /** ShipIT's manual forbids <code>\ " { } , ; ( ) |</code> in texts; they only part words, so a stroke does as well. */
    static String plain(String text) {
        String plain = text.replace('"', '\'')
                .replaceAll("(\\s*[\\\\{(|,;])+\\s*", " / ")
                .replaceAll("\\s*[)}]\\s*", " ");
        return plain.equals(text) ? text : plain.replaceAll("^[ /]+|[ /]+$", "");
    }

    static Rejected refused(String code, String field, String text) {
        return new Rejected(code, text, List.of(Rejected.Fault.of(field, text)));
    }
}
