package org.packhaus.desk.ui;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.ItemSummary;
import org.packhaus.order.OrderRow;
import org.packhaus.sheet.TableFile.Cell;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Problems;

/** What the list says as a table: each column on the screen is one or several fields, because a file has no second line. */
final class ExportFields {

    /** A column of the file. */
    record Field(String textKey, Function<OrderRow, Cell> value) {}

    private final Formats formats;
    private final OrderWords words;
    private final SellerNames sellers;

    ExportFields(Formats formats, SellerNames sellers) {
        this.formats = formats;
        this.words = new OrderWords(formats);
        this.sellers = sellers;
    }

    /** In the order of the screen; number, stage, hold and problem always, or nobody knows what a row is. */
    List<Field> of(ListTaste taste) {
        List<Field> fields = new ArrayList<>();
        for (var part : ListTaste.Part.values()) {
            if (taste.shows(part)) {
                fields.addAll(of(part));
            }
        }
        text(fields, "export.stage", row -> formats.text("stage." + OrderState.word(row.stage())));
        fields.add(new Field("export.held", row -> new Cell.YesNo(row.onHold())));
        text(fields, "export.problem", row -> {
            var problem = row.problem();
            return problem == null ? "" : Problems.said(formats.locale(), problem.code(), problem.text());
        });
        return fields;
    }

    private List<Field> of(ListTaste.Part part) {
        List<Field> fields = new ArrayList<>();
        switch (part) {
            case LIGHT -> text(fields, "orders.stock", words::stock);
            case BY -> fields.add(new Field("orders.ship-by", row -> at(row.shipBy())));
            case ORDER -> {
                text(fields, "export.number", OrderRow::orderNumber);
                text(fields, "filter.seller", row -> sellers.of(row.seller()).name());
            }
            case ITEMS -> {
                text(fields, "filter.sku", row -> items(row, ItemSummary::sku));
                text(fields, "orders.items", row -> items(row, ItemSummary::title));
                fields.add(new Field("export.pieces", row -> new Cell.Count(row.pieces())));
            }
            case BUYER -> {
                text(fields, "orders.buyer", OrderRow::buyerName);
                text(fields, "address.code", OrderRow::postalCode);
                text(fields, "address.city", OrderRow::city);
                text(fields, "filter.country", OrderRow::country);
                text(fields, "export.pickup", words::pickupInFull);
            }
            case AMOUNT -> {
                fields.add(new Field(
                        "orders.amount", row -> new Cell.Amount(row.total().amount())));
                text(fields, "export.currency", row -> row.total().currency().getCurrencyCode());
            }
            case CARRIER -> {
                text(fields, "filter.carrier", row -> row.carrier() == null ? "" : words.carrier(row));
                fields.add(new Field("export.price", ExportFields::price));
                text(fields, "export.why", row -> row.carrier() == null ? "" : words.why(row));
            }
            case MARKS -> {
                fields.add(new Field("export.parcels", row -> new Cell.Count(row.parcels())));
                fields.add(new Field("mark.label", row -> new Cell.Count(row.labels())));
                fields.add(new Field("mark.slip", row -> new Cell.YesNo(row.slipPrinted())));
                fields.add(new Field("mark.confirmed", row -> new Cell.Count(row.confirmed())));
            }
            case ORDERED -> fields.add(new Field("column.ordered", row -> at(row.orderedAt())));
            case WEIGHT -> fields.add(new Field("export.weight", ExportFields::weight));
            case CHANNEL -> text(fields, "column.channel", words::channel);
            case TAGS -> text(fields, "column.tags", row -> String.join(", ", row.tags()));
        }
        return fields;
    }

    private static void text(List<Field> fields, String key, Function<OrderRow, String> value) {
        fields.add(new Field(key, row -> Cell.text(value.apply(row))));
    }

    private Cell at(@Nullable Instant at) {
        return at == null ? new Cell.Empty() : new Cell.At(LocalDateTime.ofInstant(at, formats.zone()));
    }

    private static Cell price(OrderRow row) {
        var choice = row.carrier();
        var price = choice == null ? null : choice.price();
        return price == null ? new Cell.Empty() : new Cell.Amount(price.amount());
    }

    private static Cell weight(OrderRow row) {
        var grams = row.weightGrams();
        return grams == null ? new Cell.Empty() : new Cell.Count(grams);
    }

    private static String items(OrderRow row, Function<ItemSummary, String> what) {
        return row.items().stream()
                .map(item -> item.count() > 1 ? item.count() + " × " + what.apply(item) : what.apply(item))
                .collect(Collectors.joining(" | "));
    }
}
