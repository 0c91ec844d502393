package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DhlOrdersTest extends SandboxTest {

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
    void aLabelCostsOneChargeWithOurReference() {
        Answer answer = seller.post(Shipping.ORDERS, Shipping.request(shipment("reference-1")));
        assertThat(answer.status()).isEqualTo(200);
        JsonNode item = answer.json().at("/items/0");
        assertThat(item.path("shipmentRefNo").asString()).isEqualTo("reference-1");
        assertThat(item.path("routingCode").asString()).matches("40327653113\\+\\d{14}");
        JsonNode charges = control.get("/sandbox/charges").json();
        assertThat(charges).hasSize(1);
        JsonNode charge = charges.get(0);
        assertThat(charge.path("account").asString())
                .isEqualTo(account.at("/dhl/ekp").asString());
        assertThat(charge.path("reference").asString()).isEqualTo("reference-1");
        assertThat(charge.path("number")).isEqualTo(item.path("shipmentNo"));
        assertThat(charge.path("returnNumber")).isEqualTo(item.path("returnShipmentNo"));
        assertThat(charge.path("voided").asBoolean()).isFalse();
    }

    @Test
    void theSameReferenceTwiceIsTwoCharges() {
        seller.post(Shipping.ORDERS, Shipping.request(shipment("reference-1")));
        seller.post(Shipping.ORDERS, Shipping.request(shipment("reference-1")));
        assertThat(control.get("/sandbox/charges?seller=kiefer-tau").json()).hasSize(2);
        assertThat(control.get("/sandbox/charges?seller=wolkensprung").json()).isEmpty();
    }

    @Test
    void numbersCarryTheirCheckDigits() {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            ObjectNode[] three = {shipment("reference-a" + i), shipment("reference-b" + i), shipment("reference-c" + i)
            };
            for (JsonNode item : seller.post(Shipping.ORDERS + "?docFormat=ZPL2", Shipping.request(three))
                    .json()
                    .path("items")) {
                String number = item.path("shipmentNo").asString();
                String back = item.path("returnShipmentNo").asString();
                assertThat(number).matches("00340434\\d{12}");
                assertThat(weighted(number, 3, 1)).as(number).isZero();
                assertThat(back).matches("\\d{14}");
                assertThat(weighted(back, 4, 9)).as(back).isZero();
                numbers.add(number);
                numbers.add(back);
            }
        }
        assertThat(numbers).hasSize(60);
        assertThat(weighted("00340434161094015902", 3, 1))
                .as("a known good number")
                .isZero();
        assertThat(weighted("60701001756402", 4, 9)).as("a known good number").isZero();
    }

    /** The weighted sum of all digits, check digit included, modulo ten: 0 when it is right. */
    private static int weighted(String digits, int odd, int even) {
        int sum = digits.charAt(digits.length() - 1) - '0';
        for (int i = digits.length() - 2, place = 0; i >= 0; i--, place++) {
            sum += (digits.charAt(i) - '0') * (place % 2 == 0 ? odd : even);
        }
        return sum % 10;
    }

    @Test
    void aBatchIsAlways207() {
        ObjectNode bad = shipment("reference-2").put("billingNumber", "99999999990101");
        Answer both = seller.post(Shipping.ORDERS, Shipping.request(shipment("reference-1"), bad));
        assertThat(both.status()).isEqualTo(207);
        assertThat(both.json().at("/status/detail").asString()).isEqualTo("1 of 2 shipments successfully created.");
        assertThat(both.json().at("/items/0/sstatus/statusCode").asInt()).isEqualTo(200);
        assertThat(both.json().at("/items/1/sstatus/statusCode").asInt()).isEqualTo(400);
        assertThat(both.json().at("/items/1").has("shipmentNo")).isFalse();
        assertThat(both.json().at("/items/1/validationMessages/0/property").asString())
                .isEqualTo("billingNumber");
        Answer good = seller.post(Shipping.ORDERS, Shipping.request(shipment("reference-3"), shipment("reference-4")));
        assertThat(good.status()).isEqualTo(207);
        assertThat(control.get("/sandbox/charges").json()).hasSize(3);
        Answer alone = seller.post(Shipping.ORDERS, Shipping.request(bad));
        assertThat(alone.status()).isEqualTo(400);
        assertThat(alone.json().at("/status/detail").asString()).isEqualTo("0 of 1 shipment successfully created.");
    }

    @Test
    void validateCostsNothing() {
        Answer answer = seller.post(Shipping.ORDERS + "?validate=true", Shipping.request(shipment("reference-1")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/items/0/requestIndex").asInt()).isEqualTo(1);
        assertThat(answer.json().at("/status/detail").asString())
                .isEqualTo("1 of 1 shipment validated OK. Details included.");
        assertThat(answer.text()).doesNotContain("shipmentNo");
        assertThat(control.get("/sandbox/charges").json()).isEmpty();
    }

    @Test
    void anAddressThatCannotBeCodedIsAWarningOrWithMustEncodeARefusal() {
        ObjectNode shipment = shipment("reference-1");
        ((ObjectNode) shipment.path("consignee")).put("city", "Hamburg");
        Answer warned = seller.post(Shipping.ORDERS, Shipping.request(shipment));
        assertThat(warned.status()).isEqualTo(200);
        JsonNode message = warned.json().at("/items/0/validationMessages/0");
        assertThat(message.path("validationState").asString()).isEqualTo("Warning");
        assertThat(message.path("validationMessage").asString()).contains("does not match the postcode");
        Answer refused = seller.post(
                Shipping.ORDERS + "?mustEncode=true", Shipping.request(shipment), "Accept-Language", "de-DE");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .at("/items/0/validationMessages/0/validationMessage")
                        .asString())
                .contains("nicht leitcodierbar");
        Answer dry = seller.post(Shipping.ORDERS + "?validate=true", Shipping.request(shipment));
        assertThat(dry.status()).isEqualTo(400);
        assertThat(dry.json().at("/items/0/sstatus/title").asString()).contains("weak validation error");
        assertThat(control.get("/sandbox/charges").json()).hasSize(1);
    }

    @Test
    void labelsAreFetchedAndCancelledUntilTheyAreManifested() {
        JsonNode created = seller.post(
                        Shipping.ORDERS, Shipping.request(shipment("reference-1"), shipment("reference-2")))
                .json();
        String first = created.at("/items/0/shipmentNo").asString();
        String second = created.at("/items/1/shipmentNo").asString();
        String query = "?profile=STANDARD_GRUPPENPROFIL&shipment=";
        Answer fetched = seller.get(Shipping.ORDERS + "?shipment=" + first);
        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.json().at("/items/0/label/b64").asString()).isNotEmpty();
        assertThat(dhl("wolkensprung")
                        .get(Shipping.ORDERS + "?shipment=" + first)
                        .status())
                .isEqualTo(404);

        Answer voided = seller.call("DELETE", Shipping.ORDERS + query + first, "");
        assertThat(voided.status()).isEqualTo(200);
        assertThat(voided.json().at("/status/detail").asString()).isEqualTo("1 of 1 shipment successfully canceled.");
        assertThat(seller.call("DELETE", Shipping.ORDERS + query + first, "").status())
                .isEqualTo(400);
        assertThat(control.get("/sandbox/charges").json().at("/0/voided").asBoolean())
                .isTrue();
        Answer mixed = seller.call("DELETE", Shipping.ORDERS + query + "00340000&shipment=" + first, "");
        assertThat(mixed.status()).isEqualTo(207);
        assertThat(mixed.json().at("/items/0/sstatus/title").asString()).isEqualTo("UnknownShipmentNumber");

        Answer manifest = seller.post(
                Caller.DHL + "/manifests",
                "{\"profile\":\"STANDARD_GRUPPENPROFIL\",\"shipmentNumbers\":[\"" + second + "\"]}");
        assertThat(manifest.status()).isEqualTo(207);
        assertThat(manifest.json().at("/items/0/sstatus/statusCode").asInt()).isEqualTo(200);
        assertThat(seller.get(Shipping.ORDERS + "?shipment=" + second).status()).isEqualTo(404);
        assertThat(seller.call("DELETE", Shipping.ORDERS + query + second, "").status())
                .isEqualTo(400);
        assertThat(seller.get(Caller.DHL + "/manifests")
                        .json()
                        .at("/items/0/shipmentNo")
                        .asString())
                .isEqualTo(second);
        assertThat(seller.get(Caller.DHL + "/manifests?date=2020-01-01").status())
                .isEqualTo(404);
    }

    @Test
    void theDayClosesByItself() {
        String number = seller.post(Shipping.ORDERS, Shipping.request(shipment("reference-1")))
                .json()
                .at("/items/0/shipmentNo")
                .asString();
        control.post("/sandbox/advance?hours=25", "");
        assertThat(dhl("kiefer-tau")
                        .get(Shipping.ORDERS + "?shipment=" + number)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theVersionNeedsNoLogin() {
        assertThat(stranger().get(Caller.DHL + "/").json().at("/amp/env").asString())
                .isEqualTo("sandbox");
        assertThat(stranger()
                        .get(Shipping.ORDERS + "?shipment=1")
                        .json()
                        .path("title")
                        .asString())
                .isEqualTo("Unauthorized");
    }
}
