package org.packhaus.rule;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.seller.SellerId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Repository;

/** Finds what this room keeps, and makes an engine of it. Every method runs inside the caller's transaction and scope. */
@Repository
class RuleBook {
    private final EntityManager entities;
    private final ObjectProvider<Punctuality> punctuality;

    RuleBook(EntityManager entities, ObjectProvider<Punctuality> punctuality) {
        this.entities = entities;
        this.punctuality = punctuality;
    }

    void add(Object row) {
        entities.persist(row);
    }

    void remove(Object row) {
        entities.remove(row);
    }

    Optional<RuleVersion> current(SellerId seller) {
        return versions(seller, 1).stream().findFirst();
    }

    /** Newest first. */
    List<RuleVersion> versions(SellerId seller, int limit) {
        return entities.createQuery(
                        "select v from RuleVersion v where v.sellerId = :seller order by v.number desc",
                        RuleVersion.class)
                .setParameter("seller", seller.value())
                .setMaxResults(limit)
                .getResultList();
    }

    Optional<RuleVersion> version(SellerId seller, int number) {
        return entities.createQuery(
                        "select v from RuleVersion v where v.sellerId = :seller and v.number = :number",
                        RuleVersion.class)
                .setParameter("seller", seller.value())
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** The tables that count, by product. */
    List<PriceVersion> tables(SellerId seller) {
        return entities.createQuery("""
                        select p from PriceVersion p
                        where p.sellerId = :seller and p.number = (
                            select max(q.number) from PriceVersion q
                            where q.sellerId = p.sellerId and q.connectionId = p.connectionId and q.product = p.product)
                        order by p.connectionId, p.product
                        """, PriceVersion.class)
                .setParameter("seller", seller.value())
                .getResultList();
    }

    Map<OrderId, HandPick> handPicks(Collection<OrderId> orders) {
        return orders.isEmpty()
                ? Map.of()
                : entities.createQuery("select h from HandPick h where h.orderId in :orders", HandPick.class)
                        .setParameter(
                                "orders", orders.stream().map(OrderId::value).toList())
                        .getResultStream()
                        .collect(Collectors.toMap(HandPick::order, Function.identity()));
    }

    @Nullable
    HandPick handPick(OrderId order) {
        return entities.find(HandPick.class, order.value());
    }

    /** What carriers answered for such parcels and still counts at that moment. */
    LiveQuotes quotes(SellerId seller, Collection<String> shapes, Instant at) {
        return shapes.isEmpty()
                ? LiveQuotes.NONE
                : quotes(entities.createQuery(
                                "select q from PriceQuote q where q.sellerId = :seller and q.shape in (:shapes)"
                                        + " and q.expiresAt > :at order by q.id",
                                PriceQuote.class)
                        .setParameter("seller", seller.value())
                        .setParameter("shapes", shapes)
                        .setParameter("at", at)
                        .getResultList());
    }

    /** All that carriers answered and still counts. */
    LiveQuotes quotes(SellerId seller, Instant at) {
        return quotes(entities.createQuery(
                        "select q from PriceQuote q where q.sellerId = :seller and q.expiresAt > :at order by q.id",
                        PriceQuote.class)
                .setParameter("seller", seller.value())
                .setParameter("at", at)
                .getResultList());
    }

    private static LiveQuotes quotes(List<PriceQuote> rows) {
        Map<String, Map<Offer, LiveQuote>> answers = new HashMap<>();
        rows.forEach(row ->
                answers.computeIfAbsent(row.shape, shape -> new HashMap<>()).put(row.offer(), row.quote()));
        return new LiveQuotes(answers);
    }

    void forgetQuotes(SellerId seller, Instant before) {
        entities.createQuery("delete from PriceQuote q where q.sellerId = :seller and q.expiresAt < :before")
                .setParameter("seller", seller.value())
                .setParameter("before", before)
                .executeUpdate();
    }

    /** An engine for these rules with the tables and figures of now. */
    RuleEngine engine(SellerId seller, List<ShippingRule> rules, LiveQuotes quotes) {
        Map<Offer, PriceTable> tables = new LinkedHashMap<>();
        tables(seller).forEach(table -> tables.put(table.offer(), table.table()));
        Map<Offer, Punctuality.OnTime> figures = new LinkedHashMap<>();
        punctuality.stream().forEach(known -> figures.putAll(known.of(seller)));
        return new RuleEngine(rules, tables, figures, quotes);
    }
}
