package org.packhaus.sandbox.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Reads {@code catalogue.txt}: one product a line, its columns are named in the first one. */
final class Catalogue {

    private static final List<String> LINES = resource("catalogue.txt");

    private Catalogue() {}

    /** The products of one of the three demo sellers. */
    static List<Product> of(int seller) {
        List<Product> products = new ArrayList<>();
        for (String line : LINES) {
            String[] c = line.split("\\|", -1);
            if (Integer.parseInt(c[0].trim()) == seller) {
                products.add(product(seller, products.size() + 1, c));
            }
        }
        return List.copyOf(products);
    }

    private static Product product(int seller, int row, String[] c) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String attribute : c[9].trim().split(";")) {
            if (!attribute.isBlank()) {
                String[] pair = attribute.split("=", 2);
                attributes.put(pair[0].trim(), pair[1].trim());
            }
        }
        List<PackingUnit> units = new ArrayList<>();
        for (String unit : c[6].trim().split(";")) {
            String[] n = unit.trim().split("[ x]+");
            units.add(new PackingUnit(
                    Integer.parseInt(n[0]), Integer.parseInt(n[1]), Integer.parseInt(n[2]), Integer.parseInt(n[3])));
        }
        return new Product(
                c[1].trim(),
                "S0%d%02d%s"
                        .formatted(
                                seller,
                                row,
                                Integer.toString(46_655 - row * 977 - seller, 36)
                                        .toUpperCase(Locale.ROOT)),
                CheckDigit.gs1("42603%d%06d".formatted(seller, 41_700 + row * 13)),
                c[2].trim(),
                c[3].trim(),
                c[4].trim(),
                new BigDecimal(c[5].trim()),
                attributes,
                units,
                c[7].trim(),
                c[8].trim().equals("E"),
                (seller * 97 + row * 41) % 360);
    }

    /** The lines of a text resource without blank ones and without comments. */
    static List<String> resource(String name) {
        try (InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
