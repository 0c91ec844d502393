package org.packhaus.stock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next to ask for the next page with; null after the last */
public record StockPage(List<StockRow> rows, @Nullable Cursor next) {
    public StockPage {
        rows = List.copyOf(rows);
    }

    /** Where a page ended. */
    public record Cursor(String sku, long id) {}
}
