package org.packhaus.stock;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/**
 * What a list would change, before anything is changed.
 *
 * @param changes rows that can be taken, in the order of the list
 * @param faults rows that cannot
 * @param leftAlone letters of columns that say nothing here
 */
public record StockPreview(List<Change> changes, List<StockFault> faults, List<String> leftAlone) {
    public StockPreview {
        changes = List.copyOf(changes);
        faults = List.copyOf(faults);
        leftAlone = List.copyOf(leftAlone);
    }

    /** What becomes of a SKU. */
    public enum Kind {
        /** Nobody has counted it so far. */
        NEW,
        CHANGED,
        UNCHANGED
    }

    /**
     * One row of the list.
     *
     * @param before null if it was not counted
     * @param lowAt the alarm that the list sets; null if it says nothing of it
     */
    public record Change(
            int row,
            SellerId seller,
            String sku,
            String title,
            @Nullable Integer before,
            int after,
            @Nullable Integer lowAt,
            Kind kind) {}

    public long count(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** Rows that write something. */
    public List<Change> worth() {
        return changes.stream()
                .filter(change -> change.kind() != Kind.UNCHANGED)
                .toList();
    }
}
