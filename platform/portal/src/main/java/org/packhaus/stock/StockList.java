package org.packhaus.stock;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.packhaus.sheet.Spreadsheet;
import org.packhaus.stock.StockFault.Kind;

/**
 * Counts as a list from a spreadsheet. The first row names the columns, in any order and in German, English or Chinese; others are
 * left alone:
 *
 * <pre>
 * SKU;Bestand;Händler;Meldebestand
 * TEE-1;120;Teehaus;10
 * TEE-2;0;;
 * </pre>
 *
 * @param lines what can be taken
 * @param faults rows that cannot, in the order of the list
 * @param leftAlone letters of columns that say nothing here
 */
record StockList(List<Line> lines, List<StockFault> faults, List<String> leftAlone) {
    static final int MOST_ROWS = 20_000;
    static final int MOST_PIECES = 1_000_000;
    private static final int MOST_FAULTS = 500;
    private static final int LONGEST_SKU = 120;

    /** Whole, maybe with the decimals of a spreadsheet that are none. */
    private static final Pattern WHOLE = Pattern.compile("\\d{1,7}");

    private static final Pattern UNCLEAR = Pattern.compile("\\d{1,3}([.,'’\\s]\\d{3})+");
    private static final Pattern SHORTENED = Pattern.compile("\\d([.,]\\d+)?[eE]\\+\\d+");

    private enum Column {
        SKU("sku", "artikelnummer", "artikelnr", "artnr", "artikel", "itemnumber", "item", "货号", "商品编码"),
        COUNT(
                "bestand",
                "vorhanden",
                "anzahl",
                "menge",
                "lagerbestand",
                "stueck",
                "onhand",
                "quantity",
                "qty",
                "stock",
                "count",
                "pieces",
                "现有",
                "库存",
                "数量"),
        SELLER("haendler", "verkaeufer", "seller", "shop", "merchant", "卖家", "店铺"),
        ALARM(
                "meldebestand",
                "mindestbestand",
                "warnbestand",
                "alarm",
                "lowstock",
                "lowstockalarm",
                "lowat",
                "reorderpoint",
                "minimum",
                "预警",
                "库存预警",
                "预警值");

        private final Set<String> heads;

        Column(String... heads) {
            this.heads = Set.of(heads);
        }

        static @Nullable Column of(String head) {
            String plain = head.toLowerCase(Locale.ROOT)
                    .replace("ä", "ae")
                    .replace("ö", "oe")
                    .replace("ü", "ue")
                    .replace("ß", "ss")
                    .replaceAll("[^\\p{L}\\p{N}]", "");
            for (Column column : values()) {
                if (column.heads.contains(plain)) {
                    return column;
                }
            }
            return null;
        }
    }

    /**
     * @param seller as the list names it; empty if it does not
     * @param lowAt null if the list says nothing of it
     */
    record Line(
            int row,
            String sku,
            int onHand,
            String seller,
            @Nullable Integer lowAt) {}

    StockList {
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
        leftAlone = List.copyOf(leftAlone);
    }

    /** Reads rows of cells; nothing is thrown for what somebody typed. */
    static StockList of(List<List<String>> rows) {
        List<StockFault> faults = new ArrayList<>();
        List<String> leftAlone = new ArrayList<>();
        if (rows.isEmpty()) {
            return new StockList(List.of(), List.of(new StockFault(1, Kind.EMPTY, "")), leftAlone);
        }
        Map<Column, Integer> columns = columns(rows.getFirst(), faults, leftAlone);
        if (!columns.containsKey(Column.SKU)) {
            faults.add(new StockFault(1, Kind.NO_SKU_COLUMN, ""));
        }
        if (!columns.containsKey(Column.COUNT)) {
            faults.add(new StockFault(1, Kind.NO_COUNT_COLUMN, ""));
        }
        if (rows.size() - 1 > MOST_ROWS) {
            faults.add(new StockFault(MOST_ROWS + 2, Kind.TOO_MANY_ROWS, ""));
        }
        if (!faults.isEmpty()) {
            return new StockList(List.of(), faults, leftAlone);
        }
        List<Line> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int index = 1; index < rows.size() && faults.size() < MOST_FAULTS; index++) {
            List<String> cells = rows.get(index);
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            Row row = new Row(index + 1, columns, cells);
            Kind wrong = row.wrong();
            if (wrong == null && !seen.add(row.cell(Column.SELLER).toLowerCase(Locale.ROOT) + "\t" + row.sku())) {
                wrong = Kind.SKU_TWICE;
            }
            if (wrong == null) {
                lines.add(row.line());
            } else {
                faults.add(new StockFault(row.number(), wrong, row.said(wrong)));
            }
        }
        if (lines.isEmpty() && faults.isEmpty()) {
            faults.add(new StockFault(1, Kind.EMPTY, ""));
        }
        return new StockList(lines, faults, leftAlone);
    }

    private static Map<Column, Integer> columns(List<String> head, List<StockFault> faults, List<String> leftAlone) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        Map<Column, String> names = new HashMap<>();
        for (int index = 0; index < head.size(); index++) {
            String name = head.get(index).replace("\uFEFF", "").strip();
            Column column = Column.of(name);
            if (column == null) {
                if (!name.isEmpty()) {
                    leftAlone.add(letter(index));
                }
            } else if (columns.putIfAbsent(column, index) == null) {
                names.put(column, name);
            } else {
                faults.add(new StockFault(1, Kind.COLUMN_TWICE, names.get(column) + ", " + name));
            }
        }
        return columns;
    }

    /** {@code C} is the third, as every spreadsheet counts. */
    private static String letter(int index) {
        return index < 26 ? Character.toString('A' + index) : letter(index / 26 - 1) + letter(index % 26);
    }

    /** One row by the names of its columns. */
    private record Row(int number, Map<Column, Integer> columns, List<String> cells) {

        String cell(Column column) {
            Integer index = columns.get(column);
            return index == null || index >= cells.size()
                    ? ""
                    : cells.get(index).replace('\u00A0', ' ').strip();
        }

        String sku() {
            return Spreadsheet.unguarded(cell(Column.SKU));
        }

        @Nullable
        Kind wrong() {
            String sku = sku();
            if (sku.isEmpty()) {
                return Kind.SKU_MISSING;
            }
            if (sku.length() > LONGEST_SKU) {
                return Kind.SKU_TOO_LONG;
            }
            if (SHORTENED.matcher(sku).matches()) {
                return Kind.SKU_SHORTENED;
            }
            String count = cell(Column.COUNT);
            if (count.isEmpty()) {
                return Kind.COUNT_MISSING;
            }
            if (UNCLEAR.matcher(count).matches()) {
                return Kind.COUNT_UNCLEAR;
            }
            if (number(count) == null) {
                return Kind.COUNT_WRONG;
            }
            String alarm = cell(Column.ALARM);
            if (UNCLEAR.matcher(alarm).matches()) {
                return Kind.ALARM_UNCLEAR;
            }
            return alarm.isEmpty() || number(alarm) != null ? null : Kind.ALARM_WRONG;
        }

        String said(Kind wrong) {
            return switch (wrong) {
                case COUNT_UNCLEAR, COUNT_WRONG -> cell(Column.COUNT);
                case ALARM_UNCLEAR, ALARM_WRONG -> cell(Column.ALARM);
                default -> sku();
            };
        }

        Line line() {
            Integer count = number(cell(Column.COUNT));
            return new Line(number, sku(), count == null ? 0 : count, cell(Column.SELLER), number(cell(Column.ALARM)));
        }

        /** A spreadsheet may say 12.0 or 12,00 for a dozen. */
        private static @Nullable Integer number(String text) {
            String whole = text.replaceFirst("[.,]0{1,2}$", "");
            if (!WHOLE.matcher(whole).matches()) {
                return null;
            }
            int number = Integer.parseInt(whole);
            return number > MOST_PIECES ? null : number;
        }
    }
}
