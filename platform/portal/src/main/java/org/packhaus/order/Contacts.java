package org.packhaus.order;

import static org.packhaus.order.AddressDraft.Weight.NOTE;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.packhaus.sdk.Address;

/** Phone numbers and e-mail addresses in address lines: printed on the parcel for everybody, and taken for house or post numbers. */
final class Contacts {
    private static final Pattern EMAIL = Pattern.compile(
            "(?iu)(?:\\b(?:e-?mail)\\s*:?\\s*)?(?<value>[\\p{L}\\d._%+-]+@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+)");
    private static final Pattern LABELLED = Pattern.compile(
            "(?iu)(?<![\\p{L}])(?:tel(?:efon)?|fon|phone|handy|mobil(?:e|telefon|nummer)?|mob|cell|rufnummer|tlf|gsm)"
                    + "(?:[-\\s]?(?:nr|nummer|no))?\\s?[.:]*\\s*(?<value>\\+?\\(?\\d[\\d\\s/().-]{4,}\\d)");
    private static final Pattern BARE = Pattern.compile(
            "(?<![\\p{L}\\d+/-])(?<value>(?:\\+|00)[1-9]\\d{0,2}[\\s/().-]*\\d[\\d\\s/().-]{5,}\\d|0[1-9]\\d{1,3}[\\s/-]+\\d[\\d\\s-]{3,}\\d"
                    + "|01[5-7]\\d{8,9})(?![\\p{L}\\d])");

    private static final List<AddressPart> LINES = List.of(
            AddressPart.ADDITION,
            AddressPart.STREET,
            AddressPart.HOUSE_NUMBER,
            AddressPart.PERSON,
            AddressPart.COMPANY,
            AddressPart.CITY);

    private Contacts() {}

    static void read(AddressDraft draft) {
        // Post numbers look like phone numbers.
        boolean pickup = PickupLines.mentioned(draft.now());
        for (AddressPart part : LINES) {
            move(draft, part, EMAIL, AddressPart.EMAIL, "An e-mail address");
            move(draft, part, LABELLED, AddressPart.PHONE, "A phone number");
            if (!pickup) {
                move(draft, part, BARE, AddressPart.PHONE, "A phone number");
            }
        }
    }

    private static void move(AddressDraft draft, AddressPart from, Pattern pattern, AddressPart to, String what) {
        Matcher found = pattern.matcher(draft.get(from));
        if (!found.find()) {
            return;
        }
        String value = found.group("value").strip();
        String text = what + " stands in the address and would be printed for everybody to read.";
        String kept = LineText.tidy(LineText.without(draft.get(from), found.start(), found.end()));
        boolean lastName = kept.isEmpty()
                && (from == AddressPart.STREET || from == AddressPart.PERSON || from == AddressPart.CITY);
        boolean taken = !draft.get(to).isEmpty() && !draft.get(to).equalsIgnoreCase(value);
        if (lastName || taken) {
            draft.flag(NOTE, "contact-in-address", from, text);
            return;
        }
        boolean again = !draft.get(to).isEmpty();
        Address better = to.in(from.in(draft.now(), kept), value);
        String label = found.group().substring(0, found.start("value") - found.start());
        draft.propose(NOTE, "contact-in-address", from, text, better, null, again ? found.group() : label);
    }
}
