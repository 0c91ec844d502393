package org.packhaus.order;

import static org.packhaus.order.AddressDraft.Weight.DOUBT;
import static org.packhaus.order.AddressDraft.Weight.NOTE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CountryCode;

/** Street and house number over all the lines in which people put them. */
final class StreetLines {
    /** Houses with a name instead of a number are usual there. */
    private static final Set<String> NAMES_DO = Set.of("IE", "GB", "MT");

    private static final Pattern NAMED_PLACE = Pattern.compile(
            "(?iu)(?:^|[\\s,])(?:lieu-?\\s?dit|le\\s+bourg|hameau|z\\.?a\\.?c?|z\\.?i\\.?|domaine|château|ferme|mas|résidence|polígono|pol\\.|finca|urbanización|urb\\.?"
                    + "|località|loc\\.|frazione|fraz\\.|contrada|quinta|lugar)(?![\\p{L}])");
    private static final Pattern MARKED_NUMBER = Pattern.compile(
            "(?iu)^(?<marker>(?:nr|no|nummer|n\\s?[º°]|hs\\.?\\s?-?\\s?nr|haus\\s?-?\\s?nr|haus\\s?-?\\s?nummer|hnr|č\\.?\\s?p)\\s?[.:]*)\\s*(?<rest>\\d.*)$");
    private static final Pattern ONLY_NUMBER = Pattern.compile(
            "(?iu)^(?:(?:nr|no|haus|hs|nummer|č\\.?\\s?p|#)\\s?[.:]*\\s*)?(?<number>\\d{1,4}\\s?\\p{L}?(?:\\s?[-/]\\s?\\d{1,4})?)$");
    private static final Pattern NUMBER_THEN_MORE =
            Pattern.compile("^(?<number>\\d[^,;]*?)\\s*[,;]\\s*(?<rest>\\S.*)$");
    private static final Pattern LONG = Pattern.compile("\\d{6,}");
    private static final Pattern SQUARE = Pattern.compile("[A-U]\\s?\\d{1,2}");

    private StreetLines() {}

    static void read(AddressDraft draft) {
        if (LineText.saysNothing(draft.get(AddressPart.STREET))) {
            elsewhere(draft);
        }
        if (LineText.saysNothing(draft.get(AddressPart.STREET))) {
            return;
        }
        if (!draft.get(AddressPart.HOUSE_NUMBER).isEmpty()) {
            numberField(draft);
        }
        if (draft.get(AddressPart.HOUSE_NUMBER).isEmpty()) {
            numberWanted(draft);
        } else {
            numberTwice(draft);
        }
    }

    /** The street's line is empty: it stands in the number's, the extra or the company's. */
    private static void elsewhere(AddressDraft draft) {
        for (AddressPart part : List.of(AddressPart.HOUSE_NUMBER, AddressPart.ADDITION, AddressPart.COMPANY)) {
            String line = draft.get(part);
            Optional<StreetLine> read =
                    StreetLine.read(line, draft.country()).filter(found -> StreetLine.looksLikeStreet(line));
            boolean nameStays = part != AddressPart.COMPANY
                    || !draft.get(AddressPart.PERSON).isEmpty();
            boolean numberFree = part == AddressPart.HOUSE_NUMBER
                    || draft.get(AddressPart.HOUSE_NUMBER).isEmpty();
            if (read.isPresent() && nameStays && numberFree) {
                Address better = with(draft, part.in(draft.now(), ""), read.get());
                draft.propose(
                        DOUBT,
                        "street-elsewhere",
                        AddressPart.STREET,
                        "The street stands in another line: “" + line + "”.",
                        better,
                        better.streetLine(),
                        read.get().marker(),
                        LineText.saysNothing(draft.get(AddressPart.STREET)) ? draft.get(AddressPart.STREET) : "");
                return;
            }
        }
        String name = draft.get(AddressPart.ADDITION);
        if (StreetLine.looksLikeStreet(name) && name.chars().noneMatch(Character::isDigit)) {
            Address better = AddressPart.STREET.in(AddressPart.ADDITION.in(draft.now(), ""), name);
            draft.propose(
                    DOUBT,
                    "street-elsewhere",
                    AddressPart.STREET,
                    "The street stands in the extra line: “" + name + "”.",
                    better,
                    better.streetLine(),
                    draft.get(AddressPart.STREET));
        }
    }

    private static Address with(AddressDraft draft, Address address, StreetLine read) {
        Address better = AddressPart.HOUSE_NUMBER.in(AddressPart.STREET.in(address, read.street()), read.number());
        return draft.added(better, read.rest());
    }

    /** The field for the number holds more than one. */
    private static void numberField(AddressDraft draft) {
        String field = draft.get(AddressPart.HOUSE_NUMBER);
        CountryCode country = draft.country();
        if (LONG.matcher(field).find()) {
            draft.flag(
                    DOUBT,
                    "house-number-form",
                    AddressPart.HOUSE_NUMBER,
                    "“" + field + "” is no house number. Ask the buyer, then correct the address.");
            return;
        }
        if (HouseNumbers.is(field, country) || HouseNumbers.NONE.matcher(field).matches()) {
            return;
        }
        Matcher marked = MARKED_NUMBER.matcher(field);
        if (marked.matches() && HouseNumbers.is(marked.group("rest").strip(), country)) {
            String number = marked.group("rest").strip();
            draft.propose(
                    NOTE,
                    "house-number-form",
                    AddressPart.HOUSE_NUMBER,
                    "The field for the house number holds more than a number.",
                    AddressPart.HOUSE_NUMBER.in(draft.now(), number),
                    number,
                    marked.group("marker"));
            return;
        }
        Matcher number = HouseNumbers.in(field, country);
        String street = draft.get(AddressPart.STREET);
        if (number.find() && number.start() == 0) {
            String rest = LineText.tidy(field.substring(number.end()).replaceFirst("^\\.", ""));
            String value = number.group("number").strip();
            Address better = AddressPart.HOUSE_NUMBER.in(draft.now(), value);
            if (rest.equalsIgnoreCase(street)) {
                draft.propose(
                        NOTE,
                        "house-number-form",
                        AddressPart.HOUSE_NUMBER,
                        "The field for the house number holds the street once more.",
                        better,
                        value,
                        rest);
            } else if (!rest.isEmpty()) {
                draft.propose(
                        NOTE,
                        "house-number-form",
                        AddressPart.HOUSE_NUMBER,
                        "The field for the house number holds more than a number.",
                        draft.added(better, rest),
                        value);
            }
            return;
        }
        Optional<StreetLine> whole = StreetLine.read(field, country);
        if (whole.isPresent() && whole.get().street().equalsIgnoreCase(street)) {
            draft.propose(
                    NOTE,
                    "house-number-form",
                    AddressPart.HOUSE_NUMBER,
                    "The field for the house number holds the street once more.",
                    with(draft, draft.now(), whole.get()),
                    whole.get().number(),
                    whole.get().street(),
                    whole.get().marker());
        } else if (field.chars().noneMatch(Character::isDigit)) {
            // "Hinterhaus": no number at all.
            Address better = draft.added(AddressPart.HOUSE_NUMBER.in(draft.now(), ""), field);
            draft.propose(
                    NOTE,
                    "house-number-form",
                    AddressPart.HOUSE_NUMBER,
                    "The field for the house number holds no number.",
                    better,
                    null);
        } else {
            draft.flag(
                    NOTE,
                    "house-number-unclear",
                    AddressPart.HOUSE_NUMBER,
                    "“" + field + "” may be more than a house number.");
        }
    }

    private static void numberWanted(AddressDraft draft) {
        String street = draft.get(AddressPart.STREET);
        CountryCode country = draft.country();
        if (CareOf.in(street)) {
            // Somebody's name stands in it; that is said already.
            return;
        }
        boolean noAddressYet =
                ONLY_NUMBER.matcher(street).matches() || SQUARE.matcher(street).matches();
        Optional<StreetLine> read = (noAddressYet ? Optional.<StreetLine>empty() : StreetLine.read(street, country))
                .filter(line -> !NAMES_DO.contains(country.code()) || StreetLine.looksLikeStreet(line.street()));
        if (read.isPresent()) {
            StreetLine line = read.get();
            // "Lindenweg 4, 50667 Köln": the second half stands where it belongs already.
            boolean again = plain(line.rest()).equals(plain(draft.now().cityLine()));
            Address better = with(draft, draft.now(), again ? line.withoutRest() : line);
            draft.propose(
                    NOTE,
                    "house-number-in-street",
                    AddressPart.HOUSE_NUMBER,
                    "The house number stands in the street's line.",
                    better,
                    line.number(),
                    line.marker(),
                    again ? line.rest() : "");
            return;
        }
        if (HouseNumbers.NONE.matcher(street).matches() || NAMES_DO.contains(country.code())) {
            return;
        }
        Matcher only = ONLY_NUMBER.matcher(street);
        if (only.matches()) {
            villageWithoutStreets(draft, only.group("number").strip());
        } else if (!inExtraLine(draft)) {
            unclearOrMissing(draft);
        }
    }

    private static void villageWithoutStreets(AddressDraft draft, String number) {
        String street = draft.get(AddressPart.STREET);
        String name = draft.get(AddressPart.ADDITION);
        if (StreetLine.looksLikeStreet(name) && name.chars().noneMatch(Character::isDigit)) {
            Address better = AddressPart.HOUSE_NUMBER.in(
                    AddressPart.STREET.in(AddressPart.ADDITION.in(draft.now(), ""), name), number);
            draft.propose(
                    DOUBT,
                    "street-is-number",
                    AddressPart.STREET,
                    "The street's line holds only a number; its name stands in the extra line.",
                    better,
                    better.streetLine(),
                    street.replace(number, ""));
            return;
        }
        Address better =
                AddressPart.HOUSE_NUMBER.in(AddressPart.STREET.in(draft.now(), draft.get(AddressPart.CITY)), number);
        draft.propose(
                DOUBT,
                "street-is-number",
                AddressPart.STREET,
                "The street's line holds only a number. In a village without street names the place stands before it; otherwise ask the buyer.",
                better,
                better.streetLine(),
                street.replace(number, ""));
    }

    private static boolean inExtraLine(AddressDraft draft) {
        String street = draft.get(AddressPart.STREET);
        String extra = draft.get(AddressPart.ADDITION);
        CountryCode country = draft.country();
        if (extra.isEmpty()) {
            return false;
        }
        Matcher marked = MARKED_NUMBER.matcher(extra);
        String value = marked.matches() ? marked.group("rest").strip() : extra;
        String marker = marked.matches() ? marked.group("marker") : "";
        Matcher more = NUMBER_THEN_MORE.matcher(value);
        String number = more.matches() ? more.group("number").strip() : value;
        String rest = more.matches() ? more.group("rest") : "";
        if (HouseNumbers.in(number, country).matches() && !LONG.matcher(number).find()) {
            Address better = AddressPart.ADDITION.in(AddressPart.HOUSE_NUMBER.in(draft.now(), number), rest);
            draft.propose(
                    DOUBT,
                    "house-number-missing",
                    AddressPart.HOUSE_NUMBER,
                    "The house number is missing; the extra line has one: " + number + ".",
                    better,
                    number,
                    marker);
            return true;
        }
        Optional<StreetLine> swapped = StreetLine.read(extra, country)
                .filter(line -> StreetLine.looksLikeStreet(extra) && !StreetLine.looksLikeStreet(street))
                .filter(line -> street.chars().noneMatch(Character::isDigit));
        if (swapped.isEmpty()) {
            return false;
        }
        Address emptied = AddressPart.ADDITION.in(draft.now(), street);
        Address better = with(draft, emptied, swapped.get());
        draft.propose(
                DOUBT,
                "street-elsewhere",
                AddressPart.STREET,
                "The street stands in the extra line: “" + extra + "”.",
                better,
                better.streetLine(),
                swapped.get().marker());
        return true;
    }

    private static void unclearOrMissing(AddressDraft draft) {
        String street = draft.get(AddressPart.STREET);
        boolean numbered = street.chars().anyMatch(Character::isDigit);
        boolean square = SQUARE.matcher(street).matches();
        boolean nameOnly = square || (numbered && StreetLine.onlyNames(street, draft.country()));
        if (numbered && !nameOnly) {
            draft.flag(
                    NOTE,
                    "house-number-unclear",
                    AddressPart.STREET,
                    "There is a number in the street's line; which of it is the house number is not clear.");
        } else if (!(NAMED_PLACE.matcher(street).find() && !draft.country().equals(CountryCode.DE))) {
            draft.flag(
                    DOUBT,
                    "house-number-missing",
                    AddressPart.HOUSE_NUMBER,
                    "The house number is missing. Ask the buyer; if there is none, save the address as it is.");
        }
    }

    /** “Lindenweg 4” and “4”; “Lindenweg 4” and “b”. */
    private static void numberTwice(AddressDraft draft) {
        String street = draft.get(AddressPart.STREET);
        String number = draft.get(AddressPart.HOUSE_NUMBER);
        Optional<StreetLine> read = StreetLine.read(street, draft.country());
        if (read.isEmpty() || SQUARE.matcher(street).matches()) {
            return;
        }
        StreetLine line = read.get();
        String inStreet = line.number();
        Address better = draft.added(AddressPart.STREET.in(draft.now(), line.street()), line.rest());
        if (plain(inStreet).equals(plain(number))) {
            draft.propose(
                    NOTE,
                    "house-number-twice",
                    AddressPart.HOUSE_NUMBER,
                    "The house number stands in the street's line once more.",
                    better,
                    number,
                    inStreet,
                    line.marker());
        } else if (number.matches("\\p{L}") && inStreet.matches("\\d+")) {
            String both = inStreet + " " + number;
            draft.propose(
                    NOTE,
                    "house-number-in-street",
                    AddressPart.HOUSE_NUMBER,
                    "Part of the house number stands in the street's line.",
                    AddressPart.HOUSE_NUMBER.in(better, both),
                    both,
                    line.marker());
        } else if (!HouseNumbers.NONE.matcher(number).matches()) {
            draft.flag(
                    NOTE,
                    "house-number-unclear",
                    AddressPart.HOUSE_NUMBER,
                    "The street's line says " + inStreet + " and the field for the number says " + number + ".");
        }
    }

    private static String plain(String number) {
        return number.replaceAll("[\\s.]", "").toLowerCase(Locale.ROOT);
    }
}
