package org.packhaus.desk.ui;

import com.vaadin.flow.component.UI;
import java.util.Collection;
import java.util.stream.Collectors;
import org.packhaus.order.OrderId;
import org.packhaus.shell.Texts;
import org.packhaus.shell.Toast;

/** Where papers are found: the document room serves them, the browser opens them in a tab of their own. */
final class Prints {

    /** As many orders as one file may have. */
    static final int MOST = 500;

    private Prints() {}

    /** Slip and label of each order, in picking order, marked as printed. */
    static String address(Collection<OrderId> orders) {
        return "documents/interleaved?print=true"
                + orders.stream()
                        .limit(MOST)
                        .map(order -> "&order=" + order.value())
                        .collect(Collectors.joining());
    }

    /** A carrier's document as it was stored. */
    static String stored(long document) {
        return "documents/stored/" + document;
    }

    static void open(Collection<OrderId> orders) {
        var ui = UI.getCurrent();
        ui.getPage().open(address(orders), "_blank");
        if (orders.size() > MOST) {
            Toast.done(Texts.of(ui.getLocale(), "print.too-many", MOST, orders.size()));
        }
    }
}
