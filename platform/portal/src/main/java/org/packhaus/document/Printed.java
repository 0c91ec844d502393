package org.packhaus.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.packhaus.order.OrderId;

/**
 * What came of printing: which pages are whose, and who was left out why.
 *
 * @param pages of the orders in the file, in printing order
 * @param leftOut orders that are not in the file
 * @param missingCharacters by order: code points that no font has; boxes stand in their places on the slip
 */
public record Printed(
        int pageCount,
        Map<OrderId, PrintFile.Pages> pages,
        List<LeftOut> leftOut,
        Map<OrderId, Set<Integer>> missingCharacters) {
    public Printed {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * An order that could not be printed.
     *
     * @param text what happened and what to do next
     */
    public record LeftOut(OrderId order, String orderNumber, Unprintable.Code code, String text) {}
}
