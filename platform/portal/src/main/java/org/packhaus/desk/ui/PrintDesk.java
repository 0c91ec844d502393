package org.packhaus.desk.ui;

import java.util.List;
import org.packhaus.document.DocumentService;
import org.packhaus.order.OrderId;
import org.packhaus.print.PrintService;
import org.packhaus.print.PrintStations;
import org.packhaus.security.CurrentUser;
import org.springframework.stereotype.Component;

/** Asks how papers are to come out, for every view that has some. */
@Component
class PrintDesk {
    private final PrintService prints;
    private final PrintStations stations;
    private final CurrentUser user;
    private final DocumentService documents;

    PrintDesk(PrintService prints, PrintStations stations, CurrentUser user, DocumentService documents) {
        this.documents = documents;
        this.prints = prints;
        this.stations = stations;
        this.user = user;
    }

    /**
     * The orders of several sellers may be asked for; those printed already are told apart. Those that have left stay out of a stack; one
     * order alone is a person's wish and printed whatever became of it.
     */
    void ask(List<OrderId> orders) {
        var printed = user.inFullScope(() -> documents.printed(orders));
        var left = user.inFullScope(() -> documents.left(orders));
        PrintDialog.ask(prints, stations, user, orders, printed, left);
    }
}
