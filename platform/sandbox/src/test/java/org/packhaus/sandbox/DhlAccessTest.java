package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DhlAccessTest extends SandboxTest {

    private JsonNode account = Answer.parse("{}");
    private Caller seller = stranger();

    @BeforeEach
    void signIn() {
        account = control.seller("kiefer-tau");
        seller = dhl("kiefer-tau");
    }

    private ObjectNode shipment(String reference) {
        return Shipping.shipment(account, reference);
    }

    @Test
    void tokensLive1799SecondsAndNeedUserAndKey() {
        JsonNode dhl = account.path("dhl");
        Map<String, String> form = new java.util.HashMap<>(Map.of(
                "grant_type", "password",
                "username", dhl.path("user").asString(),
                "password", dhl.path("password").asString(),
                "client_id", dhl.path("apiKey").asString(),
                "client_secret", dhl.path("apiSecret").asString()));
        String path = "/parcel/de/account/auth/ropc/v1/token";
        assertThat(stranger().form(path, form).json().path("expires_in").asInt())
                .isEqualTo(1799);
        form.put("client_id", "wrong");
        assertThat(stranger().form(path, form).json().path("detail").asString())
                .isEqualTo("API Authentication failed: Invalid client identifier");
        form.put("client_id", dhl.path("apiKey").asString());
        form.put("password", "wrong");
        Answer refused = stranger().form(path, form);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("detail").asString()).isEqualTo("Unauthorized for given resource.");
        control.post("/sandbox/advance?minutes=31", "");
        assertThat(seller.post(Shipping.ORDERS, Shipping.request(shipment("reference-1")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void keyAndBasicWorkWithoutAToken() {
        String basic = Base64.getEncoder()
                .encodeToString("user-valid:SandboxPasswort2023!".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        ObjectNode shipment = shipment("reference-1").put("billingNumber", "33333333330102");
        ((ObjectNode) shipment.at("/services/dhlRetoure")).put("billingNumber", "33333333330701");
        Answer answer = stranger()
                .post(
                        Shipping.ORDERS,
                        Shipping.request(shipment),
                        "dhl-api-key",
                        "packhaus-sandbox-key",
                        "Authorization",
                        "Basic " + basic);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void revokedUsersAreRefusedUntilTheyAreRepaired() {
        control.post("/sandbox/credentials?seller=kiefer-tau&system=dhl&valid=false", "");
        assertThat(seller.post(Shipping.ORDERS, Shipping.request(shipment("reference-1")))
                        .status())
                .isEqualTo(401);
        control.post("/sandbox/credentials?seller=kiefer-tau&system=dhl&valid=true", "");
        assertThat(seller.post(Shipping.ORDERS, Shipping.request(shipment("reference-1")))
                        .status())
                .isEqualTo(200);
    }
}
