package org.packhaus.sandbox.otto;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.sandbox.web.Request;

/**
 * What a list of orders is asked for. A cursor carries the whole query and the place after which it goes on, so that with a cursor
 * only {@code limit} still counts, and nothing is stored between pages.
 */
record OrderQuery(
        String fromDate,
        String fromOrderDate,
        String toOrderDate,
        Set<FulfillmentStatus> statuses,
        boolean bucket,
        Column column,
        boolean descending,
        int limit,
        long afterTime,
        String afterId) {

    private static final int DEFAULT_LIMIT = 128;
    private static final int MAXIMUM_LIMIT = 256;

    enum Column {
        ORDER_DATE,
        ORDER_LIFECYCLE_DATE,
        LAST_MODIFIED_DATE,
        EXPECTED_DELIVERY_DATE;

        long of(Order order) {
            Instant time = switch (this) {
                case ORDER_DATE -> order.orderDate;
                case ORDER_LIFECYCLE_DATE -> order.lifecycleChange;
                case LAST_MODIFIED_DATE -> order.lastModified;
                case EXPECTED_DELIVERY_DATE -> order.expectedDelivery();
            };
            return time.toEpochMilli();
        }
    }

    static OrderQuery of(Request request) {
        try {
            int limit = request.query("limit").map(Integer::parseInt).orElse(DEFAULT_LIMIT);
            if (limit < 1 || limit > MAXIMUM_LIMIT) {
                throw OttoErrors.badRequest(request);
            }
            Optional<String> cursor = request.query("nextcursor");
            return cursor.isPresent() ? resume(cursor.get(), limit) : fresh(request, limit);
        } catch (IllegalArgumentException e) {
            throw OttoErrors.badRequest(request);
        }
    }

    private static OrderQuery fresh(Request request, int limit) {
        Set<FulfillmentStatus> statuses = EnumSet.noneOf(FulfillmentStatus.class);
        request.queries("fulfillmentStatus").forEach(s -> statuses.add(FulfillmentStatus.valueOf(s)));
        String mode = request.query("mode").orElse("BUCKET");
        String direction = request.query("orderDirection").orElse("ASC");
        require(List.of("BUCKET", "AT_LEAST_ONE").contains(mode));
        require(List.of("ASC", "DESC").contains(direction));
        return new OrderQuery(
                date(request, "fromDate"),
                date(request, "fromOrderDate"),
                date(request, "toOrderDate"),
                statuses,
                mode.equals("BUCKET"),
                Column.valueOf(request.query("orderColumnType").orElse("ORDER_LIFECYCLE_DATE")),
                direction.equals("DESC"),
                limit,
                0,
                "");
    }

    private static String date(Request request, String name) {
        Optional<String> text = request.query(name);
        text.ifPresent(t -> require(OttoDates.read(t).isPresent()));
        return text.flatMap(OttoDates::read).map(Instant::toString).orElse("");
    }

    private static void require(boolean fulfilled) {
        if (!fulfilled) {
            throw new IllegalArgumentException("The query cannot be parsed");
        }
    }

    boolean wants(Order order) {
        return from(fromDate, order.lastModified)
                && from(fromOrderDate, order.orderDate)
                && (toOrderDate.isEmpty() || !order.orderDate.isAfter(Instant.parse(toOrderDate)))
                && (statuses.isEmpty() || statuses.stream().anyMatch(s -> bucket ? inBucket(order, s) : order.any(s)));
    }

    private static boolean from(String date, Instant time) {
        return date.isEmpty() || !time.isBefore(Instant.parse(date));
    }

    /** An order is in the bucket of its least advanced item; the two cancelled ones take every order that has such an item. */
    private static boolean inBucket(Order order, FulfillmentStatus status) {
        if (!order.any(status)) {
            return false;
        }
        return status.cancelled()
                || Arrays.stream(FulfillmentStatus.values())
                        .limit(status.ordinal())
                        .noneMatch(order::any);
    }

    /** What comes after the place of the cursor, in order. */
    List<Order> sort(List<Order> orders) {
        Comparator<Order> order = Comparator.<Order>comparingLong(column::of).thenComparing(o -> o.salesOrderId);
        if (descending) {
            order = order.reversed();
        }
        return orders.stream()
                .filter(this::wants)
                .filter(this::afterCursor)
                .sorted(order)
                .toList();
    }

    private boolean afterCursor(Order order) {
        if (afterId.isEmpty()) {
            return true;
        }
        int difference = Long.compare(column.of(order), afterTime);
        if (difference == 0) {
            difference = order.salesOrderId.compareTo(afterId);
        }
        return descending ? difference < 0 : difference > 0;
    }

    String cursorAfter(Order last) {
        String plain = String.join(
                "~",
                bucket ? "BUCKET" : "AT_LEAST_ONE",
                fromDate,
                fromOrderDate,
                toOrderDate,
                statuses.stream().map(Enum::name).collect(Collectors.joining(",")),
                column.name(),
                descending ? "DESC" : "ASC",
                String.valueOf(column.of(last)),
                last.salesOrderId);
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static OrderQuery resume(String cursor, int limit) {
        String[] p =
                new String(Base64.getDecoder().decode(cursor.replace(' ', '+')), StandardCharsets.UTF_8).split("~", -1);
        require(p.length == 9);
        Set<FulfillmentStatus> statuses = EnumSet.noneOf(FulfillmentStatus.class);
        Arrays.stream(p[4].split(","))
                .filter(s -> !s.isEmpty())
                .forEach(s -> statuses.add(FulfillmentStatus.valueOf(s)));
        return new OrderQuery(
                p[1],
                p[2],
                p[3],
                statuses,
                p[0].equals("BUCKET"),
                Column.valueOf(p[5]),
                p[6].equals("DESC"),
                limit,
                Long.parseLong(p[7]),
                p[8]);
    }
}
