package org.packhaus.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The cells of an uploaded list: CSV in the encodings and with the separators that spreadsheets write, or the first sheet of an XLSX file.
 * Of XLSX only values are read: no formulas, no links, no macros, and never more than such a list needs.
 */
public final class Spreadsheet {
    private static final int MOST_BYTES = 20_000_000;
    private static final int MOST_ROWS = 25_000;
    private static final int MOST_COLUMNS = 50;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private Spreadsheet() {}

    /** @throws SheetException if it is neither */
    public static List<List<String>> read(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' ? xlsx(file) : csv(text(file));
    }

    /** Excel's "Unicode text" is UTF-16; what is no UTF-8 is what older programs of Western Europe write. */
    private static String text(byte[] file) {
        if (file.length > 1 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
            return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(file, WESTERN);
        }
    }

    /** RFC 4180; the separator is whichever of semicolon, tab and comma the first line has first in that order. */
    public static List<List<String>> csv(String text) {
        String head = text.lines().findFirst().orElse("");
        char separator = head.indexOf(';') >= 0 ? ';' : head.indexOf('\t') >= 0 ? '\t' : ',';
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length() && rows.size() < MOST_ROWS; i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(cell.toString());
            rows.add(row);
        }
        return rows;
    }

    private static List<List<String>> xlsx(byte[] file) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            Map<String, byte[]> sheets = new TreeMap<>();
            List<String> shared = List.of();
            int left = MOST_BYTES;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                boolean strings = entry.getName().equals("xl/sharedStrings.xml");
                if (!strings && !entry.getName().startsWith("xl/worksheets/sheet")) {
                    continue;
                }
                byte[] content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0) {
                    throw new SheetException("list-too-large", "The file is too large for a list.");
                }
                if (strings) {
                    shared = sharedStrings(content);
                } else {
                    sheets.put(entry.getName(), content);
                }
            }
            byte[] first = sheets.get("xl/worksheets/sheet1.xml");
            if (first == null) {
                throw unreadable(null);
            }
            return sheet(first, shared);
        } catch (IOException | XMLStreamException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw unreadable(e);
        }
    }

    /** A text as it was before {@link TableFile#csv} kept a spreadsheet from calculating it. */
    public static String unguarded(String cell) {
        return cell.startsWith("'") && CsvFile.guarded(cell.substring(1)).equals(cell) ? cell.substring(1) : cell;
    }

    private static SheetException unreadable(@org.jspecify.annotations.Nullable Exception cause) {
        SheetException failure = new SheetException(
                "list-unreadable", "The file is no XLSX that can be read. Save it as CSV and import that.");
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }

    private static XMLStreamReader reader(byte[] content) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        InputStream stream = new ByteArrayInputStream(content);
        return factory.createXMLStreamReader(stream);
    }

    private static List<String> sharedStrings(byte[] content) throws XMLStreamException {
        XMLStreamReader xml = reader(content);
        List<String> strings = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("si")) {
                    text.setLength(0);
                } else if (xml.getLocalName().equals("t")) {
                    text.append(xml.getElementText());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("si")) {
                strings.add(text.toString());
            }
        }
        return strings;
    }

    private static List<List<String>> sheet(byte[] content, List<String> shared) throws XMLStreamException {
        XMLStreamReader xml = reader(content);
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        String type = "";
        int column = 0;
        while (xml.hasNext() && rows.size() < MOST_ROWS) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                rows.add(row);
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "row" -> {
                    String number = xml.getAttributeValue(null, "r");
                    // Rows without a cell are left out of the file; they count for whoever looks for row 12.
                    while (number != null && rows.size() < Integer.parseInt(number) - 1 && rows.size() < MOST_ROWS) {
                        rows.add(List.of());
                    }
                    row = new ArrayList<>();
                }
                case "c" -> {
                    String place = xml.getAttributeValue(null, "r");
                    column = place == null ? row.size() : column(place);
                    String kind = xml.getAttributeValue(null, "t");
                    type = kind == null ? "" : kind;
                }
                case "v", "t" -> {
                    String value = xml.getElementText();
                    while (row.size() <= column && column < MOST_COLUMNS) {
                        row.add("");
                    }
                    if (column < MOST_COLUMNS) {
                        row.set(column, type.equals("s") ? shared.get(Integer.parseInt(value)) : value);
                    }
                }
                default -> {
                    // Formulas, styles and links say nothing of what is in a cell.
                }
            }
        }
        return rows;
    }

    /** {@code C7} is column 2. */
    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
            column = column * 26 + Character.toUpperCase(place.charAt(i)) - 'A' + 1;
        }
        return Math.max(0, column - 1);
    }
}
