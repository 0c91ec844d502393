package org.packhaus.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Calls the sandbox as a seller's software would, and as a test that steers it. */
final class Caller {

    static final String ALL_SCOPES =
            "orders shipments availability shipping-profiles products returns receipts price-reduction"
                    + " returns-warehouse-read";
    static final String DHL = "/parcel/de/shipping/v2";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private List<String> authorization = List.of();
    /** Looks at each exchange; the specification test validates them. */
    private Listener listener = (method, path, headers, body, answer) -> {};

    interface Listener {
        void saw(String method, String path, List<String> headers, String body, Answer answer);
    }

    Caller(URI base) {
        this.base = base;
    }

    void listen(Listener to) {
        listener = to;
    }

    URI base() {
        return base;
    }

    Answer get(String path, String... headers) {
        return call("GET", path, "", headers);
    }

    Answer post(String path, String body, String... headers) {
        return call("POST", path, body, headers);
    }

    Answer form(String path, Map<String, String> form, String... headers) {
        String body = form.entrySet().stream()
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
        return call("POST", path, body, all.toArray(String[]::new));
    }

    Answer call(String method, String path, String body, String... headers) {
        try {
            return attempt(method, path, body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer attempt(String method, String path, String body, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains("Authorization")) {
            all.addAll(authorization);
        }
        if (!body.isEmpty() && !all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).method(method, HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < all.size(); i += 2) {
            request.header(all.get(i), all.get(i + 1));
        }
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Answer answer = new Answer(
                    response.statusCode(), response.body(), response.headers().map());
            listener.saw(method, path, all, body, answer);
            return answer;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode seller(String key) {
        for (JsonNode seller : get("/sandbox/sellers").json()) {
            if (seller.path("key").asString().equals(key)) {
                return seller;
            }
        }
        throw new AssertionError("No seller " + key);
    }

    /** Gets a token of OTTO's for a seller and uses it from now on. */
    Caller asOtto(String key, String scopes) {
        JsonNode seller = seller(key);
        String token = form(
                        "/oauth2/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                seller.path("clientId").asString(),
                                "client_secret",
                                seller.path("clientSecret").asString(),
                                "scope",
                                scopes))
                .json()
                .path("access_token")
                .asString();
        authorization = List.of("Authorization", "Bearer " + token);
        return this;
    }

    /** Gets a token of DHL's for a seller and uses it from now on. */
    Caller asDhl(String key) {
        JsonNode dhl = seller(key).path("dhl");
        String token = form(
                        "/parcel/de/account/auth/ropc/v1/token",
                        Map.of(
                                "grant_type", "password",
                                "username", dhl.path("user").asString(),
                                "password", dhl.path("password").asString(),
                                "client_id", dhl.path("apiKey").asString(),
                                "client_secret", dhl.path("apiSecret").asString()))
                .json()
                .path("access_token")
                .asString();
        authorization = List.of("Authorization", "Bearer " + token);
        return this;
    }

    JsonNode makeOrders(String seller, int count, long seed) {
        return post("/sandbox/orders?seller=" + seller + "&count=" + count + "&seed=" + seed, "")
                .json();
    }

    /** The first order of a kind. */
    static JsonNode ofKind(JsonNode orders, String kind) {
        for (JsonNode order : orders) {
            if (order.path("kind").asString().equals(kind)) {
                return order;
            }
        }
        throw new AssertionError("No order of kind " + kind);
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
