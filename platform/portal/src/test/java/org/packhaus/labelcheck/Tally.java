package org.packhaus.labelcheck;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What was read, by carrier and format, against what should be there. */
final class Tally {
    private static final int MOST_EXAMPLES = 20;

    private final Map<String, Row> rows = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();
    private boolean clean = true;

    private static final class Row {
        private int labels;
        private int barcodes;
        private int missing;
        private int wrong;
    }

    /** @param found every value of that label's picture */
    synchronized void add(String format, StoredLabel label, SortedSet<String> found) {
        List<Pattern> wanted = CarrierCodes.on(label);
        Row row = row(format, label);
        row.labels++;
        row.barcodes += found.size();
        List<String> missing = wanted.stream()
                .filter(pattern -> found.stream().noneMatch(value -> fits(pattern, value)))
                .map(Pattern::pattern)
                .toList();
        List<String> wrong = found.stream()
                .filter(value -> wanted.stream().noneMatch(pattern -> fits(pattern, value)))
                .toList();
        row.missing += missing.size();
        row.wrong += wrong.size();
        if (!missing.isEmpty() || !wrong.isEmpty()) {
            example(format, label, "missing " + missing + ", wrong " + wrong);
        }
    }

    /** For a reader that knows not all codes: the stored number must be among them. */
    synchronized void addNumber(String format, StoredLabel label, SortedSet<String> found) {
        Row row = row(format, label);
        row.labels++;
        row.barcodes += found.size();
        if (found.stream().noneMatch(value -> value.contains(label.number()))) {
            row.missing++;
            example(format, label, "missing " + label.number() + ", read " + found);
        }
    }

    /** A label that did not even become a picture. */
    synchronized void failed(String format, StoredLabel label, String why) {
        Row row = row(format, label);
        row.labels++;
        row.missing += CarrierCodes.on(label).size();
        example(format, label, why);
    }

    private static boolean fits(Pattern pattern, String value) {
        return pattern.matcher(value).matches();
    }

    private Row row(String format, StoredLabel label) {
        String way = label.kind().name().startsWith("RETURN") ? " return" : "";
        return rows.computeIfAbsent("%-14s %s".formatted(label.carrier() + way, format), key -> new Row());
    }

    private void example(String format, StoredLabel label, String text) {
        clean = false;
        if (examples.size() < MOST_EXAMPLES) {
            examples.add("%s, %s of parcel %d (%s), document %d: %s"
                    .formatted(format, label.kind(), label.parcel(), label.number(), label.id(), text));
        }
    }

    synchronized boolean isClean() {
        return clean;
    }

    synchronized void print(PrintStream out) {
        out.printf("%-44s %7s %9s %8s %6s%n", "carrier        format", "labels", "barcodes", "missing", "wrong");
        rows.forEach((name, row) ->
                out.printf("%-44s %7d %9d %8d %6d%n", name, row.labels, row.barcodes, row.missing, row.wrong));
        examples.forEach(example -> out.println("  " + example));
    }
}
