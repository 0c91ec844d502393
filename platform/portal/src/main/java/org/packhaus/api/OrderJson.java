package org.packhaus.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderDetails;
import org.packhaus.order.OrderItem;
import org.packhaus.order.OrderRow;
import org.packhaus.order.Problem;
import org.packhaus.sdk.Money;

/**
 * An order as programs see it. Without the buyer's name and address: what leaves the portal cannot be erased there any more.
 *
 * @param number the channel's order number
 * @param shipBy until when it must have left; null while unknown
 * @param stage announced, to_ship, label_printed, packed, sent or cancelled
 * @param carrier the carrier's code; null while nobody has chosen
 * @param confirmed parcels the channel has taken
 */
record OrderJson(
        long id,
        long seller,
        String channel,
        String number,
        Instant orderedAt,
        @Nullable Instant shipBy,
        String stage,
        boolean onHold,
        @Nullable ProblemJson problem,
        String country,
        int pieces,
        MoneyJson total,
        @Nullable String carrier,
        int parcels,
        int labels,
        int confirmed,
        List<String> tags) {

    record ProblemJson(String code, String text) {
        static @Nullable ProblemJson of(@Nullable Problem problem) {
            return problem == null ? null : new ProblemJson(problem.code(), problem.text());
        }
    }

    /** @param amount as text, so that no program rounds it */
    record MoneyJson(String amount, String currency) {
        static MoneyJson of(Money money) {
            return new MoneyJson(
                    money.amount().toPlainString(), money.currency().getCurrencyCode());
        }
    }

    /** @param next the cursor of the next page; null after the last */
    record Page(List<OrderJson> orders, @Nullable String next) {}

    /** One order with its pieces. */
    record Whole(OrderJson order, @Nullable String holdReason, List<Item> items) {
        static Whole of(OrderDetails details) {
            return new Whole(
                    OrderJson.of(details.row()),
                    details.holdReason(),
                    details.items().stream().map(Item::of).toList());
        }
    }

    record Item(long id, String sku, String title, String ean, String state, MoneyJson price) {
        static Item of(OrderItem item) {
            return new Item(
                    item.id().value(),
                    item.sku(),
                    item.title(),
                    item.ean(),
                    word(item.state()),
                    MoneyJson.of(item.price()));
        }
    }

    static OrderJson of(OrderRow row) {
        var carrier = row.carrier();
        return new OrderJson(
                row.id().value(),
                row.seller().value(),
                row.channel(),
                row.orderNumber(),
                row.orderedAt(),
                row.shipBy(),
                word(row.stage()),
                row.onHold(),
                ProblemJson.of(row.problem()),
                row.country(),
                row.pieces(),
                MoneyJson.of(row.total()),
                carrier == null ? null : carrier.carrier(),
                row.parcels(),
                row.labels(),
                row.confirmed(),
                row.tags());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
