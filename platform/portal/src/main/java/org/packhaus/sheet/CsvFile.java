package org.packhaus.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * RFC 4180 with a byte order mark, without which Excel takes UTF-8 for something else. A text that a spreadsheet would calculate gets an
 * apostrophe in front: buyers choose their own names, and {@code =HYPERLINK(…)} is one.
 */
final class CsvFile implements TableFile {
    private static final String CALCULATES = "=+-@\t\r\n＝＋－＠";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Writer out;
    private final char separator;
    private final boolean comma;

    CsvFile(OutputStream stream, Locale language) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        comma = language.getLanguage().equals("de");
        separator = comma ? ';' : ',';
        out.write('\uFEFF');
    }

    @Override
    public void head(List<String> names) throws IOException {
        line(names);
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        line(cells.stream().map(this::plain).toList());
    }

    private String plain(Cell cell) {
        return switch (cell) {
            case Cell.Text(var value) -> guarded(value);
            case Cell.Count(var value) -> Long.toString(value);
            case Cell.Amount(var value) -> comma ? value.toPlainString().replace('.', ',') : value.toPlainString();
            case Cell.At(var value) -> DATE.format(value);
            case Cell.YesNo(var value) -> value ? "1" : "0";
            case Cell.Empty() -> "";
        };
    }

    static String guarded(String text) {
        String bare = text.stripLeading();
        boolean calculates = !text.isEmpty() && CALCULATES.indexOf(text.charAt(0)) >= 0
                || !bare.isEmpty() && CALCULATES.indexOf(bare.charAt(0)) >= 0;
        return calculates ? "'" + text : text;
    }

    private void line(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(separator);
            }
            out.write(quoted(cells.get(i)));
        }
        out.write("\r\n");
    }

    private String quoted(String cell) {
        boolean needs = cell.indexOf(separator) >= 0
                || cell.indexOf('"') >= 0
                || cell.indexOf('\n') >= 0
                || cell.indexOf('\r') >= 0
                || !cell.equals(cell.strip());
        return needs ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
