package org.packhaus.desk.ui;

import java.util.List;
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

    PrintDesk(PrintService prints, PrintStations stations, CurrentUser user) {
        this.prints = prints;
        this.stations = stations;
        this.user = user;
    }

    void ask(List<OrderId> orders) {
        PrintDialog.ask(prints, stations, user, orders);
    }
}
