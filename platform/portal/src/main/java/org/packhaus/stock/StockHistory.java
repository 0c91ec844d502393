package org.packhaus.stock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a SKU, newest first.
 *
 * @param next to ask for what came before; null after the oldest
 */
public record StockHistory(
        List<StockMovement> movements, @Nullable Long next) {
    public StockHistory {
        movements = List.copyOf(movements);
    }
}
