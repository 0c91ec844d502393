package org.packhaus.tracking;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderKey;
import org.packhaus.order.OrderService;
import org.packhaus.order.OrderTab;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.seller.ConnectionId;
import org.packhaus.shipment.PurchaseId;
import org.springframework.stereotype.Service;

/** Shows where parcels are. Sees the sellers in scope only. */
@Service
public class TrackingService {
    /** More are counted as so many: nobody reads further, and counting takes time. */
    public static final int CAP = 10_000;

    private static final int MOST_FOUND = 100;

    private final TrackingDesk desk;
    private final TrackingBook book;
    private final EntityManager entities;
    private final OrderService orders;
    private final JointOrders joint;
    private final TransactionRetry transactions;
    private final Clock clock;

    TrackingService(
            TrackingDesk desk,
            TrackingBook book,
            EntityManager entities,
            OrderService orders,
            JointOrders joint,
            TransactionRetry transactions,
            Clock clock) {
        this.desk = desk;
        this.book = book;
        this.entities = entities;
        this.orders = orders;
        this.joint = joint;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Where a page ended. */
    public record Cursor(Instant at, long label) {}

    /** @param next null if that was the last one */
    public record Page(List<TrackedRow> rows, @Nullable Cursor next) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** One page: where something is wrong the longest so first, else what moved last. */
    public Page page(TrackingFilter filter, @Nullable Cursor after, int limit) {
        Instant now = clock.instant();
        return transactions.call(() -> {
            String sort = "t." + sort(filter);
            boolean oldestFirst = isTrouble(filter);
            String beyond = oldestFirst ? ">" : "<";
            String direction = oldestFirst ? "" : " desc";
            TypedQuery<TrackedParcel> query = entities.createQuery(
                    "select t from TrackedParcel t where " + condition(filter)
                            + (after == null
                                    ? ""
                                    : " and (" + sort + " " + beyond + " :at or (" + sort + " = :at and t.purchaseId "
                                            + beyond + " :label))")
                            + " order by " + sort + direction + ", t.purchaseId" + direction,
                    TrackedParcel.class);
            bind(query, filter, now);
            if (after != null) {
                query.setParameter("at", after.at()).setParameter("label", after.label());
            }
            List<TrackedParcel> found = query.setMaxResults(limit).getResultList();
            return new Page(
                    found.stream().map(parcel -> parcel.row(now)).toList(),
                    found.size() < limit ? null : cursor(filter, found.getLast()));
        });
    }

    private static Cursor cursor(TrackingFilter filter, TrackedParcel last) {
        Instant at = switch (filter) {
            case LATE, AT_RISK -> last.lateAt();
            case STUCK -> last.stuckAt();
            case UNDERWAY, ATTEMPTED, AT_SHOP, RETURNING, LOST, CHANNEL, ALL -> last.stateAt();
        };
        return new Cursor(at == null ? last.stateAt() : at, last.id().value());
    }

    /** How many are late, at most {@link #CAP}: cheap enough to be asked by every page. */
    public int late() {
        return count(TrackingFilter.LATE);
    }

    /** How many will be late unless somebody does something, likewise. */
    public int atRisk() {
        return count(TrackingFilter.AT_RISK);
    }

    private int count(TrackingFilter filter) {
        Instant now = clock.instant();
        return transactions.call(() -> counted(filter, now));
    }

    /** Where anybody can look a parcel up with a browser, if its carrier has such a page and its plugin is there. */
    public Optional<URI> carrierPage(ConnectionId carrier, String trackingNumber) {
        return desk.page(carrier, trackingNumber);
    }

    /** How many each filter shows, at most {@link #CAP}. */
    public Map<TrackingFilter, Integer> counts() {
        Instant now = clock.instant();
        return transactions.call(() -> {
            Map<TrackingFilter, Integer> counts = new EnumMap<>(TrackingFilter.class);
            for (TrackingFilter filter : TrackingFilter.values()) {
                counts.put(filter, counted(filter, now));
            }
            return counts;
        });
    }

    private int counted(TrackingFilter filter, Instant now) {
        TypedQuery<Long> query =
                entities.createQuery("select t.purchaseId from TrackedParcel t where " + condition(filter), Long.class);
        bind(query, filter, now);
        return query.setMaxResults(CAP).getResultList().size();
    }

    private static boolean isTrouble(TrackingFilter filter) {
        return switch (filter) {
            case LATE, AT_RISK, STUCK, ATTEMPTED, AT_SHOP, RETURNING, LOST, CHANNEL -> true;
            case UNDERWAY, ALL -> false;
        };
    }

    private static String sort(TrackingFilter filter) {
        return switch (filter) {
            case LATE, AT_RISK -> "lateAt";
            case STUCK -> "stuckAt";
            case UNDERWAY, ATTEMPTED, AT_SHOP, RETURNING, LOST, CHANNEL, ALL -> "stateAt";
        };
    }

    private static String condition(TrackingFilter filter) {
        return switch (filter) {
            case UNDERWAY -> "t.open = 1";
            case LATE -> "t.open = 1 and t.lateAt <= :now";
            // As Promise says it of one parcel.
            case AT_RISK ->
                "t.open = 1 and t.lateAt > :now and (t.expectedAt >= t.lateAt"
                        + " or t.handedOverAt is null and t.shipBy < :scanned)";
            case STUCK -> "t.open = 1 and t.stuckAt <= :now and t.lookedAt >= t.stuckAt";
            case ATTEMPTED, AT_SHOP, RETURNING, LOST -> "t.state = :state";
            case CHANNEL ->
                "exists (select 1 from ChannelTrack c where c.purchaseId = t.purchaseId and c.behindSince is not null)";
            case ALL -> "t.stateAt is not null";
        };
    }

    private static void bind(TypedQuery<?> query, TrackingFilter filter, Instant now) {
        switch (filter) {
            case LATE, STUCK -> query.setParameter("now", now);
            case AT_RISK -> query.setParameter("now", now).setParameter("scanned", now.minus(Promise.UNTIL_SCANNED));
            case ATTEMPTED -> query.setParameter("state", TrackingStatus.DELIVERY_FAILED);
            case AT_SHOP -> query.setParameter("state", TrackingStatus.READY_FOR_PICKUP);
            case RETURNING -> query.setParameter("state", TrackingStatus.RETURNED_TO_SENDER);
            case LOST -> query.setParameter("state", TrackingStatus.LOST);
            case UNDERWAY, CHANNEL, ALL -> {}
        }
    }

    /** The parcels of the orders that a search finds: by number, name, tracking number. */
    public List<TrackedRow> search(String words) {
        if (words.isBlank()) {
            return List.of();
        }
        List<OrderId> found =
                orders.keys(OrderFilter.of(OrderTab.ALL).withSearch(words.strip()), null, MOST_FOUND).stream()
                        .map(OrderKey::id)
                        .toList();
        return of(found).values().stream().flatMap(List::stream).distinct().toList();
    }

    /**
     * The parcels of these orders, those of which nothing was bought or followed yet left out. Orders that are sent together have the same.
     */
    public Map<OrderId, List<TrackedRow>> of(Collection<OrderId> wanted) {
        Instant now = clock.instant();
        return transactions.call(() -> {
            Map<OrderId, OrderId> leads = joint.leadOf(wanted);
            Map<OrderId, List<TrackedRow>> byLead = book.ofOrders(joint.leads(wanted)).stream()
                    .collect(Collectors.groupingBy(
                            TrackedParcel::order, Collectors.mapping(parcel -> parcel.row(now), Collectors.toList())));
            Map<OrderId, List<TrackedRow>> tracked = new LinkedHashMap<>();
            for (OrderId order : wanted) {
                List<TrackedRow> rows = byLead.get(leads.getOrDefault(order, order));
                if (rows != null) {
                    tracked.put(order, rows);
                }
            }
            return tracked;
        });
    }

    /** Where the parcel with that label is; empty if nobody follows it. */
    public Optional<TrackedRow> label(PurchaseId label) {
        Instant now = clock.instant();
        return transactions.call(
                () -> Optional.ofNullable(book.parcels(List.of(label.value())).get(label.value()))
                        .map(parcel -> parcel.row(now)));
    }

    /** The whole history of each, newest first, what was withdrawn included. */
    public Map<PurchaseId, List<Scan>> histories(Collection<PurchaseId> labels) {
        if (labels.isEmpty()) {
            return Map.of();
        }
        return transactions.call(() ->
                book.histories(labels.stream().map(PurchaseId::value).toList()).entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> new PurchaseId(entry.getKey()),
                                entry -> entry.getValue().stream()
                                        .map(TrackingEventRow::scan)
                                        .sorted(Comparator.comparing(Scan::at).reversed())
                                        .toList())));
    }

    /** What channels have heard of these parcels, those of which none was asked yet left out. */
    public Map<PurchaseId, ChannelRow> channels(Collection<PurchaseId> labels) {
        if (labels.isEmpty()) {
            return Map.of();
        }
        return transactions.call(() -> entities.createQuery(
                        "select c from ChannelTrack c where c.purchaseId in (:labels) and c.lookedAt is not null",
                        ChannelTrack.class)
                .setParameter("labels", labels.stream().map(PurchaseId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(ChannelTrack::label, ChannelTrack::row)));
    }

    /** Has everything that is still watched asked for in the next turn, however calm it is. */
    public void lookNow() {
        Instant now = clock.instant();
        transactions.run(() -> entities.createQuery(
                        "update TrackedParcel t set t.nextLookAt = :now" + " where t.open = 1 and t.nextLookAt > :now")
                .setParameter("now", now)
                .executeUpdate());
    }

    /** Carriers that do not say where parcels are at the moment. */
    public List<LaneRow> lanes() {
        return transactions.call(
                () -> book.failing().stream().map(TrackingLane::row).toList());
    }
}
