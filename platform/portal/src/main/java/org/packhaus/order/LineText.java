package org.packhaus.order;

import static org.packhaus.order.AddressDraft.Weight.DOUBT;
import static org.packhaus.order.AddressDraft.Weight.NOTE;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.packhaus.sdk.Address;

/** The characters of the lines: what cannot be printed or read, what a machine garbled, and lines that say nothing. */
final class LineText {
    private static final List<AddressPart> LINES = List.of(
            AddressPart.COMPANY,
            AddressPart.PERSON,
            AddressPart.ADDITION,
            AddressPart.STREET,
            AddressPart.HOUSE_NUMBER,
            AddressPart.POSTAL_CODE,
            AddressPart.CITY);

    /** Nearly every line, looked at ten thousand times in an import. */
    private static final Pattern ORDINARY = Pattern.compile("[ !-%'->@-~äöüÄÖÜßéèáóíçñ]*");

    private static final Pattern DAMAGED = Pattern.compile("\\uFFFD|\\p{L}\\?\\p{L}");
    private static final Pattern ENTITY = Pattern.compile(
            "&(?:(?<name>amp|quot|apos|lt|gt|nbsp|[aouAOU]uml|szlig|eacute|egrave)|#(?<number>\\d{2,5}));");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("nbsp", " "),
            Map.entry("auml", "ä"),
            Map.entry("ouml", "ö"),
            Map.entry("uuml", "ü"),
            Map.entry("Auml", "Ä"),
            Map.entry("Ouml", "Ö"),
            Map.entry("Uuml", "Ü"),
            Map.entry("szlig", "ß"),
            Map.entry("eacute", "é"),
            Map.entry("egrave", "è"));
    /** UTF-8 that somebody read as Windows-1252: “Ã¼” for “ü”. */
    private static final Pattern MISREAD = Pattern.compile("[\\u00C2-\\u00C5][^\\x00-\\x7F]");

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final Pattern SPACE =
            Pattern.compile("[\\p{Cc}\\u00A0\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}]");
    private static final Pattern PICTURE = Pattern.compile(
            "[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{2B00}-\\x{2BFF}\\x{2190}-\\x{21FF}\\x{FE0F}\\x{20E3}]");
    private static final Pattern WIDE = Pattern.compile("[\\uFF01-\\uFF5E]+");
    private static final Pattern FOREIGN =
            Pattern.compile("[\\p{L}\\p{M}&&[^\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsCommon}\\p{IsInherited}]]+");
    private static final Pattern EMPTY_BRACKETS = Pattern.compile("\\(\\s*\\)|\\[\\s*\\]");

    private static final Pattern NOTHING = Pattern.compile(
            "(?iu)[\\p{P}\\p{S}\\s]*|x{1,6}|n\\s?[./]?\\s?a\\.?|k\\.?\\s?a\\.?"
                    + "|keine?(?:\\s+angaben?)?|none|null|nil|undefined|nan|unbekannt|unknown|nicht\\s+(?:vorhanden|angegeben|bekannt)");
    private static final Pattern NO_EXTRA = Pattern.compile(
            "(?iu)(?:ohne|kein(?:e|en)?|no|nein|nicht|leer|empty|entfällt|privat|private?|privatperson|privatadresse|privatkunde)"
                    + "(?:\\s+(?:firma|zusatz|adresszusatz|company))?");
    private static final Pattern ZERO = Pattern.compile("0+");

    private static final Pattern EDGE = Pattern.compile("^[\\s,;|/:–—-]+|[\\s,;|/:–—(-]+$");
    private static final Pattern SPACES = Pattern.compile("\\s{2,}");

    private LineText() {}

    static void read(AddressDraft draft) {
        for (AddressPart part : LINES) {
            if (ORDINARY.matcher(draft.get(part)).matches()) {
                continue;
            }
            decode(draft, part);
            printable(draft, part);
            letters(draft, part);
        }
        placeholders(draft);
    }

    /** Whether the line is empty or holds a stopgap that a form forced somebody to enter. */
    static boolean saysNothing(String line) {
        return NOTHING.matcher(line).matches();
    }

    /** The line without separators and blanks at its ends, which are left when a piece was taken away. */
    static String tidy(String line) {
        return SPACES.matcher(EDGE.matcher(EMPTY_BRACKETS.matcher(line).replaceAll(" "))
                        .replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    static String without(String line, int start, int end) {
        return line.substring(0, start).stripTrailing() + " "
                + line.substring(end).stripLeading();
    }

    private static void decode(AddressDraft draft, AddressPart part) {
        String line = draft.get(part);
        List<String> gone = new ArrayList<>();
        String better = ENTITY.matcher(line).replaceAll(found -> {
            gone.add(found.group());
            return Matcher.quoteReplacement(
                    found.group("name") == null
                            ? Character.toString(Integer.parseInt(found.group("number")))
                            : ENTITIES.getOrDefault(found.group("name"), found.group()));
        });
        Matcher misread = MISREAD.matcher(better);
        if (misread.find()) {
            try {
                ByteBuffer bytes = WINDOWS.newEncoder().encode(java.nio.CharBuffer.wrap(better));
                better = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
                do {
                    gone.add(misread.group());
                } while (misread.find());
            } catch (CharacterCodingException notMisread) {
                // It was written so.
            }
        }
        if (!better.equals(line)) {
            draft.propose(
                    NOTE,
                    "text-damaged",
                    part,
                    "“" + line + "” was garbled on its way.",
                    part.in(draft.now(), better),
                    better,
                    gone.toArray(String[]::new));
        }
        if (DAMAGED.matcher(better).find()) {
            draft.flag(
                    DOUBT,
                    "text-damaged",
                    part,
                    "“" + line + "” lost letters on its way. Ask the buyer, then correct the address.");
        }
    }

    private static void printable(AddressDraft draft, AddressPart part) {
        String line = draft.get(part);
        String better = WIDE.matcher(line)
                .replaceAll(wide -> Matcher.quoteReplacement(Normalizer.normalize(wide.group(), Normalizer.Form.NFKC)));
        better = SPACE.matcher(better).replaceAll(" ");
        better = INVISIBLE.matcher(better).replaceAll("");
        better = PICTURE.matcher(better).replaceAll("");
        if (!better.equals(line)) {
            draft.propose(
                    NOTE,
                    "text-characters",
                    part,
                    "The line holds characters that no label printer prints: “" + line + "”.",
                    part.in(draft.now(), SPACES.matcher(better).replaceAll(" ")),
                    null);
        }
    }

    /** Greek and Cyrillic letters are transliterated where a carrier needs it; nobody can do so with a Chinese name. */
    private static void letters(AddressDraft draft, AddressPart part) {
        String line = draft.get(part);
        Matcher foreign = FOREIGN.matcher(line);
        if (!foreign.find()) {
            return;
        }
        List<String> gone = new ArrayList<>();
        String better = tidy(foreign.replaceAll(found -> {
            gone.add(found.group());
            return " ";
        }));
        String text = "No carrier prints “" + line + "”, and drivers cannot read it.";
        if (better.chars().filter(Character::isLetter).count() >= 4) {
            draft.propose(
                    DOUBT,
                    "letters-foreign",
                    part,
                    text,
                    part.in(draft.now(), better),
                    null,
                    gone.toArray(String[]::new));
        } else {
            draft.flag(DOUBT, "letters-foreign", part, text + " Ask the buyer for it in Latin letters.");
        }
    }

    private static void placeholders(AddressDraft draft) {
        boolean company = !saysNothing(draft.get(AddressPart.COMPANY));
        boolean person = !saysNothing(draft.get(AddressPart.PERSON));
        for (AddressPart part :
                List.of(AddressPart.COMPANY, AddressPart.PERSON, AddressPart.ADDITION, AddressPart.HOUSE_NUMBER)) {
            String line = draft.get(part);
            boolean nothing = switch (part) {
                case COMPANY ->
                    person && (saysNothing(line) || NO_EXTRA.matcher(line).matches());
                case PERSON -> company && saysNothing(line);
                case HOUSE_NUMBER -> saysNothing(line) || ZERO.matcher(line).matches();
                default -> saysNothing(line) || NO_EXTRA.matcher(line).matches();
            };
            if (nothing && !line.isEmpty()) {
                Address better = part.in(draft.now(), "");
                draft.propose(
                        NOTE,
                        "placeholder",
                        part,
                        "“" + line + "” says nothing and would be printed.",
                        better,
                        null,
                        line);
            }
        }
    }
}
