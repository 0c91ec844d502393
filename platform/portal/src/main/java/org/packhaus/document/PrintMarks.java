package org.packhaus.document;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.seller.SellerId;
import org.packhaus.shipment.SlipPrinted;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down that papers were printed: in the book of prints, in the order's timeline, in the audit log. */
@Component
class PrintMarks {
    private final PrintBook book;
    private final OrderService orders;
    private final JointOrders joint;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionRetry transactions;
    private final Clock clock;

    PrintMarks(
            PrintBook book,
            OrderService orders,
            JointOrders joint,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionRetry transactions,
            Clock clock) {
        this.book = book;
        this.orders = orders;
        this.joint = joint;
        this.audit = audit;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Marks a few orders in one transaction. @param again those whose labels came out of a printer before */
    void mark(List<OrderId> few, Printed printed, Set<OrderId> again) {
        transactions.run(() -> {
            Map<OrderId, SellerId> sellers = new HashMap<>();
            for (OrderRow row : orders.rows(few)) {
                sellers.put(row.id(), row.seller());
            }
            for (OrderId order : few) {
                SellerId seller = sellers.get(order);
                PrintFile.Pages pages = printed.pages().get(order);
                if (seller != null && pages != null) {
                    mark(order, seller, pages, again.contains(order));
                }
            }
        });
    }

    private void mark(OrderId order, SellerId seller, PrintFile.Pages pages, boolean labelsAgain) {
        boolean slip = !pages.slip().isEmpty();
        int labels = pages.labels().size();
        boolean first = slip && !book.slipPrinted(order);
        boolean again = labels > 0 ? labelsAgain : !first;
        book.add(new DocumentPrint(
                seller, order, slip, labels, clock.instant(), audit.actor().name()));
        String what = (again ? "re" : "") + (slip ? labels > 0 ? "printed-both" : "printed-slip" : "printed-label");
        joint.together(order).forEach(one -> orders.timeline(one, what, ""));
        audit.record(
                seller,
                "document.print",
                new Subject("order", order.value()),
                Map.of(
                        "slip",
                        Boolean.toString(slip),
                        "labels",
                        Integer.toString(labels),
                        "again",
                        Boolean.toString(again)));
        if (first) {
            events.publishEvent(new SlipPrinted(order));
        }
    }
}
