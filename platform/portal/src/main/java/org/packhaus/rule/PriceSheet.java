package org.packhaus.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Service;

/**
 * A price table as a list from a spreadsheet. The first row names the columns, in any order:
 *
 * <pre>
 * countries;max_weight_g;max_length_mm;max_width_mm;max_height_mm;price;days;service
 * DE;2000;;;;3,49;1;
 * AT LU;5000;1200;600;600;8,90;3;
 * *;5000;;;;14,90;;
 * ;;;;;1,50;;SIGNATURE
 * </pre>
 *
 * Only {@code price} is a must; a row with a service is its surcharge, any other needs {@code max_weight_g} or {@code max_weight_kg}.
 *
 * @param table what could be read
 * @param faults rows that could not, by their number in the file
 */
public record PriceSheet(PriceTable table, List<Fault> faults) {
    private static final int MOST_ROWS = 5_000;
    private static final int HEAVIEST = 1_000_000;
    private static final int MOST_DAYS = 60;
    private static final Set<String> COLUMNS = Set.of(
            "countries",
            "max_weight_g",
            "max_weight_kg",
            "max_length_mm",
            "max_width_mm",
            "max_height_mm",
            "price",
            "days",
            "service");

    public PriceSheet {
        faults = List.copyOf(faults);
    }

    /**
     * What is wrong with a row.
     *
     * @param row as a spreadsheet counts, the head being 1
     */
    public record Fault(int row, RuleException why) {
        public String text() {
            return why.text();
        }
    }

    /** Reads rows of cells; nothing is thrown for what somebody typed. */
    public static PriceSheet of(List<List<String>> rows) {
        List<PriceBand> bands = new ArrayList<>();
        Map<Service.Kind, BigDecimal> surcharges = new EnumMap<>(Service.Kind.class);
        List<Fault> faults = new ArrayList<>();
        if (rows.isEmpty()) {
            faults.add(new Fault(1, new RuleException("price-list-empty", "The list is empty.")));
            return new PriceSheet(new PriceTable(bands, surcharges), faults);
        }
        Map<String, Integer> columns = columns(rows.getFirst(), faults);
        if (!columns.containsKey("price")) {
            faults.add(new Fault(
                    1,
                    new RuleException(
                            "price-column-missing", "There is no column “price”. The first row names the columns.")));
        }
        if (rows.size() > MOST_ROWS) {
            faults.add(new Fault(
                    MOST_ROWS,
                    new RuleException(
                            "price-list-too-long",
                            "A list has at most " + MOST_ROWS + " rows.",
                            Integer.toString(MOST_ROWS))));
        }
        for (int index = 1; index < rows.size() && faults.size() < 100 && columns.containsKey("price"); index++) {
            Row row = new Row(columns, rows.get(index));
            if (row.blank()) {
                continue;
            }
            try {
                if (row.cell("service").isEmpty()) {
                    bands.add(row.band());
                } else {
                    surcharges.put(row.service(), row.price());
                }
            } catch (RuleException e) {
                faults.add(new Fault(index + 1, e));
            }
        }
        if (faults.isEmpty() && bands.isEmpty()) {
            faults.add(new Fault(
                    1, new RuleException("price-list-without-weight", "There is no row with a price for a weight.")));
        }
        return new PriceSheet(new PriceTable(bands, surcharges), faults);
    }

    private static Map<String, Integer> columns(List<String> head, List<Fault> faults) {
        Map<String, Integer> columns = new HashMap<>();
        for (int index = 0; index < head.size(); index++) {
            String name = head.get(index)
                    .replace("\uFEFF", "")
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .replace(' ', '_');
            if (name.isEmpty()) {
                continue;
            }
            if (!COLUMNS.contains(name)) {
                faults.add(new Fault(
                        1, new RuleException("price-column-unknown", "Nobody knows a column “" + name + "”.", name)));
            } else if (columns.put(name, index) != null) {
                faults.add(new Fault(
                        1, new RuleException("price-column-twice", "The column “" + name + "” is there twice.", name)));
            }
        }
        return columns;
    }

    /** A row by the names of its columns. */
    private record Row(Map<String, Integer> columns, List<String> cells) {
        String cell(String column) {
            Integer index = columns.get(column);
            return index == null || index >= cells.size()
                    ? ""
                    : cells.get(index).strip();
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }

        PriceBand band() {
            return new PriceBand(zone(), grams(), size(), price(), days());
        }

        private Set<String> zone() {
            String text = cell("countries");
            Set<String> zone = new LinkedHashSet<>();
            if (!text.isEmpty() && !text.equals("*")) {
                for (String code : text.toUpperCase(Locale.ROOT).split("[\\s,;/|+]+")) {
                    if (CountryCode.find(code).isEmpty()) {
                        throw new RuleException(
                                "price-country-unknown",
                                "“" + code + "” is no country. Write two letters each: DE AT, or * for all others.",
                                code);
                    }
                    zone.add(code);
                }
            }
            return zone;
        }

        private int grams() {
            String grams = cell("max_weight_g");
            BigDecimal weight = grams.isEmpty()
                    ? decimal("max_weight_kg", cell("max_weight_kg")).movePointRight(3)
                    : decimal("max_weight_g", grams);
            if (weight.signum() <= 0 || weight.compareTo(BigDecimal.valueOf(HEAVIEST)) > 0) {
                throw new RuleException(
                        "price-weight-wrong",
                        "The weight is more than 0 g and at most " + HEAVIEST + " g.",
                        Integer.toString(HEAVIEST));
            }
            return weight.intValue();
        }

        private @Nullable Dimensions size() {
            List<String> sides = List.of(cell("max_length_mm"), cell("max_width_mm"), cell("max_height_mm"));
            if (sides.stream().allMatch(String::isEmpty)) {
                return null;
            }
            return Dimensions.ofSides(
                    whole("max_length_mm", sides.get(0)),
                    whole("max_width_mm", sides.get(1)),
                    whole("max_height_mm", sides.get(2)));
        }

        BigDecimal price() {
            BigDecimal price = decimal("price", cell("price").replace("€", "").strip());
            if (price.signum() < 0 || price.precision() - price.scale() > 6) {
                throw new RuleException("price-wrong", "The price is 0 or more and less than a million euros.");
            }
            return price;
        }

        private @Nullable Integer days() {
            String days = cell("days");
            if (days.isEmpty()) {
                return null;
            }
            int number = whole("days", days);
            if (number > MOST_DAYS) {
                throw new RuleException(
                        "price-days-wrong", "The days are at most " + MOST_DAYS + ".", Integer.toString(MOST_DAYS));
            }
            return number;
        }

        Service.Kind service() {
            String name =
                    cell("service").toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
            for (Service.Kind kind : Service.Kind.values()) {
                if (kind.name().equals(name)) {
                    return kind;
                }
            }
            throw new RuleException("price-service-unknown", "Nobody knows a service “" + name + "”.", name);
        }

        private static int whole(String column, String text) {
            BigDecimal number = decimal(column, text);
            if (number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(100_000)) > 0) {
                throw noNumber(column, text);
            }
            return number.intValue();
        }

        /** 1.234,50 and 1,234.50 and 3,49 and 3.49: the last mark is the decimal one. */
        private static BigDecimal decimal(String column, String text) {
            String plain = text.replace(" ", "").replace("\u00A0", "");
            int comma = plain.lastIndexOf(',');
            int point = plain.lastIndexOf('.');
            String number = comma > point ? plain.replace(".", "").replace(',', '.') : plain.replace(",", "");
            if (!number.matches("-?\\d{1,9}(\\.\\d{1,6})?")) {
                throw text.isEmpty()
                        ? new RuleException("price-cell-missing", "The row lacks " + column + ".", column)
                        : noNumber(column, text);
            }
            return new BigDecimal(number);
        }

        private static RuleException noNumber(String column, String text) {
            return new RuleException(
                    "price-cell-no-number", "“" + text + "” is no number for " + column + ".", text, column);
        }
    }
}
