package org.packhaus.administration;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A line of CSV whose cells no spreadsheet mistakes for formulas: whatever a buyer or a colleague typed is only text. */
final class CsvLine {
    private static final Pattern FORMULA = Pattern.compile("^[\\s]*[=+\\-@\\t\\r|%].*", Pattern.DOTALL);

    private CsvLine() {}

    static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String guarded = FORMULA.matcher(text).matches() ? "'" + text : text;
        return '"' + guarded.replace("\"", "\"\"") + '"';
    }
}
