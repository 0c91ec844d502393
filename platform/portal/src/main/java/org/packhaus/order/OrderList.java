package org.packhaus.order;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderSearch.Found;
import org.packhaus.order.Orders.SkuKey;
import org.packhaus.sdk.ChannelItem.State;
import org.packhaus.sdk.Money;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Component;

/**
 * The list: keyset pages over (due_at, id), and counts that stop at the cap. A page costs four statements, whatever its length:
 * orders, their pieces, their tags, what is known of the SKUs; a search costs a few more ({@link OrderSearch}).
 */
@Component
class OrderList {
    /** So many hits of a search for something that very many orders have are counted in the list's own order. */
    private static final int WALKED = 500;

    private static final String OF_SKU = "select p.orderId from OrderPiece p where p.sku = :sku";
    private static final String OF_TAG = "select g.orderId from OrderTag g where g.tag = :tag";

    private final EntityManager entities;
    private final Orders orders;
    private final OrderSearch search;

    OrderList(EntityManager entities, Orders orders, OrderSearch search) {
        this.entities = entities;
        this.orders = orders;
        this.search = search;
    }

    /**
     * What is looked for, and how it is found: what a SKU or a tag has few orders of is named order by order, as by a search.
     *
     * @param filter without what {@code hits} say already
     */
    private record Sought(OrderFilter filter, Found hits) {}

    private Sought sought(OrderFilter filter) {
        Found hits = search.find(filter.search());
        if (!(hits instanceof Found.All)) {
            return new Sought(filter, hits);
        }
        return named(OF_SKU, "sku", filter.sku(), filter.withSku(""))
                .or(() -> named(OF_TAG, "tag", filter.tag(), filter.withTag("")))
                .orElseGet(() -> new Sought(filter, hits));
    }

    /** @return empty where the filter asks for no such thing, or too many have it */
    private Optional<Sought> named(String query, String name, String value, OrderFilter without) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        List<Long> few = search.few(query, name, value);
        return few.size() <= OrderSearch.FEW
                ? Optional.of(new Sought(
                        without, new Found.Few(few.stream().distinct().toList())))
                : Optional.empty();
    }

    OrderPage page(OrderFilter wanted, @Nullable OrderCursor after, int limit) {
        Sought sought = sought(wanted);
        OrderFilter filter = sought.filter();
        Found hits = sought.hits();
        List<SalesOrder> found = OrderSearch.needsGlance(hits)
                ? orders.inOrder(keys(filter, hits, after, limit + 1).stream()
                        .map(OrderKey::id)
                        .toList())
                : page(filter, hits, after, limit + 1);
        boolean more = found.size() > limit;
        List<SalesOrder> shown = more ? found.subList(0, limit) : found;
        OrderCursor next = more ? cursor(filter.sort(), shown.getLast()) : null;
        return new OrderPage(rows(shown), next);
    }

    private List<SalesOrder> page(OrderFilter filter, Found hits, @Nullable OrderCursor after, int limit) {
        Conditions conditions = conditions(filter, filter.tab(), OrderSearch.inOrder(hits));
        boolean down = filter.sort().down(filter.tab());
        String column = "o." + filter.sort().column();
        conditions.after(column, down, after);
        TypedQuery<SalesOrder> query = entities.createQuery(
                "select o from SalesOrder o" + conditions.where() + order(column, down), SalesOrder.class);
        conditions.bind(query);
        return query.setMaxResults(limit).getResultList();
    }

    private static String order(String column, boolean down) {
        return (down ? " order by %s desc, o.id desc" : " order by %s, o.id").formatted(column);
    }

    private static OrderCursor cursor(OrderSort sort, SalesOrder last) {
        return new OrderCursor(
                sort == OrderSort.SHIP_BY ? last.dueAt : last.orderedAt,
                last.id().value());
    }

    /** The ids after the cursor, without their rows: to jump far ahead, and to work through all that match. */
    List<OrderKey> keys(OrderFilter filter, @Nullable OrderCursor after, int limit) {
        Sought sought = sought(filter);
        return keys(sought.filter(), sought.hits(), after, limit);
    }

    private List<OrderKey> keys(OrderFilter filter, Found hits, @Nullable OrderCursor after, int limit) {
        Conditions conditions = conditions(filter, filter.tab(), OrderSearch.inOrder(hits));
        boolean down = filter.sort().down(filter.tab());
        String column = "o." + filter.sort().column();
        conditions.after(column, down, after);
        TypedQuery<Object[]> query = entities.createQuery(
                "select o.id, o.sellerId, o.orderNumber, " + column + " from SalesOrder o" + conditions.where()
                        + order(column, down),
                Object[].class);
        conditions.bind(query);
        return glance(query, OrderSearch.needsGlance(hits))
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new OrderKey(
                        new OrderId((Long) row[0]),
                        new SellerId((Long) row[1]),
                        (String) row[2],
                        new OrderCursor((Instant) row[3], (Long) row[0])))
                .toList();
    }

    OrderCounts counts(OrderFilter filter) {
        Sought sought = sought(filter);
        if (!(sought.hits() instanceof Found.All)) {
            return counts(sought.filter(), sought.hits());
        }
        Map<OrderTab, Integer> counts = new EnumMap<>(OrderTab.class);
        for (OrderTab tab : OrderTab.values()) {
            counts.put(tab, plain(filter, tab));
        }
        return new OrderCounts(counts, false);
    }

    int count(OrderFilter filter, OrderTab tab) {
        Sought sought = sought(filter);
        return sought.hits() instanceof Found.All
                ? plain(filter, tab)
                : counts(sought.filter(), sought.hits()).of(tab);
    }

    /** In the order of the index that has all that is asked: nothing is sorted, and no row is read. */
    private int plain(OrderFilter filter, OrderTab tab) {
        Conditions conditions = conditions(filter, tab, List.of());
        boolean stagesOnly = filter.equals(
                OrderFilter.of(filter.tab()).withSellers(filter.sellers()).withSort(filter.sort()));
        TypedQuery<Long> query = entities.createQuery(
                "select count(c.id) from (select o.id as id from SalesOrder o" + conditions.where() + " order by "
                        + (stagesOnly ? "o.sellerId, o.dueAt" : "o.dueAt") + " limit " + OrderCounts.CAP + ") c",
                Long.class);
        conditions.bind(query);
        return query.getSingleResult().intValue();
    }

    /** What a search finds is counted for all tabs at once. */
    private OrderCounts counts(OrderFilter filter, Found hits) {
        Conditions conditions = conditions(filter, OrderTab.ALL, OrderSearch.counted(hits));
        TypedQuery<Object[]> query = entities.createQuery(
                "select o.stage, o.hasProblem, count(o.id) from SalesOrder o" + conditions.where()
                        + " group by o.stage, o.hasProblem",
                Object[].class);
        conditions.bind(query);
        Map<OrderTab, Integer> counts = new EnumMap<>(OrderTab.class);
        for (Object[] row : glance(query, !(hits instanceof Found.Few)).getResultList()) {
            int counted = ((Long) row[2]).intValue();
            for (OrderTab tab : OrderTab.values()) {
                boolean shows = tab == OrderTab.PROBLEM
                        ? (Boolean) row[1]
                        : tab.stage().map(row[0]::equals).orElse(true);
                if (shows) {
                    counts.merge(tab, counted, (one, other) -> Math.min(OrderCounts.CAP, one + other));
                }
            }
        }
        if (hits instanceof Found.Many) {
            counts.merge(filter.tab(), walked(filter, hits), Math::max);
            return new OrderCounts(counts, true);
        }
        return new OrderCounts(counts, false);
    }

    /** As many as a person scrolls through before asking for less. */
    private int walked(OrderFilter filter, Found hits) {
        Conditions conditions = conditions(filter, filter.tab(), OrderSearch.inOrder(hits));
        TypedQuery<Long> query = entities.createQuery(
                "select count(c.id) from (select o.id as id from SalesOrder o" + conditions.where()
                        + order("o." + filter.sort().column(), filter.sort().down(filter.tab()))
                        + " limit " + WALKED + ") c",
                Long.class);
        conditions.bind(query);
        return query.getSingleResult().intValue();
    }

    private static <T> TypedQuery<T> glance(TypedQuery<T> query, boolean wanted) {
        return wanted ? query.unwrap(org.hibernate.query.Query.class).addQueryHint("sales_order_glance") : query;
    }

    private static Conditions conditions(OrderFilter filter, OrderTab tab, List<OrderSearch.Condition> search) {
        Conditions all = new Conditions();
        tab.stage().ifPresent(stage -> all.add("o.stage = :stage", Map.of("stage", stage)));
        if (tab == OrderTab.PROBLEM) {
            all.add("o.hasProblem = true", Map.of());
        }
        if (!filter.sellers().isEmpty()) {
            all.add(
                    "o.sellerId in :sellerIds",
                    Map.of(
                            "sellerIds",
                            filter.sellers().stream().map(SellerId::value).toList()));
        }
        if (filter.shipByUntil() != null) {
            all.add("o.dueAt <= :until", Map.of("until", filter.shipByUntil()));
        }
        if (!filter.countries().isEmpty()) {
            all.add("o.buyer.country in :countries", Map.of("countries", filter.countries()));
        }
        switch (filter.pieces()) {
            case ANY -> {}
            case SINGLE -> all.add("o.pieces = 1", Map.of());
            case MULTI -> all.add("o.pieces > 1", Map.of());
        }
        if (!filter.carrier().isEmpty()) {
            all.add("o.carrier = :carrier", Map.of("carrier", filter.carrier()));
        }
        if (!filter.stockLights().isEmpty()) {
            all.add("o.stockLight in :lights", Map.of("lights", filter.stockLights()));
        }
        if (!filter.channel().isEmpty()) {
            all.add("o.channel = :channel", Map.of("channel", filter.channel()));
        }
        if (!filter.sku().isEmpty()) {
            all.add("o.id in (" + OF_SKU + ")", Map.of("sku", filter.sku()));
        }
        if (!filter.weights().isEmpty()) {
            all.add("o.weightClass in :weights", Map.of("weights", filter.weights()));
        }
        if (!filter.tag().isEmpty()) {
            all.add("o.id in (" + OF_TAG + ")", Map.of("tag", filter.tag()));
        }
        if (filter.onHold() != null) {
            all.add("o.onHold = :hold", Map.of("hold", filter.onHold()));
        }
        search.forEach(condition -> all.add(condition.text(), condition.values()));
        return all;
    }

    /** In the order given. */
    List<OrderRow> rows(Collection<SalesOrder> found) {
        Map<Long, List<OrderPiece>> pieces = orders.pieces(found);
        Map<SkuKey, SkuInfo> infos = orders.skus(
                found, pieces.values().stream().flatMap(List::stream).toList());
        Map<Long, List<String>> tags = orders.tags(found);
        return found.stream()
                .map(order -> row(
                        order,
                        pieces.getOrDefault(order.id().value(), List.of()),
                        infos,
                        tags.getOrDefault(order.id().value(), List.of())))
                .toList();
    }

    static OrderRow row(SalesOrder order, List<OrderPiece> pieces, Map<SkuKey, SkuInfo> infos, List<String> tags) {
        return new OrderRow(
                order.id(),
                order.seller(),
                new ConnectionId(order.connectionId),
                order.orderNumber,
                order.channel.intern(),
                order.orderedAt,
                order.shipBy,
                order.stage,
                order.onHold,
                order.problem(),
                order.stockLight,
                order.freight,
                order.buyer.name,
                order.buyer.postalCode,
                order.buyer.city.intern(),
                order.buyer.country.intern(),
                order.buyer.pickupPoint(),
                summaries(order, pieces, infos),
                order.pieces,
                Money.of(order.total, order.currency),
                order.carrier(),
                order.parcels,
                order.labels,
                order.slipPrinted,
                order.confirmed,
                order.weightGrams,
                tags,
                order.sentWith == null ? null : new OrderId(order.sentWith));
    }

    /** Every open list holds its rows; what repeats from row to row is held once for all of them. */
    private static @Nullable String shared(@Nullable String text) {
        return text == null ? null : text.intern();
    }

    private static List<ItemSummary> summaries(SalesOrder order, List<OrderPiece> pieces, Map<SkuKey, SkuInfo> infos) {
        List<OrderPiece> live =
                pieces.stream().filter(piece -> piece.state != State.CANCELLED).toList();
        Map<String, List<OrderPiece>> bySku = (live.isEmpty() ? pieces : live)
                .stream().collect(Collectors.groupingBy(piece -> piece.sku, LinkedHashMap::new, Collectors.toList()));
        List<ItemSummary> summaries = new ArrayList<>();
        bySku.forEach((sku, same) -> {
            SkuInfo info = infos.get(new SkuKey(order.connectionId, sku));
            summaries.add(new ItemSummary(
                    sku.intern(),
                    same.getFirst().title.intern(),
                    info == null ? null : shared(info.pictureUrl),
                    same.size()));
        });
        return summaries;
    }

    /** A where clause in the making. */
    private static final class Conditions {
        private final List<String> parts = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        void add(String part, Map<String, ?> parameters) {
            parts.add(part);
            values.putAll(parameters);
        }

        /** Not a row value: MariaDB scans for (a, b) < (?, ?). */
        void after(String column, boolean down, @Nullable OrderCursor cursor) {
            if (cursor != null) {
                add(
                        "(%1$s %2$s :at or (%1$s = :at and o.id %2$s :last))".formatted(column, down ? "<" : ">"),
                        Map.of("at", cursor.at(), "last", cursor.id()));
            }
        }

        String where() {
            return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
        }

        void bind(Query query) {
            values.forEach(query::setParameter);
        }
    }
}
