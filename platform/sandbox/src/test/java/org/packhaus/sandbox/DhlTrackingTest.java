package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DhlTrackingTest extends SandboxTest {

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
    void trackingFollowsTheSandboxesTime() {
        String number = seller.post(Shipping.ORDERS, Shipping.request(shipment("reference-1")))
                .json()
                .at("/items/0/shipmentNo")
                .asString();
        String xml = "<data appname=\"zt12345\" language-code=\"de\" password=\"geheim\" piece-code=\"" + number
                + "\" request=\"d-get-piece-detail\"/>";
        String path = "/parcel/de/tracking/v0/shipments?xml=" + Caller.encode(xml);
        String[] basic = {
            "Authorization",
            "Basic "
                    + Base64.getEncoder()
                            .encodeToString("packhaus-sandbox-key:packhaus-sandbox-secret"
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8))
        };
        assertThat(stranger().get(path).status()).isEqualTo(401);
        assertThat(stranger().get(path, basic).text()).contains("code=\"100\"");
        control.post("/sandbox/advance?hours=11", "");
        assertThat(stranger().get(path, basic).text())
                .contains("code=\"0\"", "standard-event-code=\"AA\"", "ice=\"PARCV\"");
        control.post("/sandbox/advance?hours=60", "");
        assertThat(stranger().get(path, basic).text())
                .contains("delivery-event-flag=\"1\"", "standard-event-code=\"ZU\"");
        assertThat(stranger().get(path.replace("geheim", "falsch"), basic).text())
                .contains("code=\"5\"");
    }

    @Test
    void ottoHearsOfDhlsParcels() {
        JsonNode order = Caller.ofKind(control.makeOrders("kiefer-tau", 40, 3), "SINGLE");
        String number = seller.post(Shipping.ORDERS, Shipping.request(shipment("reference-1")))
                .json()
                .at("/items/0/shipmentNo")
                .asString();
        otto("kiefer-tau").post(Reports.SHIPMENTS, Reports.all(order, number));
        control.post("/sandbox/advance?hours=70", "");
        String states = otto("kiefer-tau")
                .get("/v1/shipments/carriers/DHL/trackingnumbers/" + number)
                .json()
                .path("states")
                .toString();
        assertThat(states).contains("\"SENT\"", "\"ON_THE_WAY\"", "\"DELIVERED\"");
    }
}
