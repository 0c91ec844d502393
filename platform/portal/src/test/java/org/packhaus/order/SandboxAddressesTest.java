package org.packhaus.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.packhaus.demo.RunningSandbox;
import org.packhaus.sdk.Address;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's buyers write as real ones do. Their orders leave; only what is odd about them is said. */
class SandboxAddressesTest {
    private static final JsonMapper JSON = new JsonMapper();

    @RegisterExtension
    static final RunningSandbox SANDBOX = new RunningSandbox();

    @Test
    void noneOfThemStopsALabel() throws Exception {
        List<Address> addresses = addresses();
        assertThat(addresses).hasSizeGreaterThan(300);
        assertThat(addresses).allSatisfy(address -> {
            AddressReading reading = AddressReader.read(address, false);
            assertThat(AddressCheck.problem(reading.findings()))
                    .as("%s", address)
                    .isEmpty();
            NothingLost.check(address, reading);
        });

        Set<String> codes = addresses.stream()
                .flatMap(address -> AddressCheck.check(address, false).stream())
                .map(AddressFinding::code)
                .collect(Collectors.toSet());
        assertThat(codes)
                .as("the kind NUMBER_IN_STREET, and nothing else")
                .containsExactly("address-house-number-in-street");
    }

    private static List<Address> addresses() throws Exception {
        JsonNode seller = SANDBOX.get("/sandbox/sellers").get(0);
        SANDBOX.post("/sandbox/orders?seller=1&count=400&seed=11");
        String form = "grant_type=client_credentials&scope=orders&client_id="
                + seller.at("/clientId").asString() + "&client_secret="
                + seller.at("/clientSecret").asString();
        String token =
                send("POST", "/oauth2/token", form, "").at("/access_token").asString();
        List<Address> found = new ArrayList<>();
        String page = "/v4/orders?limit=128";
        while (!page.isEmpty()) {
            JsonNode orders = send("GET", page, "", token);
            orders.at("/resources").forEach(order -> {
                if (order.has("deliveryAddress")) {
                    found.add(address(order.at("/deliveryAddress")));
                }
            });
            page = orders.at("/links")
                    .valueStream()
                    .filter(link -> link.at("/rel").asString().equals("next"))
                    .map(link -> link.at("/href").asString())
                    .findFirst()
                    .orElse("");
        }
        return found;
    }

    /** As the plugin for OTTO reads it. */
    private static Address address(JsonNode json) {
        String name = Stream.of("title", "firstName", "lastName")
                .map(part -> json.path(part).asString(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        boolean company = json.path("salutation").asString("").equals("COMPANY");
        return Address.to(company ? "" : name)
                .company(company ? name : "")
                .addition(json.path("addition").asString(""))
                .street(
                        json.path("street").asString(""),
                        json.path("houseNumber").asString(""))
                .city(json.path("zipCode").asString(""), json.path("city").asString(""))
                .build();
    }

    private static JsonNode send(String method, String path, String form, String token)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(SANDBOX.uri() + path))
                    .method(method, BodyPublishers.ofString(form))
                    .header("Accept", "application/json");
            if (!form.isEmpty()) {
                request.header("Content-Type", "application/x-www-form-urlencoded");
            }
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            return JSON.readTree(http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        }
    }
}
