package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

    static Stream<Arguments> brokenFields() {
        return Stream.of(
                broken("refNo", s -> s.put("refNo", "short")),
                broken("product", s -> s.put("product", "V99XXX")),
                broken("billingNumber", s -> s.put("billingNumber", "123")),
                broken("shipDate", s -> s.put("shipDate", "22.11.2026")),
                broken("consignee.name1", s -> consignee(s).put("name1", "x".repeat(51))),
                broken("consignee.addressHouse", s -> consignee(s).put("addressHouse", "")),
                broken("consignee.postalCode", s -> consignee(s).put("postalCode", "53113 ")),
                broken("consignee.country", s -> consignee(s).put("country", "DE")),
                broken("consignee.city", s -> consignee(s).remove("city")),
                broken("consignee", s -> s.remove("consignee")),
                broken("details.weight.value", s -> ((ObjectNode) s.at("/details/weight")).put("value", 31_501)),
                broken("details.weight.uom", s -> ((ObjectNode) s.at("/details/weight")).put("uom", "lb")),
                broken("consignee.postNumber", s -> locker(s).put("postNumber", "123")),
                broken("consignee.lockerID", s -> locker(s).put("lockerID", 99)),
                broken(
                        "services.dhlRetoure.billingNumber",
                        s -> ((ObjectNode) s.at("/services/dhlRetoure")).remove("billingNumber")),
                broken(
                        "services.visualCheckOfAge",
                        s -> ((ObjectNode) s.path("services")).put("visualCheckOfAge", "A21")));
    }

    private static Arguments broken(String path, Consumer<ObjectNode> change) {
        return Arguments.of(path, change);
    }

    private static ObjectNode consignee(ObjectNode shipment) {
        return (ObjectNode) shipment.path("consignee");
    }

    private static ObjectNode locker(ObjectNode shipment) {
        ObjectNode consignee = consignee(shipment);
        consignee.removeAll();
        return consignee
                .put("name", "Maria Musterfrau")
                .put("lockerID", 145)
                .put("postNumber", "12345678")
                .put("city", "Bonn")
                .put("postalCode", "53113");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFields")
    void aBrokenFieldRefusesTheWholeRequestInItsOwnShape(String path, Consumer<ObjectNode> change) {
        ObjectNode shipment = shipment("reference-2");
        change.accept(shipment);
        Answer answer = seller.post(Shipping.ORDERS, Shipping.request(shipment("reference-1"), shipment));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/status/detail").asString())
                .isEqualTo("Your request contained technical errors as listed below.");
        assertThat(answer.json().at("/items/0/propertyPath").asString()).isEqualTo("shipments[1]." + path);
        assertThat(control.get("/sandbox/charges").json()).isEmpty();
    }

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                broken("billingNumber", s -> s.put("product", "V62KP")),
                broken("shipDate", s -> s.put("shipDate", "2020-01-01")),
                broken(
                        "details.weight",
                        s -> ((ObjectNode) s.at("/details/weight"))
                                .put("uom", "kg")
                                .put("value", 40)),
                broken(
                        "details.dim",
                        s -> ((ObjectNode) s.path("details"))
                                .putObject("dim")
                                .put("uom", "cm")
                                .put("length", 130)
                                .put("width", 20)
                                .put("height", 20)),
                broken(
                        "services.dhlRetoure.billingNumber",
                        s -> ((ObjectNode) s.at("/services/dhlRetoure"))
                                .put("billingNumber", s.path("billingNumber").asString())),
                broken(
                        "services.additionalInsurance",
                        s -> ((ObjectNode) s.path("services"))
                                .putObject("additionalInsurance")
                                .put("currency", "EUR")
                                .put("value", 25_001)),
                broken("consignee.country", s -> consignee(s).put("country", "AUT")),
                broken("consignee.postalCode", s -> consignee(s).put("postalCode", "531")),
                broken("consignee", s -> {
                    consignee(s).put("addressStreet", "Packstation");
                    consignee(s).put("addressHouse", "145");
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenRules")
    void aBrokenRuleRefusesTheShipment(String property, Consumer<ObjectNode> change) {
        ObjectNode shipment = shipment("reference-2");
        change.accept(shipment);
        Answer answer = seller.post(Shipping.ORDERS, Shipping.request(shipment));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/items/0/validationMessages/0/property").asString())
                .isEqualTo(property);
        assertThat(answer.json()
                        .at("/items/0/validationMessages/0/validationState")
                        .asString())
                .isEqualTo("Error");
        assertThat(control.get("/sandbox/charges").json()).isEmpty();
    }

    @Test
    void allFourShapesOfRecipientsAreAccepted() {
        ObjectNode locker = shipment("reference-1");
        locker(locker);
        ObjectNode outlet = shipment("reference-2");
        consignee(outlet).removeAll();
        consignee(outlet)
                .put("name", "Max Muster")
                .put("retailID", 502)
                .put("email", "max@example.com")
                .put("postalCode", "53113")
                .put("city", "Bonn");
        ObjectNode box = shipment("reference-3");
        consignee(box).removeAll();
        consignee(box)
                .put("name1", "Max Muster")
                .put("poBoxID", 1234)
                .put("postalCode", "53113")
                .put("city", "Bonn");
        ObjectNode text = shipment("reference-4");
        Shipping.address(consignee(text), "Max Muster", "Packstation", "145", "53113", "Bonn");
        consignee(text).put("name2", "12345678");
        JsonNode items = seller.post(Shipping.ORDERS + "?docFormat=ZPL2", Shipping.request(locker, outlet, box, text))
                .json()
                .path("items");
        assertThat(items)
                .hasSize(4)
                .allSatisfy(i -> assertThat(i.at("/sstatus/statusCode").asInt()).isEqualTo(200));
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
