package org.packhaus.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.packhaus.order.OrderCursor;
import org.packhaus.order.OrderException;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.order.OrderTab;
import org.packhaus.security.ApiGrant;
import org.packhaus.security.Permission;
import org.packhaus.seller.SellerId;
import org.packhaus.shipment.PurchaseId;
import org.packhaus.shipment.ShipmentService;
import org.packhaus.tracking.Scan;
import org.packhaus.tracking.TrackedRow;
import org.packhaus.tracking.TrackingService;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders and their parcels for programs. What each parameter means stands in docs/api.md. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class OrdersController {
    private static final int MOST = 200;

    private final ApiCalls calls;
    private final OrderService orders;
    private final ShipmentService shipments;
    private final TrackingService tracking;

    OrdersController(ApiCalls calls, OrderService orders, ShipmentService shipments, TrackingService tracking) {
        this.calls = calls;
        this.orders = orders;
        this.shipments = shipments;
        this.tracking = tracking;
    }

    /** What the token may do now, by right: the sellers. */
    record Me(String token, Map<String, List<Long>> rights) {}

    @GetMapping("/token")
    Me token(@RequestHeader(value = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization) {
        ApiGrant grant = calls.grant(authorization);
        Map<String, List<Long>> rights = new HashMap<>();
        grant.rights()
                .forEach((permission, sellers) -> rights.put(
                        OrderJson.word(permission),
                        sellers.stream().map(SellerId::value).sorted().toList()));
        return new Me(grant.token(), rights);
    }

    @GetMapping("/orders")
    OrderJson.Page list(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            @RequestParam(defaultValue = "all") String stage,
            @RequestParam(defaultValue = "") String seller,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String shipByUntil,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String sku,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") String limit) {
        OrderFilter filter = OrderFilter.of(read("stage", stage, OrdersController::tab))
                .withSearch(search)
                .withSellers(seller.isEmpty() ? Set.of() : Set.of(read("seller", seller, OrdersController::seller)))
                .withShipByUntil(shipByUntil.isEmpty() ? null : read("shipByUntil", shipByUntil, Instant::parse))
                .withCountries(country.isEmpty() ? Set.of() : Set.of(country.toUpperCase(Locale.ROOT)))
                .withSku(sku)
                .withTag(tag);
        OrderCursor after = cursor.isEmpty() ? null : read("cursor", cursor, OrdersController::cursor);
        int most = read("limit", limit, Integer::valueOf);
        if (most < 1 || most > MOST) {
            throw ApiProblem.invalid("limit", "1 to " + MOST);
        }
        var page = calls.call(authorization, Permission.SEE_ORDERS, () -> orders.page(filter, after, most));
        var next = page.next();
        return new OrderJson.Page(page.rows().stream().map(OrderJson::of).toList(), next == null ? null : text(next));
    }

    @GetMapping("/orders/{id}")
    OrderJson.Whole order(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            @PathVariable String id) {
        return calls.call(
                authorization, Permission.SEE_ORDERS, () -> OrderJson.Whole.of(found(() -> orders.details(order(id)))));
    }

    record Parcels(List<ParcelJson> parcels) {}

    @GetMapping("/orders/{id}/shipments")
    Parcels shipments(
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            @PathVariable String id) {
        return calls.call(authorization, Permission.SEE_ORDERS, () -> {
            OrderId order = order(id);
            found(() -> orders.details(order));
            Map<PurchaseId, TrackedRow> tracked = new HashMap<>();
            tracking.of(List.of(order)).getOrDefault(order, List.of()).forEach(row -> tracked.put(row.label(), row));
            Map<PurchaseId, List<Scan>> scans = tracking.histories(tracked.keySet());
            return new Parcels(shipments.ofOrder(order).stream()
                    .flatMap(shipment -> shipment.parcels().stream()
                            .filter(parcel -> parcel.live())
                            .map(parcel -> ParcelJson.of(
                                    shipment.number(),
                                    parcel,
                                    parcel.label()
                                            .map(label -> tracked.get(label.purchase()))
                                            .map(row -> ParcelJson.Tracking.of(
                                                    row, scans.getOrDefault(row.label(), List.of())))
                                            .orElse(null))))
                    .toList());
        });
    }

    /** Another seller's order is no other answer than one that does not exist. */
    private static <T> T found(Supplier<T> work) {
        try {
            return work.get();
        } catch (OrderException unknown) {
            throw ApiProblem.unknown();
        }
    }

    private static OrderId order(String id) {
        try {
            return new OrderId(Long.parseLong(id));
        } catch (IllegalArgumentException none) {
            throw ApiProblem.unknown();
        }
    }

    private static SellerId seller(String text) {
        return new SellerId(Long.parseLong(text));
    }

    private static OrderTab tab(String word) {
        return OrderTab.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static <T> T read(String parameter, String text, Function<String, T> read) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw ApiProblem.invalid(
                    parameter,
                    switch (parameter) {
                        case "stage" -> "announced, to_ship, label_printed, packed, sent, cancelled, problem or all";
                        case "shipByUntil" -> "an instant such as 2026-11-30T11:00:00Z";
                        case "cursor" -> "the 'next' of the page before";
                        default -> "a number";
                    });
        }
    }

    private static String text(OrderCursor cursor) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((cursor.at() + "/" + cursor.id()).getBytes(StandardCharsets.US_ASCII));
    }

    private static OrderCursor cursor(String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("no cursor");
        }
        return new OrderCursor(Instant.parse(parts[0]), Long.parseLong(parts[1]));
    }
}
