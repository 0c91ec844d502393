package org.packhaus.order;

import static org.packhaus.order.AddressDraft.Weight.NOTE;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.packhaus.sdk.Address;

/** “c/o” and “z. Hd.” belong into the extra line: in the street or the city no carrier finds the way. */
final class CareOf {
    private static final Pattern MARK = Pattern.compile(
            "(?iu)(?<![\\p{L}\\d])(?:c\\s?/\\s?o(?!\\p{L})|℅|z\\.?\\s?hd(?!\\p{L})|zu\\s+händen(?!\\p{L}))");
    private static final Pattern UP_TO_COMMA = Pattern.compile("^[^,;|]*[,;|]\\s*");

    private CareOf() {}

    static void read(AddressDraft draft) {
        for (AddressPart part : List.of(
                AddressPart.PERSON,
                AddressPart.COMPANY,
                AddressPart.STREET,
                AddressPart.HOUSE_NUMBER,
                AddressPart.CITY)) {
            line(draft, part);
        }
    }

    /** Whether the line names somebody in whose care it goes. */
    static boolean in(String line) {
        return MARK.matcher(line).find();
    }

    private static void line(AddressDraft draft, AddressPart part) {
        String line = draft.get(part);
        Matcher mark = MARK.matcher(line);
        if (!mark.find()) {
            return;
        }
        String before = LineText.tidy(line.substring(0, mark.start()));
        String after = line.substring(mark.start());
        String rest = "";
        if (part == AddressPart.STREET || part == AddressPart.CITY) {
            Matcher first = UP_TO_COMMA.matcher(after);
            if (first.find()) {
                rest = after.substring(first.end());
                after = after.substring(0, first.end());
            }
        }
        String kept = LineText.tidy(AddressDraft.join(before, rest));
        boolean onlyName =
                part == AddressPart.PERSON && draft.get(AddressPart.COMPANY).isEmpty();
        if (kept.isEmpty() && (onlyName || part == AddressPart.CITY)) {
            return;
        }
        String text = "“" + LineText.tidy(after) + "” belongs into the extra line.";
        if (kept.isEmpty() && part == AddressPart.STREET) {
            // "c/o Müller Hauptstr. 5": where the name ends and the street begins is anybody's guess.
            if (after.chars().anyMatch(Character::isDigit)) {
                draft.flag(AddressDraft.Weight.DOUBT, "care-of", part, text + " Take name and street apart.");
                return;
            }
        }
        Address better = draft.added(part.in(draft.now(), kept), LineText.tidy(after));
        draft.propose(NOTE, "care-of", AddressPart.ADDITION, text, better, null);
    }
}
