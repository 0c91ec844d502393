package org.packhaus.plugin.labelzpl;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.packhaus.sdk.Rejected;

/** ZPL II: writes dots as graphics, and looks through what a carrier wrote before it goes to a printer. */
final class Zpl {
    /** Printers skip control characters wherever they stand, in the middle of a command too. */
    private static final Pattern COMMAND =
            Pattern.compile("([\\^~])[\\x00-\\x20]*([A-Za-z@])[\\x00-\\x20]*([A-Za-z0-9@]?)");
    /** A label, or a picture sent ahead of it that it recalls. */
    private static final Pattern LABEL = Pattern.compile("(?si)\\^XA.*?\\^XZ|~DG[^\\^~]*");

    private static final Pattern WIDTH = Pattern.compile("(?i)\\^PW\\s*(\\d{1,6})");
    private static final Pattern COPIES = Pattern.compile("\\^PQ\\s*0*([0-9]*)");

    /**
     * What may change the printer for longer than one label, read from it, or write to its store: none of it belongs into a label, and a
     * file that holds one was not made by the carrier, or with an address nobody looked at.
     */
    private static final Set<String> NEVER = Set.of(
            "^JU", "^JB", "^JD", "^JE", "^JI", "^JJ", "^JS", "^JT", "^JZ", "^KD", "^KL", "^KN", "^KP", "^KV", "^NB",
            "^NC", "^ND", "^NI", "^NN", "^NP", "^NS", "^NT", "^NW", "^ID", "^IS", "^TO", "^WA", "^WD", "^WE", "^WF",
            "^WI", "^WL", "^WP", "^WR", "^WS", "^WX", "^SL", "^SO", "^SP", "^SQ", "^SR", "^SS", "^ST", "^SX", "^SZ",
            "^HH", "^HT", "^HV", "^HW", "^HY", "^HZ", "^MF", "^MI", "^ML", "^MP", "^MW", "^CC", "^CD", "^CT", "^CP",
            "^CM", "^PN", "^RU", "^DF", "^XS", "^ZZ", "^PP", "^JW", "^JH", "^HG", "^HL", "^HF", "^HR", "^SC");

    /**
     * What a label may set and the printer keeps for the next one, which is another carrier's: upside down, mirrored, white on black,
     * moved, turned.
     */
    private static final String FRESH = "^PON^PMN^LRN^LH0,0^FWN";

    /** No label of a parcel is narrower; what seems to be was made for another print head. */
    private static final int NARROWEST_MM = 80;
    /** Nor wider, where the printer's own label is not known. */
    private static final int WIDEST_MM = 125;
    /** Labels of 103 mm are printed on rolls of 100: their edges are white. */
    private static final int WIDER_MM = 8;

    private Zpl() {}

    /**
     * A carrier's labels, one after the other, with nothing between and around them. Byte by byte: the letters may be in any of ZPL's
     * encodings, and a picture is in none.
     */
    static byte[] checked(byte[] content, PrinterSettings printer, int place) throws Rejected {
        StringBuilder labels = new StringBuilder();
        boolean any = false;
        Matcher part = LABEL.matcher(new String(content, StandardCharsets.ISO_8859_1));
        while (part.find()) {
            String text = part.group();
            check(text, place);
            if (text.charAt(0) == '^') {
                checkDensity(text, printer, place);
                labels.append(text, 0, 3).append(FRESH).append(text, 3, text.length());
                any = true;
            } else {
                labels.append(text.stripTrailing());
            }
            labels.append('\n');
        }
        if (!any) {
            throw Rasteriser.refused("label-unreadable", "it holds no ZPL label (^XA … ^XZ)", place);
        }
        return labels.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Dots are dots: made for a coarser or a finer head, a label comes out in another size, and its bars with it. */
    private static void checkDensity(String label, PrinterSettings printer, int place) throws Rejected {
        Matcher width = WIDTH.matcher(label);
        if (!width.find()) {
            return;
        }
        int dots = Integer.parseInt(width.group(1));
        int mm = Math.round((float) dots / printer.density().dots(1));
        boolean tooSmall =
                mm < NARROWEST_MM && printer.density() != Density.DPI_203 && dots >= Density.DPI_203.dots(NARROWEST_MM);
        boolean tooLarge = printer.widthMm().map(paper -> mm > paper + WIDER_MM).orElse(mm > WIDEST_MM);
        if (tooSmall || tooLarge) {
            throw Rasteriser.refused(
                    "label-other-density",
                    "it is %d dots wide, which is %d mm on this printer: it was made for another print head. Set the carrier's connection to this one, or to PDF"
                            .formatted(dots, mm),
                    place);
        }
    }

    private static void check(String label, int place) throws Rejected {
        Matcher command = COMMAND.matcher(label);
        while (command.find()) {
            String name = (command.group(1) + command.group(2) + command.group(3)).toUpperCase(Locale.ROOT);
            boolean isGraphic = name.equals("~DG") || name.equals("~DY");
            if (name.charAt(0) == '~' && !isGraphic || NEVER.contains(name)) {
                throw Rasteriser.refused("label-not-trusted", "it holds the printer command " + name, place);
            }
        }
        Matcher copies = COPIES.matcher(label);
        while (copies.find()) {
            if (!copies.group(1).isEmpty() && !copies.group(1).equals("1")) {
                throw Rasteriser.refused("label-not-trusted", "it asks for " + copies.group(1) + " copies", place);
            }
        }
    }

    /** The dots as one label. */
    static String graphic(Dots dots) {
        StringBuilder zpl = new StringBuilder(dots.height() * dots.bytesPerRow() / 2);
        int bytes = dots.height() * dots.bytesPerRow();
        zpl.append("^XA")
                .append(FRESH)
                .append("^PW")
                .append(dots.width())
                .append("^LL")
                .append(dots.height());
        zpl.append("^FO0,0^GFA,")
                .append(bytes)
                .append(',')
                .append(bytes)
                .append(',')
                .append(dots.bytesPerRow())
                .append(',');
        String before = "";
        for (int row = 0; row < dots.height(); row++) {
            String line = row(dots, row);
            zpl.append(line.equals(before) ? ":" : line);
            before = line;
        }
        return zpl.append("^FS^PQ1^XZ\n").toString();
    }

    /** A row in hex digits, with ZPL's letters for repeats and its comma for a white rest. */
    private static String row(Dots dots, int row) {
        StringBuilder digits = new StringBuilder(dots.bytesPerRow() * 2);
        for (int i = 0; i < dots.bytesPerRow(); i++) {
            int value = dots.at(row, i);
            digits.append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 15, 16));
        }
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < end; ) {
            char digit = digits.charAt(i);
            int run = 1;
            while (i + run < end && digits.charAt(i + run) == digit) {
                run++;
            }
            repeat(line, run);
            line.append(Character.toUpperCase(digit));
            i += run;
        }
        return end < digits.length() ? line.append(',').toString() : line.toString();
    }

    /** {@code G} to {@code Y} are 1 to 19, {@code g} to {@code z} 20 to 400 in twenties. */
    private static void repeat(StringBuilder line, int run) {
        int rest = run;
        while (rest > 400) {
            line.append('z');
            rest -= 400;
        }
        if (rest >= 20) {
            line.append((char) ('g' + rest / 20 - 1));
            rest %= 20;
        }
        if (rest > 1 || rest == 1 && run > 1) {
            line.append((char) ('G' + rest - 1));
        }
    }
}
