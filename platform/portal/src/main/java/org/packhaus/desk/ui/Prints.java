package org.packhaus.desk.ui;

import com.vaadin.flow.component.UI;
import java.util.Collection;
import java.util.stream.Collectors;
import org.packhaus.order.OrderId;
import org.packhaus.print.PrintService.Papers;

/** Where papers are found: the document room serves them, the browser opens them in a tab of their own. */
final class Prints {

    /** As many orders as one file may have. */
    static final int MOST = 500;

    private Prints() {}

    /** Slip and label of each order, in picking order, marked as printed. */
    static String address(Collection<OrderId> orders) {
        return "documents/interleaved?print=true" + leftToo(orders) + numbers(orders);
    }

    /** The slips to be kept for years, with their data enclosed. */
    static String archive(Collection<OrderId> orders) {
        return "documents/archive?" + numbers(orders).substring(1);
    }

    /** What to fetch for them, by storage place. @param batch its number, or empty */
    static String pickList(Collection<OrderId> orders, String batch) {
        return "documents/pick-list?batch=" + batch + numbers(orders);
    }

    /** One order alone is printed even if it has left. */
    private static String leftToo(Collection<OrderId> orders) {
        return orders.size() == 1 ? "&left=true" : "";
    }

    private static String numbers(Collection<OrderId> orders) {
        return orders.stream()
                .limit(MOST)
                .map(order -> "&order=" + order.value())
                .collect(Collectors.joining());
    }

    /** A carrier's document as it was stored. */
    static String stored(long document) {
        return "documents/stored/" + document;
    }

    /**
     * Opens the papers in a tab.
     *
     * @param sheet a name of {@code LabelSheet.named}; empty leaves each label as large as it is
     * @param start the first free place of that sheet
     */
    static void open(Collection<OrderId> orders, Papers papers, String sheet, int start) {
        var contents = switch (papers) {
            case LABELS -> "labels";
            case SLIPS -> "slips";
            // A sheet of several labels has no place for slips in between.
            case BOTH -> start > 1 || sheet.startsWith("a4-") ? "slips-then-labels" : "interleaved";
        };
        var labels = sheet.isEmpty() || papers == Papers.SLIPS ? "" : "&sheet=" + sheet + "&start=" + start;
        UI.getCurrent()
                .getPage()
                .open("documents/" + contents + "?print=true" + leftToo(orders) + labels + numbers(orders), "_blank");
    }
}
