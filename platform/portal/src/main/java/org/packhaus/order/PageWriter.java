package org.packhaus.order;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.sdk.ChannelOrder;
import org.packhaus.sdk.OrderPage.Unreadable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Writes a page of orders in one transaction, with the cursor of the next. An order that cannot be stored does not stop the others. */
@Component
class PageWriter {
    private static final Logger log = LoggerFactory.getLogger(PageWriter.class);

    private final Orders orders;
    private final TransactionRetry transactions;
    private final ApplicationEventPublisher events;

    PageWriter(Orders orders, TransactionRetry transactions, ApplicationEventPublisher events) {
        this.orders = orders;
        this.transactions = transactions;
        this.events = events;
    }

    /** Whose orders. */
    record Source(SellerId seller, ConnectionId connection, String channel, LocalTime sellersCutOff) {}

    /** What a page did. */
    record Written(int imported, int changed, int unchanged, int unreadable) {
        Written plus(Written other) {
            return new Written(
                    imported + other.imported,
                    changed + other.changed,
                    unchanged + other.unchanged,
                    unreadable + other.unreadable);
        }
    }

    /** @param progress written in the same transaction */
    Written write(Source source, List<ChannelOrder> page, List<Unreadable> unreadable, Runnable progress) {
        try {
            return transactions.callAgainIfStale(() -> {
                Written written = page(source, page, unreadable);
                progress.run();
                return written;
            });
        } catch (DataAccessException e) {
            log.warn("A page of {} orders could not be written; trying them one by one", page.size(), e);
            return oneByOne(source, page, unreadable, progress);
        }
    }

    private Written oneByOne(Source source, List<ChannelOrder> page, List<Unreadable> unreadable, Runnable progress) {
        Written all = new Written(0, 0, 0, 0);
        List<Unreadable> refused = new ArrayList<>(unreadable);
        for (ChannelOrder order : page) {
            try {
                all = all.plus(transactions.callAgainIfStale(() -> page(source, List.of(order), List.of())));
            } catch (DataAccessException e) {
                log.warn("Order {} of {} could not be stored", order.number(), source.channel(), e);
                refused.add(new Unreadable(
                        order.id(),
                        order.number(),
                        "not-storable",
                        "The order could not be stored: "
                                + e.getMostSpecificCause().getMessage()));
            }
        }
        return all.plus(transactions.callAgainIfStale(() -> {
            Written written = page(source, List.of(), refused);
            progress.run();
            return written;
        }));
    }

    private Written page(Source source, List<ChannelOrder> sent, List<Unreadable> unreadable) {
        List<ChannelOrder> page = newestOfEach(sent);
        Set<String> ids = Stream.concat(
                        page.stream().map(ChannelOrder::id), unreadable.stream().map(PageWriter::id))
                .collect(Collectors.toSet());
        Map<String, SalesOrder> known = orders.atChannel(source.seller(), source.connection(), ids);
        List<ChannelOrder> news = page.stream()
                .filter(order -> isNews(known.get(order.id()), order))
                .toList();
        List<SalesOrder> touched = news.stream()
                .flatMap(order -> Optional.ofNullable(known.get(order.id())).stream())
                .toList();
        Map<Long, List<OrderPiece>> pieces = orders.pieces(touched);
        Map<Long, List<OrderAddress>> addresses = orders.addresses(touched);
        OrderMerge merge = new OrderMerge(orders, orders.skus(source.connection(), skus(news)), source.sellersCutOff());
        int imported = 0;
        for (ChannelOrder order : news) {
            SalesOrder mine = known.get(order.id());
            ChannelOrder seen = mine != null && mine.erasedAt != null ? withoutBuyer(order) : order;
            if (mine == null) {
                mine = empty(source, order.id(), order.orderedAt());
                known.put(order.id(), mine);
            }
            List<OrderPiece> had = mine.id == null ? List.of() : pieces.getOrDefault(mine.id, List.of());
            if (mine.id == null || had.isEmpty() && mine.unreadable) {
                merge.take(mine, seen, Fingerprint.of(seen));
                imported++;
            } else {
                merge.merge(mine, had, addresses.getOrDefault(mine.id, List.of()), seen);
                mine.fingerprint = Fingerprint.of(seen);
            }
        }
        int bad = unreadable.stream()
                .mapToInt(one -> unreadable(source, known, one) ? 1 : 0)
                .sum();
        publish(source, merge);
        return new Written(imported, news.size() - imported, page.size() - news.size(), bad);
    }

    private void publish(Source source, OrderMerge merge) {
        if (!merge.moves().isEmpty()) {
            events.publishEvent(new PieceMoves(source.seller(), merge.moves()));
        }
        merge.events().forEach(events::publishEvent);
    }

    /** Old news is none: a page that was read before a newer one was written must not undo it. */
    private static boolean isNews(@Nullable SalesOrder known, ChannelOrder order) {
        if (known == null) {
            return true;
        }
        ChannelOrder seen = known.erasedAt == null ? order : withoutBuyer(order);
        return !known.fingerprint.equals(Fingerprint.of(seen))
                && (known.unreadable || !order.changedAt().isBefore(known.channelChangedAt));
    }

    /** A channel may send an order twice in one page when it changes meanwhile. */
    private static List<ChannelOrder> newestOfEach(List<ChannelOrder> sent) {
        Map<String, ChannelOrder> byId = new LinkedHashMap<>();
        sent.forEach(order -> byId.merge(
                order.id(), order, (one, other) -> other.changedAt().isBefore(one.changedAt()) ? one : other));
        return List.copyOf(byId.values());
    }

    private static ChannelOrder withoutBuyer(ChannelOrder order) {
        return new ChannelOrder(
                order.id(),
                order.number(),
                order.orderedAt(),
                order.changedAt(),
                Optional.empty(),
                Optional.empty(),
                order.items(),
                order.paymentMethod(),
                order.deliveryFee(),
                order.suspectedFraud());
    }

    private SalesOrder empty(Source source, String channelOrderId, Instant orderedAt) {
        return new SalesOrder(
                source.seller(),
                source.connection().value(),
                source.channel(),
                channelOrderId,
                orderedAt,
                orders.now());
    }

    private static Set<String> skus(Collection<ChannelOrder> page) {
        return page.stream()
                .flatMap(order -> order.items().stream())
                .map(item -> item.sku())
                .collect(Collectors.toSet());
    }

    private static String id(Unreadable unreadable) {
        if (!unreadable.channelOrderId().isEmpty()) {
            return SalesOrder.cut(unreadable.channelOrderId(), 120);
        }
        return "?"
                + (unreadable.orderNumber().isEmpty()
                        ? Fingerprint.of(unreadable.code(), unreadable.text())
                        : SalesOrder.cut(unreadable.orderNumber(), 60));
    }

    private boolean unreadable(Source source, Map<String, SalesOrder> known, Unreadable news) {
        String id = id(news);
        SalesOrder order = known.get(id);
        String fingerprint = Fingerprint.of(news.code(), news.text());
        if (order != null && (order.fingerprint.equals(fingerprint) || !order.stage.isOpen())) {
            return false;
        }
        if (order == null) {
            order = empty(source, id, orders.now());
            order.orderNumber =
                    SalesOrder.cut(news.orderNumber().isEmpty() ? news.channelOrderId() : news.orderNumber(), 60);
            orders.save(order);
            orders.newWords(order, SearchTerm.Kind.NUMBER, SearchWords.words(order.orderNumber));
            known.put(id, order);
        }
        order.unreadable = true;
        order.fingerprint = fingerprint;
        order.problem(new Problem(
                SalesOrder.cut(news.code(), 60),
                "Order " + order.orderNumber + " came in incomplete: " + news.text(),
                "It is read again when the channel changes it; else ask the channel's support."));
        orders.timeline(order, "unreadable", news.text());
        events.publishEvent(new OrderChanged(order.seller(), order.id()));
        return true;
    }
}
