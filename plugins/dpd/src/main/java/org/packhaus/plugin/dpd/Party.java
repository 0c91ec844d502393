package org.packhaus.plugin.dpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.AddressFields;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Letters;
import org.packhaus.sdk.PickupPoint;
import org.packhaus.sdk.Rejected;

/**
 * Sender or receiver in DPD's fields. The group's documents give no lengths, Germany's interface behind them does
 * (ShipmentService 3.2: names, street and city 35 characters, house number 8, postcode 9, phone 30, e-mail 50).
 *
 * @param json with {@code address} and, if there is one, {@code contact}
 * @param warnings what could not be brought along
 */
record Party(Json.Builder json, List<String> warnings) {
    private static final AddressFields FIELDS =
            new AddressFields("DPD", List.of(35, 35), List.of(35), 35, 8, 9, 35, Letters.LATIN_EXTENDED);
    private static final int PHONE = 30;
    private static final int EMAIL = 50;
    private static final Pattern NUMBER = Pattern.compile("\\+?\\d+");

    /** The receiver, who may be called and written to. */
    static Party receiver(Address to) throws Rejected {
        Optional<PickupPoint> place = to.country().equals(CountryCode.DE) ? to.pickupPoint() : Optional.empty();
        if (place.isPresent()) {
            String name = (place.get().kind() == PickupPoint.Kind.LOCKER ? "Packstation " : "Postfiliale ")
                    + place.get().number();
            throw refused(
                    "pickup-point-not-served",
                    "to.street",
                    "DPD does not deliver to " + name
                            + ": it belongs to DHL. Send this parcel with DHL, or ask the buyer for a street address.");
        }
        Party party = of(to, "to");
        List<String> warnings = new ArrayList<>(party.warnings());
        Json.Builder contact = Json.object();
        boolean phone = phone(contact, to, warnings);
        if (email(contact, to, warnings) || phone) {
            party.json().put("contact", contact);
        }
        return new Party(party.json(), List.copyOf(warnings));
    }

    /** @param part how {@link org.packhaus.sdk.BookingRequest} calls it: {@code from}, {@code to} */
    static Party of(Address address, String part) throws Rejected {
        AddressFields.Laid laid = FIELDS.lay(address, part);
        Json.Builder json = Json.object();
        for (int i = 0; i < laid.names().size(); i++) {
            json.put("name" + (i + 1), laid.names().get(i));
        }
        json.put("street", laid.street())
                .putUnlessEmpty("houseNumber", laid.houseNumber())
                .putUnlessEmpty("addressLine2", String.join("", laid.extras()))
                .put("country", address.country().code())
                .put("zipCode", laid.postalCode())
                .put("city", laid.city());
        return new Party(Json.object().put("address", json), laid.warnings());
    }

    /** A parcel arrives without a phone number too, so one that DPD cannot read does not stop it. */
    private static boolean phone(Json.Builder contact, Address to, List<String> warnings) {
        String number = to.phone().replaceAll("[\\s()/.-]", "");
        if (number.isEmpty()) {
            return false;
        }
        if (number.length() > PHONE || !NUMBER.matcher(number).matches()) {
            warnings.add("DPD takes phone numbers of up to 30 digits, so it did not get this one: " + to.phone());
            return false;
        }
        contact.put("phone1", number);
        return true;
    }

    private static boolean email(Json.Builder contact, Address to, List<String> warnings) {
        if (to.email().isEmpty()) {
            return false;
        }
        if (to.email().length() > EMAIL) {
            warnings.add(
                    "DPD takes e-mail addresses of up to 50 characters, so it did not get this one: " + to.email());
            return false;
        }
        contact.put("email", to.email());
        return true;
    }

    static Rejected refused(String code, String field, String text) {
        return new Rejected(code, text, List.of(Rejected.Fault.of(field, text)));
    }
}
