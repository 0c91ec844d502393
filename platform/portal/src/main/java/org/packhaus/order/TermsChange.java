package org.packhaus.order;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.PageWriter.Source;
import org.packhaus.order.PieceMoves.Kind;
import org.packhaus.order.PieceMoves.Move;
import org.packhaus.sdk.ChannelItem.State;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Computes deadlines anew when a seller has changed how SKUs are shipped. */
@Component
class TermsChange {
    private static final int MOST = 200;

    private final EntityManager entities;
    private final Orders orders;
    private final TransactionRetry transactions;
    private final ApplicationEventPublisher events;

    TermsChange(
            EntityManager entities, Orders orders, TransactionRetry transactions, ApplicationEventPublisher events) {
        this.entities = entities;
        this.orders = orders;
        this.transactions = transactions;
        this.events = events;
    }

    void apply(Source source, Set<String> skus) {
        if (skus.isEmpty()) {
            return;
        }
        List<Long> open = transactions.call(() -> entities.createQuery("""
                        select distinct p.orderId from OrderPiece p
                        where p.sellerId = :seller and p.sku in :skus and p.state in (:announced, :processable)
                        """, Long.class)
                .setParameter("seller", source.seller().value())
                .setParameter("skus", skus)
                .setParameter("announced", State.ANNOUNCED)
                .setParameter("processable", State.PROCESSABLE)
                .getResultList());
        for (int from = 0; from < open.size(); from += MOST) {
            List<Long> some = open.subList(from, Math.min(from + MOST, open.size()));
            transactions.callAgainIfStale(() -> {
                recompute(source, some);
                return null;
            });
        }
    }

    private void recompute(Source source, List<Long> ids) {
        List<SalesOrder> some = orders.find(ids.stream().map(OrderId::new).toList()).stream()
                .filter(order -> order.connectionId == source.connection().value())
                .toList();
        Map<Long, List<OrderPiece>> pieces = orders.pieces(some);
        Set<String> all = pieces.values().stream()
                .flatMap(List::stream)
                .map(piece -> piece.sku)
                .collect(Collectors.toSet());
        Map<String, SkuInfo> infos = orders.skus(source.connection(), all);
        List<Move> moves = new ArrayList<>();
        for (SalesOrder order : some) {
            List<OrderPiece> mine = pieces.getOrDefault(order.id().value(), List.of());
            Instant before = order.dueAt;
            boolean freight = order.freight;
            OrderMerge.deadline(order, mine, infos, source.sellersCutOff());
            if (before.equals(order.dueAt) && freight == order.freight) {
                continue;
            }
            for (OrderPiece piece : mine) {
                if (piece.wanted()) {
                    moves.add(new Move(order.id(), piece.id(), piece.sku, order.dueAt, Kind.WANTED));
                }
            }
            events.publishEvent(new OrderChanged(order.seller(), order.id()));
        }
        if (!moves.isEmpty()) {
            events.publishEvent(new PieceMoves(source.seller(), moves));
        }
    }
}
