package org.packhaus.plugin.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.packhaus.sandbox.Sandbox;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.test.FakeTools;

/** The sandbox answers as UPS's OpenAPI documents say. */
class SandboxAnswersTest {
    /** The documents want weights of exactly eight characters and no format's name shorter than four; UPS has "1.0" and "gif". */
    private static final List<String> NAMED_EXCEPTIONS = List.of("/BillingWeight/Weight", "/LabelImageFormat/Code");

    private static final String VOID = "/api/shipments/v2409/void/cancel/";
    private final FakeTools tools = new FakeTools();
    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";

    @Test
    void everyAnswerIsAsTheDocumentsSay() throws Exception {
        Optional<OpenApi> shipping = OpenApi.find("ups/Shipping.yaml");
        Optional<OpenApi> tracking = OpenApi.find("ups/Tracking.yaml");
        Optional<OpenApi> oauth = OpenApi.find("ups/OAuthClientCredentials.yaml");
        assumeTrue(shipping.isPresent(), "SKIPPED: no OpenAPI documents of UPS on this machine (set PACKHAUS_SPECS)");
        assertThat(shipping.get().complaints("POST", FakeUps.SHIP, 200, "{\"ShipmentResponse\":{}}"))
                .as("it looks")
                .isNotEmpty();
        try (Sandbox sandbox = Sandbox.start(0)) {
            URI base = sandbox.uri();
            Json account = tools.parse(send(base, "GET", "/sandbox/sellers", "").body())
                    .at(0)
                    .at("ups");
            String basic = account.at("clientId").textOrEmpty() + ":"
                    + account.at("clientSecret").textOrEmpty();
            HttpResponse<String> signedIn = http.send(
                    HttpRequest.newBuilder(base.resolve(FakeUps.TOKEN))
                            .header(
                                    "Authorization",
                                    "Basic " + Base64.getEncoder().encodeToString(basic.getBytes()))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            check(oauth.orElseThrow(), signedIn, "POST", FakeUps.TOKEN);
            check(shipping.get(), send(base, "POST", FakeUps.SHIP, "{}"), "POST", FakeUps.SHIP); // 401
            token = tools.parse(signedIn.body()).at("access_token").textOrEmpty();

            UpsSettings settings = new UpsSettings(
                    "",
                    org.packhaus.sdk.Secret.of(""),
                    account.at("shipperNumber").textOrEmpty(),
                    true,
                    Optional.empty(),
                    Optional.empty());
            LabelImage image = LabelImage.on(Requests.to(Requests.BUYER).paper());
            String purchase = tools.print(Shipment.of(Requests.to(Requests.BUYER))
                    .purchase(UpsProduct.STANDARD, image, java.time.LocalDate.parse("2026-11-23"), settings));
            HttpResponse<String> sold = send(base, "POST", FakeUps.SHIP, purchase);
            assertThat(sold.statusCode()).as(sold.body()).isEqualTo(200);
            check(shipping.get(), sold, "POST", FakeUps.SHIP);
            check(shipping.get(), send(base, "POST", FakeUps.SHIP, "{}"), "POST", FakeUps.SHIP); // 400
            String number = Sale.numberOf(
                    tools.parse(sold.body()).at("ShipmentResponse").at("ShipmentResults"));

            String recovery = tools.print(Recovery.question(number, image));
            check(shipping.get(), send(base, "POST", FakeUps.RECOVERY, recovery), "POST", FakeUps.RECOVERY);
            String track = "/api/track/v1/details/" + number;
            check(tracking.orElseThrow(), send(base, "GET", track, ""), "GET", track);
            String unknown = "/api/track/v1/details/1Z999AA10123456784";
            check(tracking.orElseThrow(), send(base, "GET", unknown, ""), "GET", unknown);
            check(shipping.get(), send(base, "DELETE", VOID + number, ""), "DELETE", VOID + number);
            check(shipping.get(), send(base, "DELETE", VOID + "1Z0", ""), "DELETE", VOID + "1Z0");
        }
    }

    private static void check(OpenApi api, HttpResponse<String> answer, String method, String path) {
        assertThat(api.complaints(method, path, answer.statusCode(), answer.body()).stream()
                        .filter(complaint -> NAMED_EXCEPTIONS.stream().noneMatch(complaint::contains)))
                .as(method + " " + path + " " + answer.statusCode())
                .isEmpty();
    }

    private HttpResponse<String> send(URI base, String method, String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("transId", "1")
                        .header("transactionSrc", "test")
                        .header("Authorization", "Bearer " + token)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
