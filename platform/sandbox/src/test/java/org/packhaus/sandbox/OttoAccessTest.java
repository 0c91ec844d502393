package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OttoAccessTest extends SandboxTest {

    private static final String GRANT = "client_credentials";

    private Answer token(String path, String id, String secret, String scope) {
        return stranger()
                .form(path, Map.of("grant_type", GRANT, "client_id", id, "client_secret", secret, "scope", scope));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/v1/token"})
    void givesTokensOfHalfAnHourOnBothPaths(String path) {
        JsonNode seller = control.seller("kiefer-tau");
        Answer answer = token(
                path,
                seller.path("clientId").asString(),
                seller.path("clientSecret").asString(),
                "orders");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("expires_in").asInt()).isEqualTo(1800);
    }

    @Test
    void takesTheSecretByBasicToo() {
        JsonNode seller = control.seller("kiefer-tau");
        String basic = Base64.getEncoder()
                .encodeToString((seller.path("clientId").asString() + ":"
                                + seller.path("clientSecret").asString())
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Answer answer = stranger()
                .form(
                        "/oauth2/token",
                        Map.of("grant_type", GRANT, "scope", "orders"),
                        "Authorization",
                        "Basic " + basic);
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void refusesWrongSecretsAndUnknownScopes() {
        String id = control.seller("kiefer-tau").path("clientId").asString();
        String secret = control.seller("kiefer-tau").path("clientSecret").asString();
        assertThat(token("/oauth2/token", id, "wrong", "orders").status()).isEqualTo(401);
        assertThat(token("/oauth2/token", id, "wrong", "orders")
                        .json()
                        .path("error")
                        .asString())
                .isEqualTo("invalid_client");
        assertThat(token("/oauth2/token", id, secret, "everything").status()).isEqualTo(400);
    }

    @Test
    void eachInterfaceNeedsItsScope() {
        Caller seller = stranger().asOtto("kiefer-tau", "orders");
        assertThat(seller.get("/v4/orders").status()).isEqualTo(200);
        Answer refused = seller.get("/v1/shipments?datefrom=2026-01-01");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().at("/errors/0/title").asString()).isEqualTo("INSUFFICIENT_PERMISSION");
    }

    @Test
    void tokensExpireWithTheSandboxesTime() {
        Caller seller = otto("kiefer-tau");
        assertThat(seller.get("/v4/orders").status()).isEqualTo(200);
        control.post("/sandbox/advance?minutes=29", "");
        assertThat(seller.get("/v4/orders").status()).isEqualTo(200);
        control.post("/sandbox/advance?minutes=2", "");
        Answer late = seller.get("/v4/orders");
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.json().at("/errors/0/detail").asString()).isEqualTo("No proper credentials were provided");
    }

    @Test
    void revokedCredentialsStopTokensInUseUntilTheyAreRepaired() {
        Caller seller = otto("wolkensprung");
        control.post("/sandbox/credentials?seller=wolkensprung&system=otto&valid=false", "");
        assertThat(seller.get("/v4/orders").status()).isEqualTo(401);
        JsonNode account = control.seller("wolkensprung");
        assertThat(token(
                                "/oauth2/token",
                                account.path("clientId").asString(),
                                account.path("clientSecret").asString(),
                                "orders")
                        .status())
                .isEqualTo(401);
        control.post("/sandbox/credentials?seller=wolkensprung&system=otto&valid=true", "");
        assertThat(seller.get("/v4/orders").status()).isEqualTo(200);
    }

    @Test
    void twentyCallsASecondAndNotOneMore() {
        Caller seller = stranger().asOtto("kiefer-tau", "orders");
        Caller other = stranger().asOtto("wolkensprung", "orders");
        int refused = 0;
        for (int i = 0; i < 60 && refused == 0; i++) {
            refused = seller.get("/v4/orders?limit=1").status() == 429 ? i : 0;
        }
        assertThat(refused).isGreaterThanOrEqualTo(20);
        assertThat(other.get("/v4/orders?limit=1").status()).isEqualTo(200);
    }

    @Test
    void tokenEndpointAllowsTenASecondForAnAddress() {
        int refused = 0;
        for (int i = 0; i < 60 && refused == 0; i++) {
            refused = token("/oauth2/token", "nobody", "wrong", "orders").status() == 429 ? i : 0;
        }
        assertThat(refused).isGreaterThanOrEqualTo(10);
    }

    @Test
    void aServicePartnersAppIsInstalledAndActsForTheSeller() {
        String redirect = "http://localhost:9999/callback";
        Answer consent = stranger()
                .get("/oauth2/auth?response_type=code&client_id=packhaus-app-client&redirect_uri="
                        + Caller.encode(redirect) + "&scope=installation%20partnerId&state=x1&seller=yunju-home");
        assertThat(consent.status()).isEqualTo(302);
        String location = consent.header("Location");
        assertThat(location).startsWith(redirect).contains("state=x1").contains("sandbox");
        String code = location.replaceAll(".*[?&]code=([^&]+).*", "$1");
        Map<String, String> app = Map.of("client_id", "packhaus-app-client", "client_secret", "packhaus-app-secret");
        Map<String, String> grant = new java.util.HashMap<>(app);
        grant.putAll(Map.of("grant_type", "authorization_code", "code", code));
        String user = stranger()
                .form("/oauth2/token", grant)
                .json()
                .path("access_token")
                .asString();
        assertThat(stranger().form("/oauth2/token", grant).status())
                .as("a code works once")
                .isEqualTo(400);
        String installation = stranger()
                .get("/v1/apps/packhaus-sandbox-app/installation", "Authorization", "Bearer " + user)
                .json()
                .path("installationId")
                .asString();
        grant = new java.util.HashMap<>(app);
        grant.putAll(Map.of("grant_type", GRANT, "scope", "developer"));
        String developer = stranger()
                .form("/oauth2/token", grant)
                .json()
                .path("access_token")
                .asString();
        Answer access = stranger()
                .form(
                        "/v1/apps/packhaus-sandbox-app/installations/" + installation + "/accessToken",
                        Map.of("scope", "orders"),
                        "Authorization",
                        "Bearer " + developer);
        assertThat(access.json().path("expires_in").asInt()).isEqualTo(1800);
        assertThat(stranger()
                        .get(
                                "/v4/orders",
                                "Authorization",
                                "Bearer " + access.json().path("access_token").asString())
                        .status())
                .isEqualTo(200);
    }
}
