package org.packhaus.plugin.dhl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.CustomsUnion;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Rejected;

/**
 * An address in DHL's fields: three name lines of 50 characters, a street of 50, a number of 10. What does not fit is moved to
 * where there is room; what fits nowhere is refused by name. Nothing is cut off.
 */
final class Party {
    static final int NAME = 50;
    private static final int NAME_LINES = 3;
    private static final int STREET = 50;
    private static final int HOUSE = 10;
    private static final int CITY = 40;
    private static final int EMAIL = 80;
    private static final int PHONE = 20;
    private static final Pattern POSTAL_CODE = Pattern.compile("[0-9A-Za-z]+([ -]?[0-9A-Za-z]+)*");

    private Party() {}

    /** @param part how {@link org.packhaus.sdk.BookingRequest} calls it: {@code from}, {@code to}, {@code returnTo} */
    static Json.Builder of(Address address, String part) throws Rejected {
        Json.Builder json = names(address, part);
        street(json, address, part);
        place(json, address, part);
        return json.putUnlessEmpty("email", email(address, part));
    }

    /** What a parcel abroad may carry besides: DHL takes no phone number within Germany. */
    static void contact(Json.Builder json, Address address, String part) throws Rejected {
        if (!address.country().equals(CountryCode.DE) && !address.phone().isEmpty()) {
            json.put("phone", within(address.phone(), PHONE, part + ".phone", "phone number"));
        }
    }

    static void place(Json.Builder json, Address address, String part) throws Rejected {
        city(json, address, part);
        json.put("country", address.country().alpha3());
    }

    /** Postcode and city, where the country goes without saying. */
    static void city(Json.Builder json, Address address, String part) throws Rejected {
        String code = address.postalCode();
        if (code.isEmpty() && mayHaveNoPostcode(address.country())) {
            json.put("city", within(required(address.city(), part + ".city", "city"), CITY, part + ".city", "city"));
            return;
        }
        if (code.length() < 3
                || code.length() > 10
                || !POSTAL_CODE.matcher(code).matches()) {
            throw refused(
                    "postal-code-invalid",
                    part + ".postalCode",
                    code.isEmpty() ? "The postcode is missing." : "DHL takes no postcode like “" + code + "”.");
        }
        json.put("postalCode", code)
                .put("city", within(required(address.city(), part + ".city", "city"), CITY, part + ".city", "city"));
    }

    /** Hong Kong and the Emirates have none; Ireland's DHL does not insist on. */
    private static boolean mayHaveNoPostcode(CountryCode country) {
        return country.code().equals("IE") || !CustomsUnion.holds(country, "");
    }

    static String email(Address address, String part) throws Rejected {
        return within(address.email(), EMAIL, part + ".email", "e-mail address");
    }

    static Json.Builder names(Address address, String part) throws Rejected {
        Json.Builder json = Json.object();
        List<String> names = nameLines(address, part);
        for (int i = 0; i < names.size(); i++) {
            json.put("name" + (i + 1), names.get(i));
        }
        return json;
    }

    static void street(Json.Builder json, Address address, String part) throws Rejected {
        String street = required(address.street(), part + ".street", "street");
        String house = address.houseNumber();
        if (house.length() > HOUSE) {
            // DHL takes the number in the street as well, where there is more room.
            street = address.streetLine();
            house = "";
            if (street.length() > STREET) {
                throw tooLong(part + ".houseNumber", "house number", address.houseNumber(), HOUSE);
            }
        }
        json.put("addressStreet", within(street, STREET, part + ".street", "street"))
                .putUnlessEmpty("addressHouse", house);
    }

    private static List<String> nameLines(Address address, String part) throws Rejected {
        if (address.name().isEmpty()) {
            throw refused("name-missing", part + ".person", "The name is missing.");
        }
        List<String> lines = new ArrayList<>();
        add(lines, address.company(), part + ".company", "company");
        add(lines, address.person(), part + ".person", "name");
        add(lines, address.addition(), part + ".addition", "additional line");
        return lines;
    }

    private static void add(List<String> lines, String text, String field, String what) throws Rejected {
        if (text.isEmpty()) {
            return;
        }
        List<String> wrapped = wrap(text);
        if (lines.size() + wrapped.size() > NAME_LINES || wrapped.stream().anyMatch(line -> line.length() > NAME)) {
            String message = "Company, name and additional line do not fit into DHL's " + NAME_LINES + " lines of "
                    + NAME + " characters; the " + what + " “" + text + "” is too long. Shorten it.";
            throw refused("text-too-long", field, message);
        }
        lines.addAll(wrapped);
    }

    /** Breaks between words; a word that is too long by itself stays so. */
    private static List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > NAME) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    static String within(String text, int most, String field, String what) throws Rejected {
        if (text.length() > most) {
            throw tooLong(field, what, text, most);
        }
        return text;
    }

    private static String required(String text, String field, String what) throws Rejected {
        if (text.isEmpty()) {
            throw refused(what + "-missing", field, "The " + what + " is missing.");
        }
        return text;
    }

    private static Rejected tooLong(String field, String what, String text, int most) {
        return refused(
                "text-too-long",
                field,
                "The " + what + " “" + text + "” is too long: DHL takes " + most + " characters. Shorten it.");
    }

    static Rejected refused(String code, String field, String text) {
        return new Rejected(code, text, List.of(Rejected.Fault.of(field, text)));
    }
}
