package org.packhaus.aftersales;

import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.ReturnedItem;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Service;

/** Shows what comes back. Sees the sellers in scope only. */
@Service
public class ReturnService {
    /** More are counted as so many: nobody reads further, and counting takes time. */
    public static final int CAP = 10_000;

    /** So near is soon. */
    public static final Duration SOON = Duration.ofDays(2);

    private final ReturnBook book;
    private final ReturnMoves moves;
    private final TransactionRetry transactions;
    private final Clock clock;

    ReturnService(ReturnBook book, ReturnMoves moves, TransactionRetry transactions, Clock clock) {
        this.book = book;
        this.moves = moves;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Where a page ended. */
    public record Cursor(Instant at, ReturnId last) {}

    /** @param next null if that was the last one */
    public record Page(List<ReturnRow> rows, @Nullable Cursor next) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** One page: what the channel is going to decide itself first, what is done from the newest back. */
    public Page page(ReturnFilter filter, @Nullable Cursor after, int limit) {
        return transactions.call(() -> {
            boolean newestFirst = filter.tab().newestFirst();
            String sort = newestFirst ? "p.changedAt" : "p.dueAt";
            String beyond = newestFirst ? "<" : ">";
            String direction = newestFirst ? " desc" : "";
            TypedQuery<ReturnPiece> query = book.query(
                    "select p from ReturnPiece p where " + condition(filter)
                            + (after == null
                                    ? ""
                                    : " and (" + sort + " " + beyond + " :at or (" + sort + " = :at and p.id " + beyond
                                            + " :last))")
                            + " order by " + sort + direction + ", p.id" + direction,
                    ReturnPiece.class);
            bind(query, filter);
            if (after != null) {
                query.setParameter("at", after.at())
                        .setParameter("last", after.last().value());
            }
            List<ReturnPiece> found = query.setMaxResults(limit).getResultList();
            return new Page(
                    found.stream().map(ReturnPiece::row).toList(),
                    found.size() < limit
                            ? null
                            : new Cursor(
                                    newestFirst ? found.getLast().changedAt : found.getLast().dueAt,
                                    found.getLast().id()));
        });
    }

    /** How many each tab shows with this filter, at most {@link #CAP}. */
    public Map<ReturnTab, Integer> counts(ReturnFilter filter) {
        return transactions.call(() -> {
            Map<ReturnTab, Integer> counts = new EnumMap<>(ReturnTab.class);
            for (ReturnTab tab : ReturnTab.values()) {
                counts.put(tab, count(filter.with(tab)));
            }
            return counts;
        });
    }

    /** How many lie here and wait for a decision, at most {@link #CAP}: cheap enough to be asked by every page. */
    public int toDecide() {
        return transactions.call(() -> count(ReturnFilter.of(ReturnTab.TO_DECIDE)));
    }

    /** How many the channel is going to decide itself soon, at most {@link #CAP}. */
    public int dueSoon() {
        return transactions.call(() -> count(ReturnFilter.of(ReturnTab.DUE_SOON)));
    }

    private int count(ReturnFilter filter) {
        TypedQuery<Long> query = book.query("select p.id from ReturnPiece p where " + condition(filter), Long.class);
        bind(query, filter);
        return query.setMaxResults(CAP).getResultList().size();
    }

    private static String condition(ReturnFilter filter) {
        StringBuilder condition = new StringBuilder(
                switch (filter.tab()) {
                    case TO_DECIDE, ON_THE_WAY, ANNOUNCED, MISDIRECTED, DECIDED -> "p.stage = :stage";
                    case DUE_SOON -> "p.dueAt <= :soon";
                    case ALL -> "p.changedAt is not null";
                });
        if (!filter.sellers().isEmpty()) {
            condition.append(" and p.sellerId in :chosen");
        }
        if (!filter.reason().isEmpty()) {
            condition.append(" and p.reason = :reason");
        }
        if (!filter.sku().isEmpty()) {
            condition.append(" and p.sku = :sku");
        }
        if (!filter.carrier().isEmpty()) {
            condition.append(" and p.carrierCode = :carrier");
        }
        return condition.toString();
    }

    private void bind(TypedQuery<?> query, ReturnFilter filter) {
        switch (filter.tab()) {
            case TO_DECIDE -> query.setParameter("stage", ReturnStage.ARRIVED);
            case ON_THE_WAY -> query.setParameter("stage", ReturnStage.ON_THE_WAY);
            case ANNOUNCED -> query.setParameter("stage", ReturnStage.ANNOUNCED);
            case MISDIRECTED -> query.setParameter("stage", ReturnStage.MISDIRECTED);
            case DECIDED -> query.setParameter("stage", ReturnStage.DECIDED);
            case DUE_SOON -> query.setParameter("soon", clock.instant().plus(SOON));
            case ALL -> {}
        }
        if (!filter.sellers().isEmpty()) {
            query.setParameter(
                    "chosen", filter.sellers().stream().map(SellerId::value).toList());
        }
        if (!filter.reason().isEmpty()) {
            query.setParameter("reason", filter.reason());
        }
        if (!filter.sku().isEmpty()) {
            query.setParameter("sku", filter.sku());
        }
        if (!filter.carrier().isEmpty()) {
            query.setParameter("carrier", filter.carrier());
        }
    }

    /** Those in scope, in no particular order: to refresh rows on the screen. */
    public List<ReturnRow> rows(Collection<ReturnId> wanted) {
        return wanted.isEmpty()
                ? List.of()
                : transactions.call(() -> book.query(
                                "select p from ReturnPiece p where p.id in :ids", ReturnPiece.class)
                        .setParameter(
                                "ids", wanted.stream().map(ReturnId::value).toList())
                        .getResultStream()
                        .map(ReturnPiece::row)
                        .toList());
    }

    /** @throws AfterSalesException if there is no such return in scope */
    public ReturnDetails details(ReturnId id) {
        return transactions.call(() -> {
            ReturnPiece piece = book.piece(id);
            return new ReturnDetails(
                    piece.row(),
                    book.numbers(List.of(id.value())).stream()
                            .map(ReturnNumberRow::view)
                            .toList(),
                    piece.parcelId == null
                            ? List.of()
                            : book.steps(piece.parcelId).stream()
                                    .map(ReturnStep::view)
                                    .toList(),
                    book.photosOf(id.value()));
        });
    }

    /** The pieces of an order that come back. */
    public List<ReturnRow> ofOrder(OrderId order) {
        return transactions.call(
                () -> book.ofOrder(order).stream().map(ReturnPiece::row).toList());
    }

    /** Carriers that bring something, by code. */
    public List<String> carriers() {
        return transactions.call(() -> book.query(
                        "select distinct p.carrierCode from ReturnPiece p where p.carrierCode <> '' order by p.carrierCode",
                        String.class)
                .getResultList());
    }

    /** Reasons in use, by code. */
    public List<String> reasonsInUse() {
        return transactions.call(() -> book.query(
                        "select distinct p.reason from ReturnPiece p where p.reason is not null order by p.reason",
                        String.class)
                .getResultList());
    }

    /** Channels that do not say what comes back at the moment. */
    public List<ReturnLaneRow> failing() {
        return transactions.call(() -> book.lanes().stream()
                .map(ReturnLane::row)
                .filter(lane -> lane.failingSince() != null)
                .toList());
    }

    /** Has the channels in scope asked in the next turn. */
    public void lookNow() {
        List<ConnectionId> channels = transactions.call(
                () -> book.lanes().stream().map(lane -> lane.row().channel()).toList());
        moves.soon(channels, clock.instant());
    }

    /**
     * How often a SKU comes back, most often first.
     *
     * @param since the figures are of pieces that were announced or decided after
     */
    public List<SkuRate> rates(Instant since, int limit) {
        return transactions.call(() -> {
            Map<String, SkuRate> bySku = new LinkedHashMap<>();
            book.query(
                            "select p.sku, max(p.title), p.reason, p.state, count(p.id) from ReturnPiece p"
                                    + " where p.changedAt >= :since and p.sku <> '' group by p.sku, p.reason, p.state",
                            Object[].class)
                    .setParameter("since", since)
                    .getResultStream()
                    .forEach(found -> bySku.merge(
                            (String) found[0],
                            SkuRate.of(
                                    (String) found[0],
                                    (String) found[1],
                                    (String) found[2],
                                    (ReturnedItem.State) found[3],
                                    (Long) found[4]),
                            SkuRate::with));
            List<SkuRate> most = bySku.values().stream()
                    .sorted(Comparator.comparing(SkuRate::pieces).reversed().thenComparing(SkuRate::sku))
                    .limit(limit)
                    .toList();
            Map<String, Long> sent = sent(most.stream().map(SkuRate::sku).toList(), since);
            List<SkuRate> rates = new ArrayList<>();
            most.forEach(rate -> rates.add(rate.outOf(sent.getOrDefault(rate.sku(), 0L))));
            return rates;
        });
    }

    private Map<String, Long> sent(List<String> skus, Instant since) {
        Map<String, Long> sent = new HashMap<>();
        if (!skus.isEmpty()) {
            book.query(
                            "select i.sku, count(i.id) from OrderPiece i where i.sku in :skus and i.stateAt >= :since"
                                    + " and (i.state = org.packhaus.sdk.ChannelItem.State.SENT or i.state = org.packhaus.sdk.ChannelItem.State.RETURNED)"
                                    + " group by i.sku",
                            Object[].class)
                    .setParameter("skus", skus)
                    .setParameter("since", since)
                    .getResultStream()
                    .forEach(found -> sent.put((String) found[0], (Long) found[1]));
        }
        return sent;
    }
}
