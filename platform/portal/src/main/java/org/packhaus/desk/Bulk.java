package org.packhaus.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.job.BatchId;
import org.packhaus.job.BatchService;
import org.packhaus.job.NewRow;
import org.packhaus.order.OrderCursor;
import org.packhaus.order.OrderException;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderKey;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.rule.RuleException;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Service;

/**
 * Does one thing to many orders: as a batch, because of ten thousand one is always locked, closed or gone, and the others must not
 * wait for it. Sees the sellers in scope only; what is not in scope is left out.
 */
@Service
public class Bulk {
    private static final int AT_ONCE = 1_000;

    private final OrderService orders;
    private final BulkWork work;
    private final BatchService batches;
    private final Audit audit;

    Bulk(OrderService orders, BulkWork work, BatchService batches, Audit audit) {
        this.orders = orders;
        this.work = work;
        this.batches = batches;
        this.audit = audit;
    }

    /**
     * Starts the batch in the name of whoever acts now; a row for each order.
     *
     * @throws DeskException {@code nothing-chosen} if none of the orders is in scope
     */
    public BatchId start(Deed deed, Chosen chosen) {
        List<NewRow> rows = new ArrayList<>();
        rows(chosen, (seller, id, number) -> rows.add(new NewRow(seller, id.value(), number, null)));
        if (rows.isEmpty()) {
            throw nothing();
        }
        return batches.start(deed.kind(), deed.kind() + " · " + rows.size(), rows, audit.actor(), deed.parameters());
    }

    /** Does it at once to a few: what was refused, each with its order's number. */
    public List<String> now(Deed deed, Set<OrderId> few) {
        List<String> refused = new ArrayList<>();
        rows(new Chosen.These(few), (seller, id, number) -> {
            try {
                work.on(seller, id, deed);
            } catch (OrderException | RuleException | DeskException failure) {
                refused.add(number + ": " + failure.getMessage());
            }
        });
        return refused;
    }

    /** Those of the orders that have a label, in the order given; of very many only the first {@value #AT_ONCE}. */
    public List<OrderId> labelled(Set<OrderId> ids) {
        List<OrderId> asked = ids.stream().limit(AT_ONCE).toList();
        Set<OrderId> labelled = orders.rows(asked).stream()
                .filter(row -> row.labels() > 0)
                .map(OrderRow::id)
                .collect(Collectors.toSet());
        return asked.stream().filter(labelled::contains).toList();
    }

    /**
     * The chosen orders' ids in the order of the list, at most {@link Chosen#MOST}.
     *
     * @throws DeskException {@code nothing-chosen} if none of the orders is in scope
     */
    public Set<OrderId> ids(Chosen chosen) {
        Set<OrderId> ids = new LinkedHashSet<>();
        rows(chosen, (seller, id, number) -> ids.add(id));
        if (ids.isEmpty()) {
            throw nothing();
        }
        return ids;
    }

    private static DeskException nothing() {
        return new DeskException(
                "nothing-chosen",
                "None of the chosen orders is there any more, or you may not do this for their sellers.");
    }

    @FunctionalInterface
    private interface Taker {
        void take(SellerId seller, OrderId id, String number);
    }

    private void rows(Chosen chosen, Taker taker) {
        switch (chosen) {
            case Chosen.These(var ids) -> {
                for (OrderRow row : orders.rows(ids)) {
                    taker.take(row.seller(), row.id(), row.orderNumber());
                }
            }
            case Chosen.Matching(var filter) -> {
                @Nullable OrderCursor after = null;
                for (int taken = 0; taken < Chosen.MOST; ) {
                    List<OrderKey> keys = orders.keys(filter, after, Math.min(AT_ONCE, Chosen.MOST - taken));
                    keys.forEach(key -> taker.take(key.seller(), key.id(), key.orderNumber()));
                    taken += keys.size();
                    if (keys.size() < AT_ONCE) {
                        return;
                    }
                    after = keys.getLast().cursor();
                }
            }
        }
    }
}
