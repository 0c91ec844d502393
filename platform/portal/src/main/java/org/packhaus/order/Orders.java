package org.packhaus.order;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.packhaus.audit.Audit;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Component;

/** Reads and writes the entities of this room. Every query passes the seller filter. */
@Component
class Orders {
    private final EntityManager entities;
    private final Audit audit;
    private final Clock clock;

    Orders(EntityManager entities, Audit audit, Clock clock) {
        this.entities = entities;
        this.audit = audit;
        this.clock = clock;
    }

    SalesOrder find(OrderId order) {
        SalesOrder found = entities.find(SalesOrder.class, order.value());
        if (found == null) {
            throw new OrderException("order-unknown", "There is no order " + order + " that you may see.");
        }
        return found;
    }

    List<SalesOrder> find(Collection<OrderId> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("select o from SalesOrder o where o.id in :ids", SalesOrder.class)
                .setParameter("ids", orders.stream().map(OrderId::value).toList())
                .getResultList();
    }

    /** In the order given. */
    List<SalesOrder> inOrder(List<OrderId> wanted) {
        Map<OrderId, SalesOrder> found =
                find(wanted).stream().collect(Collectors.toMap(SalesOrder::id, Function.identity()));
        return wanted.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** Those that leave in the parcels of these, by the order they leave with. */
    Map<Long, List<SalesOrder>> sentWith(Collection<SalesOrder> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select o from SalesOrder o where o.sentWith in :orders order by o.id", SalesOrder.class)
                .setParameter(
                        "orders",
                        orders.stream().map(order -> order.id().value()).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(order -> Objects.requireNonNull(order.sentWith)));
    }

    Map<String, SalesOrder> atChannel(SellerId seller, ConnectionId connection, Collection<String> channelOrderIds) {
        if (channelOrderIds.isEmpty()) {
            return new HashMap<>();
        }
        return entities.createQuery("""
                        select o from SalesOrder o
                        where o.sellerId = :seller and o.connectionId = :connection and o.channelOrderId in :ids
                        """, SalesOrder.class)
                .setParameter("seller", seller.value())
                .setParameter("connection", connection.value())
                .setParameter("ids", channelOrderIds)
                .getResultStream()
                .collect(Collectors.toMap(
                        order -> order.channelOrderId, Function.identity(), (a, b) -> a, HashMap::new));
    }

    List<OrderPiece> pieces(SalesOrder order) {
        return pieces(List.of(order)).getOrDefault(order.id().value(), List.of());
    }

    Map<Long, List<OrderPiece>> pieces(Collection<SalesOrder> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select p from OrderPiece p where p.orderId in :orders order by p.id", OrderPiece.class)
                .setParameter(
                        "orders",
                        orders.stream().map(order -> order.id().value()).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(piece -> piece.orderId));
    }

    /** All versions of both addresses, oldest first. */
    Map<Long, List<OrderAddress>> addresses(Collection<SalesOrder> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select a from OrderAddress a where a.orderId in :orders order by a.id", OrderAddress.class)
                .setParameter(
                        "orders",
                        orders.stream().map(order -> order.id().value()).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(address -> address.orderId));
    }

    static Optional<OrderAddress> newest(List<OrderAddress> addresses, OrderAddress.Kind kind) {
        return addresses.stream().filter(address -> address.kind == kind).reduce((older, newer) -> newer);
    }

    Map<String, SkuInfo> skus(ConnectionId connection, Collection<String> skus) {
        if (skus.isEmpty()) {
            return new HashMap<>();
        }
        return entities.createQuery(
                        "select s from SkuInfo s where s.connectionId = :connection and s.sku in :skus", SkuInfo.class)
                .setParameter("connection", connection.value())
                .setParameter("skus", skus)
                .getResultStream()
                .collect(Collectors.toMap(info -> info.sku, Function.identity(), (a, b) -> a, HashMap::new));
    }

    /** The infos of many orders' pieces, by connection and SKU, in one statement. */
    Map<SkuKey, SkuInfo> skus(Collection<SalesOrder> orders, Collection<OrderPiece> pieces) {
        Set<String> skus = pieces.stream().map(piece -> piece.sku).collect(Collectors.toSet());
        Set<Long> connections = orders.stream().map(order -> order.connectionId).collect(Collectors.toSet());
        if (skus.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select s from SkuInfo s where s.connectionId in :connections and s.sku in :skus",
                        SkuInfo.class)
                .setParameter("connections", connections)
                .setParameter("skus", skus)
                .getResultStream()
                .collect(Collectors.toMap(info -> new SkuKey(info.connectionId, info.sku), Function.identity()));
    }

    record SkuKey(long connection, String sku) {}

    void save(Object entity) {
        entities.persist(entity);
    }

    /** Makes the order found by exactly these words of a kind. */
    void words(SalesOrder order, SearchTerm.Kind kind, Set<String> words) {
        List<SearchTerm> known = entities.createQuery(
                        "select t from SearchTerm t where t.orderId = :order and t.kind = :kind", SearchTerm.class)
                .setParameter("order", order.id().value())
                .setParameter("kind", kind)
                .getResultList();
        Set<String> kept = known.stream().map(term -> term.term).collect(Collectors.toSet());
        known.stream().filter(term -> !words.contains(term.term)).forEach(entities::remove);
        words.stream().filter(word -> !kept.contains(word)).forEach(word -> save(new SearchTerm(order, kind, word)));
    }

    /** Words of an order that has none yet. */
    void newWords(SalesOrder order, SearchTerm.Kind kind, Set<String> words) {
        words.forEach(word -> save(new SearchTerm(order, kind, word)));
    }

    /** Of many orders, each in alphabetical order. */
    Map<Long, List<String>> tags(Collection<SalesOrder> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select t from OrderTag t where t.orderId in :orders order by t.tag", OrderTag.class)
                .setParameter(
                        "orders",
                        orders.stream().map(order -> order.id().value()).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        tag -> tag.orderId, Collectors.mapping(tag -> tag.tag, Collectors.toList())));
    }

    void timeline(SalesOrder order, String code, String text) {
        TimelineRow row = new TimelineRow(
                order, clock.instant(), code, text, audit.actor().name());
        if (order.erasedAt != null && row.mayNameTheBuyer()) {
            order.writtenAt = row.at;
        }
        save(row);
    }

    String actor() {
        return audit.actor().name();
    }

    Instant now() {
        return clock.instant();
    }
}
