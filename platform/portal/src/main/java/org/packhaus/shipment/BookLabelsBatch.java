package org.packhaus.shipment;

import java.util.Map;
import java.util.Optional;
import org.packhaus.audit.Audit;
import org.packhaus.job.BatchHandler;
import org.packhaus.job.BatchRow;
import org.packhaus.job.RowOutcome;
import org.packhaus.order.OrderId;
import org.springframework.stereotype.Component;

/** The batch "book labels": a row is an order. */
@Component
class BookLabelsBatch implements BatchHandler {
    static final String KIND = "book-labels";

    private final Booker booker;
    private final BatchNews news;
    private final Audit audit;

    BookLabelsBatch(Booker booker, BatchNews news, Audit audit) {
        this.booker = booker;
        this.news = news;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public RowOutcome handle(BatchRow row, Map<String, String> parameters) {
        return RowOutcomes.of(
                booker.book(new OrderId(row.subject()), audit.actor().name()));
    }

    @Override
    public Optional<RowOutcome> outcome(BatchRow row) {
        return news.booked(new OrderId(row.subject()));
    }
}
