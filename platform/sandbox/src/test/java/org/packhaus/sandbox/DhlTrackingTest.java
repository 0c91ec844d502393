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
    void unifiedTrackingAnswersInItsOwnShapesAndKeepsItsQuota() {
        String number = seller.post(Shipping.ORDERS, Shipping.request(shipment("reference-1")))
                .json()
                .at("/items/0/shipmentNo")
                .asString();
        String path = "/track/shipments?service=parcel-de&language=de&trackingNumber=";
        String[] key = {"DHL-API-Key", "packhaus-sandbox-key"};
        Answer stranger = stranger().get(path + number);
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.json().path("title").asString()).isEqualTo("Unauthorized");
        Answer unknown = stranger().get(path + number, key);
        assertThat(unknown.status()).as("just made").isEqualTo(404);
        assertThat(unknown.json().toString())
                .isEqualTo(
                        "{\"title\":\"No result found\",\"detail\":\"No shipment with given tracking number found.\","
                                + "\"status\":404,\"instance\":\"/shipment/" + number + "\"}");
        Answer tooSoon = stranger().get(path + number, key);
        assertThat(tooSoon.status()).as("one call a second").isEqualTo(429);
        assertThat(tooSoon.json().path("title").asString()).isEqualTo("Too Many Requests");
        control.post("/sandbox/advance?hours=90", "");
        JsonNode shipment = org.awaitility.Awaitility.await()
                .until(() -> stranger().get(path + number, key), answer -> answer.status() == 200)
                .json()
                .at("/shipments/0");
        assertThat(shipment.at("/status/statusCode").asString()).isEqualTo("delivered");
        assertThat(shipment.at("/events").size()).isGreaterThan(4);
        assertThat(shipment.at("/destination/address/countryCode").asString()).isEqualTo("DE");
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
