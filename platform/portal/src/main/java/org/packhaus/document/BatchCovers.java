package org.packhaus.document;

import java.io.OutputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.packhaus.job.BatchId;
import org.packhaus.job.BatchProgress;
import org.packhaus.job.BatchRow;
import org.packhaus.job.BatchService;
import org.packhaus.job.RowState;
import org.packhaus.order.CarrierChoice;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.springframework.stereotype.Service;

/** Makes the cover of a batch, counting what belongs to the sellers in scope. */
@Service
public class BatchCovers {
    private static final int CHUNK = 500;
    private static final int MOST_ROWS = 5000;

    private final BatchService batches;
    private final OrderService orders;
    private final SellerService sellers;
    private final Clock clock;

    BatchCovers(BatchService batches, OrderService orders, SellerService sellers, Clock clock) {
        this.batches = batches;
        this.orders = orders;
        this.sellers = sellers;
        this.clock = clock;
    }

    /** What a scanner reads off the cover. */
    static String barcode(BatchId batch) {
        return "PH-B" + batch;
    }

    /** Writes it as PDF/A and closes the stream. @return its pages; empty, with nothing written, if no row of it is in scope */
    public Optional<Integer> write(BatchId batch, SlipLanguage language, ZoneId zone, OutputStream out) {
        return batches.progress(batch).map(progress -> CoverSheet.write(content(progress, language, zone), out));
    }

    private CoverSheet.Content content(BatchProgress batch, SlipLanguage language, ZoneId zone) {
        List<BatchRow> rows = rows(batch.id());
        List<OrderRow> done = new ArrayList<>();
        List<OrderId> ids = rows.stream()
                .filter(row -> row.state() == RowState.DONE)
                .map(row -> new OrderId(row.subject()))
                .distinct()
                .toList();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            done.addAll(orders.rows(ids.subList(from, Math.min(from + CHUNK, ids.size()))));
        }
        Map<String, Integer> carriers = new TreeMap<>();
        done.stream()
                .filter(row -> row.carrier() != null)
                .forEach(row -> carriers.merge(name(row.carrier()), row.parcels(), Integer::sum));
        List<SellerRow> known = sellers.list();
        return new CoverSheet.Content(
                language.text("cover.title", batch.id().toString()),
                barcode(batch.id()),
                language,
                clock.instant(),
                zone,
                batch.startedBy().name(),
                batch.startedAt(),
                known.stream()
                        .filter(seller ->
                                rows.stream().anyMatch(row -> row.seller().equals(seller.id())))
                        .map(SellerRow::name)
                        .toList(),
                new CoverSheet.Counts(
                        batch.done(),
                        batch.failed(),
                        batch.pending() + batch.waiting() + batch.running(),
                        batch.cancelled()),
                (int) done.stream().filter(row -> row.labels() > 0).count(),
                done.stream().mapToInt(OrderRow::labels).sum(),
                carriers.entrySet().stream()
                        .map(entry -> new CoverSheet.Carrier(entry.getKey(), entry.getValue()))
                        .toList(),
                rows.stream()
                        .filter(row -> row.state() == RowState.FAILED || row.state() == RowState.PENDING)
                        .map(row ->
                                new CoverSheet.Missing(row.label(), first(row.text(), row.code()), first(row.fix())))
                        .toList());
    }

    private List<BatchRow> rows(BatchId batch) {
        List<BatchRow> all = new ArrayList<>();
        int after = -1;
        while (all.size() < MOST_ROWS) {
            List<BatchRow> some = batches.rows(batch, null, after, CHUNK);
            all.addAll(some);
            if (some.size() < CHUNK) {
                break;
            }
            after = some.getLast().position();
        }
        return all;
    }

    private static String name(CarrierChoice carrier) {
        return carrier.product().isBlank() ? carrier.carrier() : carrier.carrier() + " · " + carrier.product();
    }

    private static String first(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
