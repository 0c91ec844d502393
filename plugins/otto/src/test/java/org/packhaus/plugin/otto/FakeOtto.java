package org.packhaus.plugin.otto;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.test.Call;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;

/** As much of OTTO as the tests need; the sandbox is the faithful one. */
final class FakeOtto {
    static final String SECRET = "s3cr3t-of-the-app";
    private static final String TIMES = "2026-01-%02dT05:59:01.255+0000";

    final List<Json> orders = new ArrayList<>();
    final Map<String, Json> shipments = new ConcurrentHashMap<>();
    final AtomicInteger tokens = new AtomicInteger();

    FakeOtto() {
        IntStream.rangeClosed(1, 8).forEach(n -> orders.add(order(n)));
    }

    static OttoSettings settings(URI base) {
        return settings(base, SECRET);
    }

    static OttoSettings settings(URI base, String secret) {
        return new OttoSettings(
                "app-1",
                Secret.of(secret),
                OttoSettings.ReturnCarrier.DHL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(base),
                Optional.empty());
    }

    void teach(ScriptedServer server) {
        server.on("POST", "/oauth2/token", this::token)
                .on("GET", "/v4/orders", call -> authorised(call, this::list))
                .on("GET", "/v4/orders/*", call -> authorised(call, this::one))
                .on("POST", "/v1/shipments", call -> authorised(call, this::report))
                .on("POST", "/v1/multiparcel-shipments", call -> authorised(call, this::reportBoxes))
                .on("GET", "/v1/shipments/carriers/*/trackingnumbers/*", call -> authorised(call, this::shipment))
                .on("GET", "/v1/shipping-profiles", call -> authorised(call, c -> profiles()))
                .on("GET", "/v5/products", call -> authorised(call, c -> Reply.json(200, Json.object())));
    }

    private Reply token(Call call) {
        if (!call.field("client_secret").equals(SECRET)) {
            return Reply.json(
                    401, Json.object().put("error", "invalid_client").put("error_description", "No such app"));
        }
        return Reply.json(
                200,
                Json.object()
                        .put("access_token", "token-" + tokens.incrementAndGet())
                        .put("expires_in", 1800));
    }

    private Reply authorised(Call call, java.util.function.Function<Call, Reply> answer) {
        return call.header("Authorization").orElse("").startsWith("Bearer token-")
                ? answer.apply(call)
                : Reply.json(401, Json.object().put("message", "Unauthorized"));
    }

    private Reply list(Call call) {
        if (call.parameter("fromDate").compareTo("2026-06") > 0) {
            return Reply.json(200, Json.object().put("resources", Json.array()));
        }
        int from = call.parameter("nextcursor").isEmpty()
                ? 0
                : Integer.parseInt(call.parameter("nextcursor").substring(2));
        int to = Math.min(orders.size(), from + Integer.parseInt(call.parameter("limit")));
        Json.Builder page = Json.object().put("resources", Json.array(orders.subList(from, to)));
        if (to < orders.size()) {
            page.put(
                    "links",
                    Json.array(Json.object()
                            .put("rel", "next")
                            .put("href", "/v4/orders?nextcursor=c%2B" + to + "&limit=" + call.parameter("limit"))
                            .json()));
        }
        return Reply.json(200, page);
    }

    private Reply one(Call call) {
        return orders.stream()
                .filter(order ->
                        call.path().endsWith("/" + order.at("salesOrderId").textOrEmpty()))
                .findFirst()
                .map(order -> Reply.json(200, order))
                .orElseGet(() -> error(404, "Not Found", "The specified resource(s) could not be found"));
    }

    private Reply report(Call call) {
        return keep(call.json())
                .map(id -> Reply.json(201, Json.object().put("shipmentId", id)))
                .orElseGet(FakeOtto::duplicate);
    }

    private Reply reportBoxes(Call call) {
        Optional<String> last = Optional.empty();
        for (Json box : call.json().list()) {
            last = keep(box);
            if (last.isEmpty()) {
                return duplicate();
            }
        }
        return last.map(id -> Reply.json(201, Json.object().put("multiParcelShipmentId", id)))
                .orElseGet(() -> error(400, "PROPERTY_IS_MANDATORY", "The property is mandatory"));
    }

    /** Its id; none if the number was reported before. */
    private Optional<String> keep(Json report) {
        Json key = report.at("trackingKey");
        String number =
                key.at("carrier").textOrEmpty() + "/" + key.at("trackingNumber").textOrEmpty();
        Map<String, Json> held = new LinkedHashMap<>(((Json.Obj) report).fields());
        String id = String.valueOf(100000294699L + shipments.size());
        held.put("shipmentId", Json.of(id));
        return shipments.putIfAbsent(number, new Json.Obj(held)) == null ? Optional.of(id) : Optional.empty();
    }

    private static Reply duplicate() {
        return error(409, "DUPLICATE_TRACKING_KEY", "Tracking key already exists for another shipment.");
    }

    private Reply shipment(Call call) {
        String[] steps = call.path().split("/");
        Json shipment = shipments.get(steps[4] + "/" + steps[6]);
        return shipment == null
                ? error(404, "RESOURCE_NOT_FOUND", "Found no shipment with carrier")
                : Reply.json(200, shipment);
    }

    private static Reply profiles() {
        return Reply.json(200, Json.object().put("results", Json.array()));
    }

    static Reply error(int status, String title, String detail) {
        return Reply.json(
                status,
                Json.object()
                        .put(
                                "errors",
                                Json.array(Json.object()
                                        .put("title", title)
                                        .put("detail", detail)
                                        .put("path", "/x")
                                        .json())));
    }

    static String id(int n) {
        return new UUID(0x4000L, 0x8000000000000000L + n).toString();
    }

    /** Order 3 lacks its SKU, order 6 is of a state nobody knows. */
    static final Set<String> UNREADABLE = Set.of(id(3), id(6));

    Set<String> readable() {
        return orders.stream()
                .map(order -> order.at("salesOrderId").textOrEmpty())
                .filter(id -> !UNREADABLE.contains(id))
                .collect(Collectors.toSet());
    }

    private static Json order(int n) {
        String time = TIMES.formatted(n);
        Json.Builder product = Json.object()
                .put("articleNumber", "1563237W" + n)
                .put("productTitle", "White Shirt")
                .put("vatRate", 19)
                .put("ean", "4851278936452")
                .put(
                        "dimensions",
                        Json.array(Json.object()
                                .put("type", "COLOR")
                                .put("displayName", "Farbe")
                                .put("value", "weiß")
                                .json()));
        if (n != 3) {
            product.put("sku", "Sped-Kühl084/" + n);
        }
        return Json.object()
                .put("salesOrderId", id(n))
                .put("orderNumber", "bwqwz7s8c" + n)
                .put("orderDate", time)
                .put("lastModifiedDate", time)
                .put("orderLifecycleInformation", Json.object().put("lifecycleChangeDate", time))
                .put(
                        "positionItems",
                        Json.array(Json.object()
                                .put("positionItemId", id(100 + n))
                                .put("fulfillmentStatus", n == 6 ? "ON_THE_MOON" : "PROCESSABLE")
                                .put("expectedDeliveryDate", "2026-01-21T12:00:00.000+02:00")
                                .put(
                                        "itemValueGrossPrice",
                                        Json.object()
                                                .put("amount", new java.math.BigDecimal("23.95"))
                                                .put("currency", "EUR"))
                                .put("product", product)
                                .json()))
                .put("payment", Json.object().put("paymentMethod", "PREPAYMENT"))
                .put("deliveryAddress", address())
                .json();
    }

    static Json.Builder address() {
        return Json.object()
                .put("salutation", "MS")
                .put("title", "Dr.")
                .put("firstName", "Änne")
                .put("lastName", "Muster-Groß")
                .put("street", "Werner-Otto-Str.")
                .put("houseNumber", "960")
                .put("addition", "Hinterm Haus")
                .put("zipCode", "22179")
                .put("city", "Hamburg")
                .put("countryCode", "DEU");
    }
}
