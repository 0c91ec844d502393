package org.packhaus.stock;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.JobType;
import org.packhaus.job.Jobs;
import org.packhaus.order.OrderService;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.stock.StockFault.Kind;
import org.packhaus.stock.StockPreview.Change;
import org.springframework.stereotype.Service;

/**
 * Takes counts from a list. First it is said what the list would change, and nothing is written; what is then wanted is kept with its
 * seller and written by a job, some hundred SKUs a transaction. What a transaction has written is no row any more: after a broken node
 * nothing is set twice. Sees the sellers in scope only.
 */
@Service
public class StockImport {
    static final JobType<Due> JOB = new JobType<>("stock.import", Due.class);
    /** So few that orders are imported between two of them. */
    static final int AT_ONCE = 250;

    private static final int ASKED_AT_ONCE = 1_000;
    private static final int LONGEST_NOTE = 200;

    private final EntityManager entities;
    private final StockService stock;
    private final OrderService orders;
    private final SellerService sellers;
    private final Jobs jobs;
    private final TransactionRetry transactions;
    private final Audit audit;
    private final Clock clock;

    StockImport(
            EntityManager entities,
            StockService stock,
            OrderService orders,
            SellerService sellers,
            Jobs jobs,
            TransactionRetry transactions,
            Audit audit,
            Clock clock) {
        this.entities = entities;
        this.stock = stock;
        this.orders = orders;
        this.sellers = sellers;
        this.jobs = jobs;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The list that is to be written. */
    record Due(long list) {}

    private record Goods(SellerId seller, String sku) {}

    /**
     * What a list would change.
     *
     * @param cells as {@code sheet.Spreadsheet} reads them
     * @param otherwise whose the rows are that name no seller; null where that is a mistake
     */
    public StockPreview preview(List<List<String>> cells, @Nullable SellerId otherwise) {
        StockList list = StockList.of(cells);
        Map<String, SellerId> named = sellers.list().stream()
                .collect(Collectors.toMap(
                        row -> row.name().strip().toLowerCase(Locale.ROOT), SellerRow::id, (one, other) -> one));
        List<StockFault> faults = new ArrayList<>(list.faults());
        Map<Goods, StockList.Line> lines = new LinkedHashMap<>();
        for (StockList.Line line : list.lines()) {
            SellerId seller = line.seller().isEmpty()
                    ? otherwise
                    : named.get(line.seller().toLowerCase(Locale.ROOT));
            if (seller == null || !SellerScope.includes(seller)) {
                faults.add(new StockFault(
                        line.row(),
                        line.seller().isEmpty() ? Kind.SELLER_MISSING : Kind.SELLER_UNKNOWN,
                        line.seller()));
            } else if (lines.putIfAbsent(new Goods(seller, line.sku()), line) != null) {
                faults.add(new StockFault(line.row(), Kind.SKU_TWICE, line.sku()));
            }
        }
        faults.sort(Comparator.comparingInt(StockFault::row));
        Map<Goods, StockLevel> known = known(lines.keySet());
        List<Change> changes = new ArrayList<>();
        lines.forEach((goods, line) -> changes.add(change(goods, line, known.get(goods))));
        return new StockPreview(changes, faults, list.leftAlone());
    }

    private Map<Goods, StockLevel> known(Set<Goods> wanted) {
        Map<SellerId, List<String>> bySeller = wanted.stream()
                .collect(Collectors.groupingBy(Goods::seller, Collectors.mapping(Goods::sku, Collectors.toList())));
        return transactions.call(() -> {
            Map<Goods, StockLevel> known = new HashMap<>();
            bySeller.forEach((seller, skus) -> {
                for (int from = 0; from < skus.size(); from += ASKED_AT_ONCE) {
                    entities.createQuery(
                                    "select l from StockLevel l where l.sellerId = :seller and l.sku in :skus",
                                    StockLevel.class)
                            .setParameter("seller", seller.value())
                            .setParameter("skus", skus.subList(from, Math.min(skus.size(), from + ASKED_AT_ONCE)))
                            .getResultStream()
                            .forEach(level -> known.put(new Goods(seller, level.sku), level));
                }
            });
            return known;
        });
    }

    private static Change change(Goods goods, StockList.Line line, @Nullable StockLevel level) {
        if (level == null || !level.tracked) {
            return change(goods, line, level == null ? "" : level.title, null, StockPreview.Kind.NEW);
        }
        boolean same =
                level.onHand == line.onHand() && (line.lowAt() == null || Objects.equals(level.lowAt, line.lowAt()));
        return change(
                goods, line, level.title, level.onHand, same ? StockPreview.Kind.UNCHANGED : StockPreview.Kind.CHANGED);
    }

    private static Change change(
            Goods goods, StockList.Line line, String title, @Nullable Integer before, StockPreview.Kind kind) {
        return new Change(line.row(), goods.seller(), goods.sku(), title, before, line.onHand(), line.lowAt(), kind);
    }

    /**
     * Has what the preview found written; rows that change nothing, and those that could not be read, are left out.
     *
     * @param note why, for the history of each SKU
     * @return one list a seller
     */
    public List<StockImportProgress> start(StockPreview preview, String note) {
        Map<SellerId, List<Change>> bySeller = preview.worth().stream()
                .collect(Collectors.groupingBy(Change::seller, LinkedHashMap::new, Collectors.toList()));
        bySeller.keySet().forEach(SellerScope::require);
        if (bySeller.isEmpty()) {
            throw new StockException("list-changes-nothing", "The list changes nothing.");
        }
        return transactions.call(() -> bySeller.entrySet().stream()
                .map(entry -> start(entry.getKey(), entry.getValue(), note.strip()))
                .toList());
    }

    private StockImportProgress start(SellerId seller, List<Change> changes, String note) {
        var head = new StockImportHead(
                seller,
                note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note,
                audit.actor(),
                changes.size(),
                clock.instant());
        entities.persist(head);
        changes.forEach(change -> entities.persist(new StockImportRow(head, change)));
        audit.record(
                seller,
                "stock.import",
                new Subject("stock-import", head.id()),
                Map.of("count", Integer.toString(changes.size()), "note", head.note));
        jobs.schedule(JOB, Long.toString(head.id()), seller, new Due(head.id()));
        return head.progress();
    }

    /** How far these lists are, as far as they are in scope. */
    public List<StockImportProgress> progress(Set<Long> lists) {
        if (lists.isEmpty()) {
            return List.of();
        }
        return transactions.call(() -> entities.createQuery(
                        "select h from StockImportHead h where h.id in :lists order by h.id", StockImportHead.class)
                .setParameter("lists", lists)
                .getResultStream()
                .map(StockImportHead::progress)
                .toList());
    }

    /** Lists that are being written just now, whoever gave them. */
    public List<StockImportProgress> running() {
        return transactions.call(() -> entities.createQuery(
                        "select h from StockImportHead h where h.finishedAt is null order by h.id",
                        StockImportHead.class)
                .setMaxResults(20)
                .getResultStream()
                .map(StockImportHead::progress)
                .toList());
    }

    /** The next rows of a list; whether there may be more. For the job, in the name of whoever gave the list. */
    boolean writeSome(long list) throws Exception {
        StockImportHead head = transactions.call(() -> entities.find(StockImportHead.class, list));
        if (head == null || head.finishedAt != null) {
            return false;
        }
        return Audit.as(head.actor(), () -> transactions.callAgainIfStale(() -> write(list)));
    }

    private boolean write(long list) {
        List<StockImportRow> rows = entities.createQuery(
                        "select r from StockImportRow r where r.importId = :list order by r.id", StockImportRow.class)
                .setParameter("list", list)
                .setMaxResults(AT_ONCE)
                .getResultList();
        StockImportHead head = entities.find(StockImportHead.class, list);
        if (rows.isEmpty()) {
            head.finishedAt = clock.instant();
            return false;
        }
        Set<String> skus = rows.stream().map(row -> row.sku).collect(Collectors.toCollection(LinkedHashSet::new));
        SellerId seller = new SellerId(head.sellerId);
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Integer> alarms = new HashMap<>();
        rows.forEach(row -> {
            counts.put(row.sku, row.onHand);
            if (row.lowAt != null) {
                alarms.put(row.sku, row.lowAt);
            }
        });
        stock.fromList(seller, counts, alarms, orders.titles(seller, skus), head.note);
        entities.createQuery("delete from StockImportRow r where r.importId = :list and r.id <= :last")
                .setParameter("list", list)
                .setParameter("last", rows.getLast().id())
                .executeUpdate();
        head.done += rows.size();
        return true;
    }

    /** For whoever asks how many SKUs a list may have. */
    public static int mostRows() {
        return StockList.MOST_ROWS;
    }
}
