package org.packhaus.sdk;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields a carrier has for an address, and how an {@link Address} is laid out in them. Nothing is cut off: what is too long for its
 * field is continued where there is room, what fits nowhere is refused by name, and what is written in other letters is said.
 *
 * @param carrier as people call it, for the messages
 * @param nameLines how many characters each name line takes, in order
 * @param extraLines how many characters each further line takes (c/o, floor); may be empty
 * @param street how many characters the street takes
 * @param houseNumber how many characters the house number takes; 0 if it stands in the street
 * @param postalCode how many characters the postcode takes
 * @param city how many characters the city takes
 * @param letters which letters all of them take
 */
public record AddressFields(
        String carrier,
        List<Integer> nameLines,
        List<Integer> extraLines,
        int street,
        int houseNumber,
        int postalCode,
        int city,
        Letters letters) {
    public AddressFields {
        nameLines = List.copyOf(nameLines);
        extraLines = List.copyOf(extraLines);
        if (nameLines.isEmpty()) {
            throw new IllegalArgumentException("An address has a name line.");
        }
    }

    /**
     * An address in the carrier's fields. Texts that are absent are empty; the lists hold filled lines only.
     *
     * @param names company before person
     * @param extras what did not go with the names
     * @param warnings what is written in other letters than the buyer's, for the seller to read
     */
    public record Laid(
            List<String> names,
            List<String> extras,
            String street,
            String houseNumber,
            String postalCode,
            String city,
            List<String> warnings) {
        public Laid {
            names = List.copyOf(names);
            extras = List.copyOf(extras);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Lays an address out.
     *
     * @param part how {@link BookingRequest} calls it: {@code from}, {@code to}, {@code returnTo}
     * @throws Rejected with the codes {@code name-missing}, {@code street-missing}, {@code city-missing}, {@code text-too-long} and
     *     {@code letters-not-writable}, naming the field
     */
    public Laid lay(Address address, String part) throws Rejected {
        return new Layout(part).of(address);
    }

    private final class Layout {
        private final String part;
        private final List<String> warnings = new ArrayList<>();
        private final Lines names = new Lines(nameLines);
        private final Lines extras = new Lines(extraLines);

        Layout(String part) {
            this.part = part;
        }

        Laid of(Address address) throws Rejected {
            String company = written(address.company(), "company", "company");
            String person = written(address.person(), "person", "name");
            if (company.isEmpty() && person.isEmpty()) {
                throw refused("name-missing", "person", "The name is missing.");
            }
            place(company, "company", "company", names, extras);
            place(person, "person", "name", names, extras);
            place(
                    written(address.addition(), "addition", "additional line"),
                    "addition",
                    "additional line",
                    extras,
                    names);
            String[] way = street(address);
            String code = within(
                    written(address.postalCode(), "postalCode", "postcode"), postalCode, "postalCode", "postcode");
            String town =
                    within(required(written(address.city(), "city", "city"), "city", "city"), city, "city", "city");
            return new Laid(names.filled(), extras.filled(), way[0], way[1], code, town, warnings);
        }

        /** Street and house number; the number goes into the street where its field is missing or too short. */
        private String[] street(Address address) throws Rejected {
            String name = written(address.street(), "street", "street");
            String number = written(address.houseNumber(), "houseNumber", "house number");
            if (name.isEmpty() && number.isEmpty()) {
                throw refused("street-missing", "street", "The street is missing.");
            }
            if (number.length() > houseNumber) {
                name = (name + " " + number).strip();
                number = "";
            }
            if (name.length() <= street) {
                return new String[] {name, number};
            }
            // The last words stay with the number; the first ones go to a line of their own above.
            int cut = name.indexOf(' ', name.length() - street - 1);
            if (cut > 0 && extras.add(name.substring(0, cut).strip())) {
                return new String[] {name.substring(cut).strip(), number};
            }
            throw tooLong("street", "street", name, street);
        }

        private void place(String text, String field, String what, Lines first, Lines second) throws Rejected {
            if (text.isEmpty() || first.add(text) || second.add(text)) {
                return;
            }
            throw refused(
                    "text-too-long",
                    field,
                    "Company, name and additional line do not fit into the " + (nameLines.size() + extraLines.size())
                            + " lines " + carrier + " has for them; the " + what + " “" + text
                            + "” is too long. Shorten it.");
        }

        private String written(String text, String field, String what) throws Rejected {
            String written = letters.write(text)
                    .orElseThrow(() -> refused(
                            "letters-not-writable",
                            field,
                            carrier + " prints Latin letters only, and the " + what + " “" + text
                                    + "” has others. "
                                    + (part.equals("to")
                                            ? "Write it as the buyer writes it in Latin."
                                            : "Write it in Latin in the seller's settings.")))
                    .strip();
            if (!written.equals(text.strip())) {
                warnings.add(carrier + " prints the " + what + " “" + text + "” as “" + written + "”.");
            }
            return written;
        }

        private String required(String text, String field, String what) throws Rejected {
            if (text.isEmpty()) {
                throw refused(what + "-missing", field, "The " + what + " is missing.");
            }
            return text;
        }

        private String within(String text, int most, String field, String what) throws Rejected {
            if (text.length() > most) {
                throw tooLong(field, what, text, most);
            }
            return text;
        }

        private Rejected tooLong(String field, String what, String text, int most) {
            return refused(
                    "text-too-long",
                    field,
                    "The " + what + " “" + text + "” is too long: " + carrier + " takes " + most
                            + " characters. Shorten it.");
        }

        private Rejected refused(String code, String field, String text) {
            return new Rejected(code, text, List.of(Rejected.Fault.of(part + "." + field, text)));
        }
    }

    /** Lines that are filled from the top. */
    private static final class Lines {
        private final List<Integer> rooms;
        private final List<String> filled = new ArrayList<>();

        Lines(List<Integer> rooms) {
            this.rooms = rooms;
        }

        List<String> filled() {
            return List.copyOf(filled);
        }

        /** Adds a text, broken between words over as many lines as it needs; changes nothing if there is not the room. */
        boolean add(String text) {
            List<String> broken = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (String word : text.split("\\s+")) {
                if (!line.isEmpty() && line.length() + 1 + word.length() > room(broken.size())) {
                    broken.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(word);
                if (line.length() > room(broken.size())) {
                    return false;
                }
            }
            broken.add(line.toString());
            return filled.addAll(broken);
        }

        private int room(int line) {
            int index = filled.size() + line;
            return index < rooms.size() ? rooms.get(index) : 0;
        }
    }
}
