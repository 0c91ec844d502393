package org.packhaus.plugin.ups;

import java.util.ArrayList;
import java.util.List;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.AddressFields;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Letters;
import org.packhaus.sdk.Rejected;

/**
 * An address in UPS's fields (Shipping.yaml): two name lines and three address lines of 35 characters, a city of 30. UPS prints all
 * lines of the receiver; of the sender's address lines only the first, which is why the street is there.
 *
 * @param laid the lines
 * @param country alpha-2
 * @param phone digits with country code as far as written; empty if unknown
 * @param email empty if unknown or too long
 * @param warnings what could not be brought along
 */
record Party(AddressFields.Laid laid, String country, String phone, String email, List<String> warnings) {
    private static final int LINE = 35;
    private static final int CITY = 30;
    private static final int POSTAL_CODE = 9;
    private static final int PHONE = 15;
    private static final int EMAIL = 50;

    /** House numbers have no field of their own. */
    private static final AddressFields FIELDS = new AddressFields(
            "UPS", List.of(LINE, LINE), List.of(LINE, LINE), LINE, 0, POSTAL_CODE, CITY, Letters.LATIN_1);

    /** @param part how {@link org.packhaus.sdk.BookingRequest} calls it: {@code from}, {@code to} */
    static Party of(Address address, String part) throws Rejected {
        AddressFields.Laid laid = FIELDS.lay(address, part);
        List<String> warnings = new ArrayList<>(laid.warnings());
        String phone = digits(address.phone());
        if (phone.length() > PHONE) {
            warnings.add("UPS takes phone numbers of 15 digits, so this one is left out: " + address.phone());
            phone = "";
        }
        String email = address.email();
        if (email.length() > EMAIL) {
            warnings.add("UPS takes e-mail addresses of 50 characters, so this one is left out: " + email);
            email = "";
        }
        return new Party(laid, address.country().code(), phone, email, List.copyOf(warnings));
    }

    /** UPS wants digits only; an international prefix is written without its plus or zeros. */
    static String digits(String phone) {
        String digits = phone.replace("(0)", "").replaceAll("[^0-9]", "");
        return digits.startsWith("00") ? digits.substring(2) : digits;
    }

    Json.Builder receiver(boolean abroad) {
        return plain(abroad).putUnlessEmpty("EMailAddress", email);
    }

    Json.Builder shipper(String account, String shippersPhone, boolean abroad) {
        Json.Builder json = names(abroad).put("ShipperNumber", account);
        phone(json, shippersPhone);
        return json.put("Address", address());
    }

    Json.Builder plain(boolean abroad) {
        Json.Builder json = names(abroad);
        phone(json, phone);
        return json.put("Address", address());
    }

    /** Abroad UPS wants a contact besides the name, so a single name stands in both; at home it would be printed twice. */
    private Json.Builder names(boolean abroad) {
        List<String> names = laid.names();
        Json.Builder json = Json.object().put("Name", names.getFirst());
        return abroad || names.size() > 1 ? json.put("AttentionName", names.getLast()) : json;
    }

    private static void phone(Json.Builder json, String digits) {
        if (!digits.isEmpty()) {
            json.put("Phone", Json.object().put("Number", digits));
        }
    }

    private Json.Builder address() {
        List<Json> lines = new ArrayList<>();
        lines.add(Json.of(laid.street()));
        laid.extras().forEach(line -> lines.add(Json.of(line)));
        return Json.object()
                .put("AddressLine", Json.array(lines))
                .put("City", laid.city())
                .put("PostalCode", laid.postalCode())
                .put("CountryCode", country);
    }
}
