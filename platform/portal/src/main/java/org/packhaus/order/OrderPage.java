package org.packhaus.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some orders of the list.
 *
 * @param next where the next page begins; null after the last
 */
public record OrderPage(List<OrderRow> rows, @Nullable OrderCursor next) {
    public OrderPage {
        rows = List.copyOf(rows);
    }
}
