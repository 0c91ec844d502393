package org.packhaus.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's control API: what the demo's buyers, marketplace and carriers do and know. See the sandbox's README. */
final class SandboxControl {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final JsonMapper json;
    private final URI root;

    SandboxControl(URI root, JsonMapper json) {
        this.root = root;
        this.json = json;
    }

    URI root() {
        return root;
    }

    /** A seller's accounts at the simulated neighbours. */
    record Account(
            String key,
            String name,
            String clientId,
            String clientSecret,
            String returnCarrier,
            JsonNode accounts,
            JsonNode shipFrom) {

        /** The account at a carrier; missing if the sandbox does not play that one. */
        JsonNode carrier(String key) {
            return accounts.path(key);
        }
    }

    /**
     * The accounts there are; creates more until there are that many.
     *
     * @param returnCarriers whom the new ones have set at the marketplace for the way back, in turn
     */
    List<Account> sellers(int wanted, List<String> returnCarriers) {
        List<Account> accounts = read();
        for (int i = accounts.size() + 1; i <= wanted; i++) {
            post(
                    "/sandbox/sellers",
                    json.writeValueAsString(Map.of(
                            "name", "Lager %02d".formatted(i),
                            "returnCarrier", returnCarriers.get(i % returnCarriers.size()))));
        }
        return read().subList(0, wanted);
    }

    List<Account> read() {
        List<Account> accounts = new ArrayList<>();
        for (JsonNode seller : get("/sandbox/sellers")) {
            accounts.add(new Account(
                    seller.path("key").asString(),
                    seller.path("name").asString(),
                    seller.path("clientId").asString(),
                    seller.path("clientSecret").asString(),
                    seller.path("returnCarrier").asString(),
                    seller,
                    seller.path("shipFrom")));
        }
        return accounts;
    }

    /** Has buyers order, unless they have done so before: a run that was killed goes on with the same orders. @return whether they did */
    boolean order(String seller, int count, long seed) {
        if (!truth(seller).isEmpty()) {
            return false;
        }
        post("/sandbox/orders?seller=" + encoded(seller) + "&count=" + count + "&seed=" + seed, "");
        return true;
    }

    /** Has more buyers order. @return the numbers of those that may leave as a parcel */
    List<String> orderMore(String seller, int count, long seed) {
        List<String> numbers = new ArrayList<>();
        for (JsonNode order :
                post("/sandbox/orders?seller=" + encoded(seller) + "&count=" + count + "&seed=" + seed, "")) {
            if (order.path("shippable").asBoolean()) {
                numbers.add(order.path("orderNumber").asString());
            }
        }
        return numbers;
    }

    /** Has one buyer order so often, to one address. */
    void orderAgain(String seller, int count, long seed) {
        post("/sandbox/orders?seller=" + encoded(seller) + "&count=" + count + "&seed=" + seed + "&buyer=one", "");
    }

    /** What to enter for a seller's mailbox, named as the plugin does. */
    JsonNode mailbox(String seller) {
        return get("/sandbox/mailbox?seller=" + encoded(seller));
    }

    /** Has a buyer write about an order. @param kind question, holiday or hostile */
    void write(String seller, String kind, String orderNumber) {
        post(
                "/sandbox/mails?seller=" + encoded(seller) + "&kind=" + encoded(kind) + "&order="
                        + encoded(orderNumber),
                "");
    }

    /** Turns the faults to a preset. */
    void faults(String preset) {
        post("/sandbox/faults/" + encoded(preset), "");
    }

    /** From now on parcels are late, come back and get lost. */
    void busyRoads(long seed) {
        post("/sandbox/roads/busy?seed=" + seed, "");
    }

    /** Lets time pass there. @return what time it is there now */
    Instant advance(int hours) {
        return Instant.parse(
                post("/sandbox/advance?hours=" + hours, "").path("now").asString());
    }

    /** Likewise. */
    Instant advanceMinutes(int minutes) {
        return Instant.parse(
                post("/sandbox/advance?minutes=" + minutes, "").path("now").asString());
    }

    /** Where a seller's parcels are, as far as their carriers tell. */
    List<TrueParcel> parcels(String seller) {
        List<TrueParcel> parcels = new ArrayList<>();
        for (JsonNode parcel : get("/sandbox/parcels?seller=" + encoded(seller))) {
            parcels.add(new TrueParcel(
                    parcel.path("carrier").asString(),
                    parcel.path("number").asString(),
                    parcel.path("product").asString(),
                    Instant.parse(parcel.path("soldAt").asString()),
                    parcel.path("step").asString(),
                    parcel.path("attempts").asInt(),
                    at(parcel.path("handedOverAt")),
                    at(parcel.path("firstAttemptAt")),
                    at(parcel.path("deliveredAt"))));
        }
        return parcels;
    }

    private static Optional<Instant> at(JsonNode time) {
        return time.isString() ? Optional.of(Instant.parse(time.asString())) : Optional.empty();
    }

    /**
     * @param step the last one that its carrier tells; empty before there is any
     * @param attempts how often somebody tried to deliver it, as far as its carrier tells
     */
    record TrueParcel(
            String carrier,
            String number,
            String product,
            Instant soldAt,
            String step,
            int attempts,
            Optional<Instant> handedOverAt,
            Optional<Instant> firstAttemptAt,
            Optional<Instant> deliveredAt) {}

    /** What the marketplace itself knows of a seller's orders. */
    List<TrueOrder> truth(String seller) {
        List<TrueOrder> orders = new ArrayList<>();
        for (JsonNode order : get("/sandbox/orders?seller=" + encoded(seller))) {
            List<TrueItem> items = new ArrayList<>();
            for (JsonNode item : order.path("items")) {
                items.add(new TrueItem(
                        item.path("positionItemId").asString(),
                        item.path("sku").asString(),
                        item.path("state").asString(),
                        item.path("forwarder").asBoolean(),
                        Instant.parse(item.path("expectedDelivery").asString()),
                        number(item.path("tracking")),
                        number(item.path("returnTracking"))));
            }
            orders.add(new TrueOrder(
                    seller,
                    order.path("orderNumber").asString(),
                    order.path("salesOrderId").asString(),
                    order.path("kind").asString(),
                    order.path("zipCode").asString(),
                    items));
        }
        return orders;
    }

    private static Optional<String> number(JsonNode key) {
        return key.isObject() ? Optional.of(key.path("trackingNumber").asString()) : Optional.empty();
    }

    /** An order as the marketplace holds it. */
    record TrueOrder(
            String seller, String orderNumber, String salesOrderId, String kind, String zipCode, List<TrueItem> items) {

        /** The pieces that should be on their way as a parcel when all is done. */
        List<TrueItem> due() {
            return items.stream().filter(TrueItem::isDue).toList();
        }
    }

    /** A piece as the marketplace holds it. @param expectedDelivery as the buyer was told */
    record TrueItem(
            String id,
            String sku,
            String state,
            boolean forwarder,
            Instant expectedDelivery,
            Optional<String> tracking,
            Optional<String> returnTracking) {

        /** It left, whether or not it came back. */
        boolean isSent() {
            return state.equals("SENT") || state.equals("RETURNED");
        }

        private boolean isDue() {
            return !forwarder && (isSent() || state.equals("PROCESSABLE"));
        }
    }

    /** What the carriers charged a seller for. */
    List<Charge> charges(String seller) {
        List<Charge> charges = new ArrayList<>();
        for (JsonNode charge : get("/sandbox/charges?seller=" + encoded(seller))) {
            charges.add(new Charge(
                    charge.path("seller").asString(),
                    charge.path("carrier").asString(),
                    charge.path("reference").asString(),
                    charge.path("number").asString(),
                    charge.path("returnNumber").asString(""),
                    charge.path("voided").asBoolean(),
                    charge.path("closed").asBoolean()));
        }
        return charges;
    }

    /** The label once more, as a person prints it in the carrier's own portal. */
    byte[] label(String number) {
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/sandbox/label?number=" + encoded(number)))
                .timeout(Duration.ofSeconds(60))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("The sandbox prints no label " + number);
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox at " + root + " does not answer. Is it running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A label the carrier wants money for. @param closed it is in a day-end close */
    record Charge(
            String seller,
            String carrier,
            String reference,
            String number,
            String returnNumber,
            boolean voided,
            boolean closed) {}

    JsonNode get(String path) {
        return send(HttpRequest.newBuilder(root.resolve(path)).GET());
    }

    JsonNode post(String path, String body) {
        return send(HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        "The sandbox at " + root + " answered " + response.statusCode() + ": " + response.body());
            }
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox at " + root + " does not answer. Is it running?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    // After the parcel has left.

    /** From now on every parcel that is sold has that fate, by the sandbox's word for it. */
    void fate(String fate) {
        post("/sandbox/roads/fate?fate=" + encoded(fate), "");
    }

    /** A buyer sends a piece back, and it has arrived. */
    void sendBack(String orderNumber, String item) {
        post("/sandbox/returns?order=" + encoded(orderNumber) + "&piece=" + encoded(item) + "&state=DELIVERED", "");
    }

    /** What came back to a seller or was decided, as the marketplace holds it. */
    List<TrueReturn> returns(String seller) {
        List<TrueReturn> returns = new ArrayList<>();
        for (JsonNode piece : get("/sandbox/returns?seller=" + encoded(seller))) {
            List<TrueDecision> decisions = new ArrayList<>();
            for (JsonNode decision : piece.path("decisions")) {
                decisions.add(new TrueDecision(
                        decision.path("verdict").asString(),
                        decision.path("condition").asString(),
                        decision.path("reason").asString(),
                        !decision.path("error").isString()));
            }
            returns.add(new TrueReturn(
                    piece.path("orderNumber").asString(),
                    piece.path("positionItemId").asString(),
                    piece.path("sku").asString(),
                    piece.path("status").asString(""),
                    piece.path("parcel").path("trackingNumber").asString(""),
                    decisions));
        }
        return returns;
    }

    /** @param number under which it travels, empty without an announcement */
    record TrueReturn(
            String orderNumber, String item, String sku, String status, String number, List<TrueDecision> decisions) {}

    /** A decision that arrived there. @param taken not refused by the marketplace */
    record TrueDecision(String verdict, String condition, String reason, boolean taken) {}
}
