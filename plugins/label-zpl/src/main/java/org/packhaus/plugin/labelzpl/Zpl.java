package org.packhaus.plugin.labelzpl;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.packhaus.sdk.Rejected;

/** ZPL II: writes dots as graphics, and looks through what a carrier wrote before it goes to a printer. */
final class Zpl {
    private static final Pattern COMMAND = Pattern.compile("([\\^~])\\s*([A-Za-z@][A-Za-z0-9@]?)");
    private static final Pattern LABEL = Pattern.compile("(?s)\\^XA.*?\\^XZ");
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
            "^CM", "^PN", "^RU", "^DF", "^XS");

    private Zpl() {}

    /** A carrier's labels, one after the other, with nothing between and around them. */
    static String checked(byte[] content, int place) throws Rejected {
        String text = new String(content, StandardCharsets.UTF_8);
        StringBuilder labels = new StringBuilder();
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            check(label.group(), place);
            labels.append(label.group()).append('\n');
        }
        if (labels.isEmpty()) {
            throw Rasteriser.refused("label-unreadable", "it holds no ZPL label (^XA … ^XZ)", place);
        }
        return labels.toString();
    }

    private static void check(String label, int place) throws Rejected {
        Matcher command = COMMAND.matcher(label);
        while (command.find()) {
            String name = (command.group(1) + command.group(2)).toUpperCase(Locale.ROOT);
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
        zpl.append("^XA^LH0,0^PW").append(dots.width()).append("^LL").append(dots.height());
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

    static byte[] bytes(List<String> labels) {
        return String.join("", labels).getBytes(StandardCharsets.UTF_8);
    }
}
