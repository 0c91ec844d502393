package org.packhaus.order;

import static org.packhaus.order.AddressDraft.Weight.DOUBT;
import static org.packhaus.order.AddressDraft.Weight.FACT;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.PickupPoint;

/** Parcel lockers, outlets, shops and post-office boxes: places with rules of their own, written into ordinary address lines. */
final class PickupLines {
    private static final int FIRST_OUTLET = 401;

    private static final List<AddressPart> LINES =
            List.of(AddressPart.STREET, AddressPart.ADDITION, AddressPart.COMPANY, AddressPart.PERSON);

    private static final Pattern WORD =
            Pattern.compile("(?iu)(?<!\\p{L})(?:pack\\s*-?\\s*station|post\\s*-?\\s*filiale)(?!\\p{L})");
    private static final Pattern WHOLE_PLACE = Pattern.compile(
            "(?iu)(?:dhl[\\s-]*)?(?<!\\p{L})(?:pack\\s*-?\\s*station|post\\s*-?\\s*filiale)(?:\\W{0,3}(?:nr|no|nummer))?\\W{0,3}\\d{3}(?!\\d)");
    private static final Pattern MISSPELT_LOCKER = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:pac?k{0,2}(?:et|e|t)?\\s*-?\\s*stat(?:ion|ions|oin|on|ionn|io|tion)"
                    + "|packst\\.?|dhl[\\s-]+(?:locker|station|automat|box)|parcel\\s*-?\\s*(?:station|locker)|paket\\s*-?\\s*(?:automat|box))(?!\\p{L})");
    private static final Pattern MISSPELT_OUTLET = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:(?:dhl|deutsche\\s+post|post)[\\s-]*"
                    + "(?:paket\\s*-?\\s*shop|post\\s*-?\\s*shop|filiale|filliale|filale|shop|agentur|stelle)|post\\s*-?\\s*fill?ial|postfil\\.?)(?!\\p{L})");
    private static final Pattern PLACE_NUMBER = Pattern.compile("^\\W{0,3}(?:(?:nr|no|nummer)\\W{0,3})?\\d{3}(?!\\d)");
    private static final Pattern SHOP =
            Pattern.compile("(?iu)(?<!\\p{L})(?:(?:hermes|dpd|gls|ups|amazon|inpost|mondial\\s+relay)[\\s-]+"
                    + "(?:pake?t\\s*-?\\s*shop|parcel\\s*-?\\s*shop|pick-?\\s?up\\S*|access\\s+point|hub\\S*|locker|shop|paczkomat)"
                    + "|pake?t\\s*-?\\s*shop|parcel\\s*-?\\s*shop|paczkomat)(?!\\p{L})");
    private static final Pattern BOX = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:postfach|postf\\.|p\\.?\\s?o\\.?\\s?box|postbus|bo[iî]te\\s+postale"
                    + "|apartado(?:\\s+de\\s+correos)?|casella\\s+postale|skrytka\\s+pocztowa|postboks|postlagernd|poste\\s+restante)(?!\\p{L})");
    private static final Pattern LABELLED_POST_NUMBER = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:post\\s*-?\\s*(?:nummer|nr|no)|pn|kunden\\s*-?\\s*(?:nummer|nr))(?!\\p{L})[\\s.:#-]*(?<number>\\d[\\d ]*)");

    private PickupLines() {}

    /** Whether a line speaks of a locker or an outlet. */
    static boolean mentioned(Address address) {
        String lines =
                String.join("\n", LINES.stream().map(part -> part.of(address)).toList());
        return WORD.matcher(lines).find()
                || MISSPELT_LOCKER.matcher(lines).find()
                || MISSPELT_OUTLET.matcher(lines).find();
    }

    /** @return whether it goes to such a place, so that its street is none */
    static boolean read(AddressDraft draft) {
        if (!WORD.matcher(String.join("\n", draft.now().lines().toList())).find()) {
            spelling(draft);
        }
        boolean named =
                LINES.stream().anyMatch(part -> WORD.matcher(draft.get(part)).find());
        if (named && !draft.country().equals(CountryCode.DE)) {
            draft.flag(
                    DOUBT,
                    "pickup-abroad",
                    AddressPart.STREET,
                    "There are Packstationen and Postfilialen in Germany only. Ask the buyer, then correct the address.");
            return true;
        }
        Optional<PickupPoint> point = named ? draft.now().pickupPoint() : Optional.empty();
        if (point.isPresent()) {
            intoStreet(draft);
            pickup(draft, point.get());
            twoPlaces(draft);
            return true;
        }
        if (named) {
            draft.flag(
                    FACT,
                    "pickup-number-missing",
                    AddressPart.STREET,
                    "The address is a Packstation or Postfiliale, but its number (three digits) is missing. Ask the buyer, then correct"
                            + " the address.");
            return true;
        }
        return shopOrBox(draft);
    }

    private static void pickup(AddressDraft draft, PickupPoint point) {
        boolean locker = point.kind() == PickupPoint.Kind.LOCKER;
        String place = (locker ? "Packstation " : "Postfiliale ") + point.number();
        if (!locker && Integer.parseInt(point.number()) < FIRST_OUTLET) {
            draft.flag(
                    FACT,
                    "outlet-unknown",
                    AddressPart.STREET,
                    "There is no " + place
                            + ": they are numbered from 401 to 999. Ask the buyer, then correct the address.");
        }
        if (point.postNumber().isPresent()) {
            return;
        }
        for (AddressPart part :
                List.of(AddressPart.ADDITION, AddressPart.COMPANY, AddressPart.PERSON, AddressPart.STREET)) {
            Matcher labelled = LABELLED_POST_NUMBER.matcher(draft.get(part));
            if (labelled.find()) {
                draft.flag(
                        FACT,
                        "post-number-form",
                        part,
                        "“" + labelled.group("number").strip()
                                + "” is no post number: they have 6 to 10 digits. Ask the buyer, then correct"
                                + " the address.");
                return;
            }
        }
        if (locker || draft.now().email().isEmpty()) {
            draft.flag(
                    FACT,
                    "post-number-missing",
                    AddressPart.ADDITION,
                    place
                            + " needs the buyer's post number (6 to 10 digits). Ask the buyer, then correct the address.");
        }
    }

    /** The street's line is empty, because the place stands in another. */
    private static void intoStreet(AddressDraft draft) {
        if (!draft.now().streetLine().isEmpty()) {
            return;
        }
        for (AddressPart part : List.of(AddressPart.ADDITION, AddressPart.COMPANY, AddressPart.PERSON)) {
            String line = draft.get(part);
            Matcher place = WHOLE_PLACE.matcher(line);
            if (place.find()) {
                String kept = LineText.tidy(LineText.without(line, place.start(), place.end()));
                Address better = AddressPart.STREET.in(part.in(draft.now(), kept), place.group());
                draft.propose(
                        DOUBT,
                        "street-elsewhere",
                        AddressPart.STREET,
                        "“" + place.group() + "” belongs into the street's line.",
                        better,
                        place.group());
                return;
            }
        }
    }

    /** A whole street beside the locker: DHL would take the locker, and the buyer may mean the door. */
    private static void twoPlaces(AddressDraft draft) {
        String street = draft.get(AddressPart.STREET);
        boolean door = !WORD.matcher(street).find()
                && street.chars().anyMatch(Character::isLetter)
                && !LABELLED_POST_NUMBER.matcher(draft.now().streetLine()).find();
        if (door) {
            draft.flag(
                    DOUBT,
                    "pickup-and-street",
                    AddressPart.STREET,
                    "The address names a street and a Packstation or Postfiliale; DHL would bring it there and not to the door."
                            + " Take one of them out.");
        }
    }

    private static void spelling(AddressDraft draft) {
        for (AddressPart part : LINES) {
            if (spelt(draft, part, MISSPELT_LOCKER, "Packstation")
                    || spelt(draft, part, MISSPELT_OUTLET, "Postfiliale")) {
                return;
            }
        }
    }

    private static boolean spelt(AddressDraft draft, AddressPart part, Pattern misspelt, String right) {
        String line = draft.get(part);
        Matcher found = misspelt.matcher(line);
        if (!found.find()) {
            return false;
        }
        boolean numbered = PLACE_NUMBER.matcher(line.substring(found.end())).find()
                || (part == AddressPart.STREET
                        && PLACE_NUMBER
                                .matcher(draft.get(AddressPart.HOUSE_NUMBER))
                                .find());
        if (!numbered || !draft.country().equals(CountryCode.DE)) {
            return false;
        }
        String better = line.substring(0, found.start()) + right + line.substring(found.end());
        draft.propose(
                DOUBT,
                "pickup-spelling",
                part,
                "“" + line + "” looks like a " + right + ", but DHL does not know it by this word.",
                part.in(draft.now(), better),
                right,
                found.group());
        return true;
    }

    private static boolean shopOrBox(AddressDraft draft) {
        for (AddressPart part : LINES) {
            if (SHOP.matcher(draft.get(part)).find()) {
                draft.flag(
                        DOUBT,
                        "parcel-shop",
                        part,
                        "“" + draft.get(part)
                                + "” is a parcel shop: only its own carrier brings parcels there, and only if ordered so."
                                + " Ask the buyer for a street.");
                return part == AddressPart.STREET;
            }
        }
        String street = draft.get(AddressPart.STREET);
        for (AddressPart part : List.of(AddressPart.STREET, AddressPart.ADDITION)) {
            if (BOX.matcher(draft.get(part)).find() && (part == AddressPart.STREET || street.isEmpty())) {
                draft.flag(
                        DOUBT,
                        "post-box",
                        part,
                        "“" + draft.get(part)
                                + "” is a post-office box; carriers bring no parcels there. Ask the buyer for a street.");
                return true;
            }
        }
        return false;
    }
}
