package org.packhaus.desk;

import java.util.Map;
import org.packhaus.job.BatchHandler;
import org.packhaus.job.BatchRow;
import org.packhaus.job.RowOutcome;
import org.packhaus.order.OrderException;
import org.packhaus.order.OrderId;
import org.packhaus.rule.RuleException;

/** The batch of one kind of deed: a row is an order. */
class BulkBatch implements BatchHandler {
    private final String kind;
    private final BulkWork work;

    BulkBatch(String kind, BulkWork work) {
        this.kind = kind;
        this.work = work;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public RowOutcome handle(BatchRow row, Map<String, String> parameters) {
        Deed deed = Deed.of(kind, parameters).orElseThrow();
        try {
            work.on(row.seller(), new OrderId(row.subject()), deed);
            return RowOutcome.done(null);
        } catch (OrderException refused) {
            return failed(refused.code(), refused);
        } catch (RuleException refused) {
            return failed(refused.code(), refused);
        } catch (DeskException refused) {
            return failed(refused.code(), refused);
        }
    }

    private static RowOutcome failed(String code, RuntimeException refused) {
        return RowOutcome.failed(code, String.valueOf(refused.getMessage()), null);
    }
}
