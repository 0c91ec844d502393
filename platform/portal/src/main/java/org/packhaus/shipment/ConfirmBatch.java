package org.packhaus.shipment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.packhaus.audit.Audit;
import org.packhaus.job.BatchHandler;
import org.packhaus.job.BatchRow;
import org.packhaus.job.RowOutcome;
import org.packhaus.order.OrderId;
import org.springframework.stereotype.Component;

/** The batch "confirm": a row is an order. */
@Component
class ConfirmBatch implements BatchHandler {
    static final String KIND = "confirm";

    private final Confirmer confirmer;
    private final ConfirmationMoves moves;
    private final Audit audit;

    ConfirmBatch(Confirmer confirmer, ConfirmationMoves moves, Audit audit) {
        this.confirmer = confirmer;
        this.moves = moves;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public RowOutcome handle(BatchRow row, Map<String, String> parameters) {
        OrderId order = new OrderId(row.subject());
        List<ConfirmationId> reports = confirmer.schedule(order, audit.actor().name());
        if (reports.isEmpty()) {
            return RowOutcome.failed(
                    "no-label",
                    "Order " + row.label() + " has no label yet, so there is nothing to report. Book it first.",
                    null);
        }
        reports.forEach(confirmer::goOn);
        return moves.outcome(order).orElseThrow();
    }

    @Override
    public Optional<RowOutcome> outcome(BatchRow row) {
        return moves.outcome(new OrderId(row.subject()));
    }
}
