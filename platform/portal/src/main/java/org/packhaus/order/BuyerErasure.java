package org.packhaus.order;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.BatchService;
import org.packhaus.plugin.ExchangeLog;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Forgets buyers when the time their channel grants is over: in the order's row, in every version of its addresses, in the notes and
 * tags people wrote, in what carriers and channels said, in the search, and in the fingerprint, from which a guessed address could be proved. What the
 * trade needs stays: number, goods, prices, parcels. The import does not bring an erased buyer back; {@link AfterErasure} goes after what
 * is said later.
 */
@Component
class BuyerErasure {
    private static final int MOST = 200;

    private final EntityManager entities;
    private final Orders orders;
    private final TransactionRetry transactions;
    private final ApplicationEventPublisher events;
    private final ExchangeLog exchanges;
    private final BatchService batches;

    BuyerErasure(
            EntityManager entities,
            Orders orders,
            TransactionRetry transactions,
            ApplicationEventPublisher events,
            ExchangeLog exchanges,
            BatchService batches) {
        this.entities = entities;
        this.orders = orders;
        this.transactions = transactions;
        this.events = events;
        this.exchanges = exchanges;
        this.batches = batches;
    }

    /** How many buyers of a seller were erased. Needs a scope that includes the seller. */
    int run(SellerId seller) {
        SellerScope.require(seller);
        Retention kept = retention(seller);
        List<Long> connections = transactions.call(() -> entities.createQuery(
                        "select distinct o.connectionId from SalesOrder o where o.sellerId = :seller and o.erasedAt is null and o.closedAt is not null",
                        Long.class)
                .setParameter("seller", seller.value())
                .getResultList());
        int erased = 0;
        for (long connection : connections) {
            Instant before = kept.before(connection);
            int some;
            do {
                some = transactions.callAgainIfStale(() -> erase(seller, connection, before));
                erased += some;
            } while (some == MOST);
        }
        return erased;
    }

    /** Until when a seller's buyers are to be forgotten. @param days by connection, where somebody has set them */
    record Retention(Map<Long, Integer> days, Instant now) {
        Instant before(long connection) {
            return now.minus(Duration.ofDays(days.getOrDefault(connection, ImportState.DEFAULT_ERASE_DAYS)));
        }

        /** What is older is too old for each of the channels. */
        Instant beforeAll() {
            return now.minus(
                    Duration.ofDays(Stream.concat(Stream.of(ImportState.DEFAULT_ERASE_DAYS), days.values().stream())
                            .mapToInt(Integer::intValue)
                            .max()
                            .orElseThrow()));
        }
    }

    Retention retention(SellerId seller) {
        Map<Long, Integer> days = transactions.call(
                () -> entities.createQuery("select s from ImportState s where s.sellerId = :seller", ImportState.class)
                        .setParameter("seller", seller.value())
                        .getResultStream()
                        .collect(Collectors.toMap(state -> state.connectionId, state -> state.eraseDays)));
        return new Retention(days, orders.now());
    }

    private int erase(SellerId seller, long connection, Instant before) {
        List<SalesOrder> due = entities.createQuery("""
                        select o from SalesOrder o
                        where o.erasedAt is null and o.closedAt < :before and coalesce(o.deliveredAt, o.closedAt) < :before
                          and o.sellerId = :seller and o.connectionId = :connection
                        order by o.closedAt, o.id
                        """, SalesOrder.class)
                .setParameter("before", before)
                .setParameter("seller", seller.value())
                .setParameter("connection", connection)
                .setMaxResults(MOST)
                .getResultList();
        if (due.isEmpty()) {
            return 0;
        }
        List<Long> ids = due.stream().map(order -> order.id().value()).toList();
        for (SalesOrder order : due) {
            order.buyer = new Buyer();
            order.fingerprint = "";
            order.holdReason = null;
            order.problem(null);
            order.erasedAt = orders.now();
            orders.timeline(order, "erased", "");
        }
        entities.flush();
        bulk(
                "update OrderAddress a set a.company = '', a.person = '', a.addition = '', a.street = '', a.houseNumber = '',"
                        + " a.postalCode = '', a.city = '', a.country = '', a.phone = '', a.email = '' where a.orderId in :ids",
                ids);
        forgetWords(ids, WordsDue.EVER);
        bulk("delete from SearchTerm t where t.orderId in :ids and t.kind in (BUYER, TRACKING)", ids);
        bulk("delete from OrderTag t where t.orderId in :ids", ids);
        exchanges.forgetAbout(numbers(due));
        events.publishEvent(
                new BuyersErased(seller, ids.stream().map(OrderId::new).toList()));
        return due.size();
    }

    /** What timeline and batches said of these orders before then. */
    void forgetWords(List<Long> ids, Instant before) {
        entities.createQuery("update TimelineRow t set t.text = '' where t.orderId in :ids and t.text <> ''"
                        + " and t.at < :before and t.code not in :plain")
                .setParameter("ids", ids)
                .setParameter("before", before)
                .setParameter("plain", TimelineRow.PLAIN)
                .executeUpdate();
        batches.forgetTexts(ids, before);
    }

    /** Theirs, and those under which the labels of joint parcels were booked. */
    private List<String> numbers(List<SalesOrder> due) {
        List<OrderId> leads = due.stream()
                .map(order -> order.sentWith)
                .filter(Objects::nonNull)
                .map(OrderId::new)
                .toList();
        return Stream.concat(due.stream(), orders.find(leads).stream())
                .map(order -> order.orderNumber)
                .distinct()
                .toList();
    }

    private void bulk(String statement, List<Long> ids) {
        entities.createQuery(statement).setParameter("ids", ids).executeUpdate();
    }

    /** Sets how long a channel's buyers are kept. */
    void keepFor(SellerId seller, ConnectionId connection, int days, ImportStates states) {
        transactions.callAgainIfStale(() -> {
            states.of(seller, connection).eraseDays = days;
            return null;
        });
    }
}
