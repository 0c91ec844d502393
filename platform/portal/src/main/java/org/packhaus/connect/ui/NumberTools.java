package org.packhaus.connect.ui;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.returnnumber.PoolBook;
import org.packhaus.returnnumber.PoolImport;
import org.packhaus.returnnumber.PoolPreview;
import org.packhaus.returnnumber.PoolRow;
import org.packhaus.returnnumber.ReturnNumbers;
import org.packhaus.returnnumber.SourceWish;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Component;

/** What the screens do with return numbers; each deed asks first whether this user may do it for that seller. */
@Component
class NumberTools {
    /** Long enough to hold a weekend. */
    static final Duration PACE = Duration.ofDays(7);

    private final ReturnNumbers numbers;
    private final PoolBook pools;
    private final OrderService orders;
    private final CurrentUser user;
    private final Clock clock;

    NumberTools(ReturnNumbers numbers, PoolBook pools, OrderService orders, CurrentUser user, Clock clock) {
        this.numbers = numbers;
        this.pools = pools;
        this.orders = orders;
        this.user = user;
        this.clock = clock;
    }

    private <T> T as(SellerId seller, Callable<T> work) {
        return user.inScopeOf(seller, Permission.MANAGE_SELLERS, work);
    }

    List<String> carriers() {
        return pools.carriers();
    }

    void set(SellerId seller, String carrier, SourceWish wish) {
        as(seller, () -> {
            numbers.set(seller, carrier, wish);
            return wish;
        });
    }

    /** What somebody has given us to add: a list, or the ends of a range. */
    record Given(String list, String first, String last) {
        static Given list(String text) {
            return new Given(text, "", "");
        }

        static Given range(String first, String last) {
            return new Given("", first, last);
        }

        boolean isRange() {
            return list.isEmpty();
        }
    }

    PoolPreview preview(SellerId seller, String carrier, Given given) {
        return as(
                seller,
                () -> given.isRange()
                        ? pools.previewRange(seller, carrier, given.first(), given.last())
                        : pools.preview(seller, carrier, given.list()));
    }

    /** Adds what is right, and leaves the rest out. */
    PoolImport add(SellerId seller, String carrier, Given given) {
        return as(
                seller,
                () -> given.isRange()
                        ? numbers.addRange(seller, carrier, given.first(), given.last())
                        : numbers.addGood(seller, carrier, given.list()));
    }

    /** How many numbers were used lately. */
    long pace(SellerId seller, String carrier) {
        return as(seller, () -> pools.usedSince(seller, carrier, clock.instant().minus(PACE)));
    }

    List<PoolRow> numbers(SellerId seller, String carrier, PoolRow.@Nullable Use use, long before, int count) {
        return as(seller, () -> pools.numbers(seller, carrier, use, before, count));
    }

    /** What buyers know the orders by. */
    Map<OrderId, String> orderNumbers(SellerId seller, Collection<OrderId> wanted) {
        return as(
                seller,
                () -> orders.rows(wanted).stream().collect(Collectors.toMap(OrderRow::id, OrderRow::orderNumber)));
    }
}
