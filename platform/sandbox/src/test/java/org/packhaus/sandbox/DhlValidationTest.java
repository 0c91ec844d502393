package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DhlValidationTest extends SandboxTest {

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

    static Stream<Arguments> brokenCustoms() {
        return Stream.of(
                broken("customs.postalCharges", s -> customs(s).remove("postalCharges")),
                broken("customs.exportType", s -> customs(s).put("exportType", "SALE")),
                broken("customs.MRN", s -> customs(s).put("MRN", "x".repeat(19))),
                broken("customs.shippingConditions", s -> customs(s).put("shippingConditions", "DDU")),
                broken("customs.items", s -> customs(s).putArray("items")),
                broken("customs.items[0].hsCode", s -> item(s).put("hsCode", "123")),
                broken("customs.items[0].countryOfOrigin", s -> item(s).put("countryOfOrigin", "IN")),
                broken("customs.items[0].itemWeight", s -> item(s).remove("itemWeight")),
                broken("services.premium", s -> s.putObject("services").put("premium", "yes")));
    }

    private static ObjectNode customs(ObjectNode shipment) {
        return (ObjectNode) shipment.path("customs");
    }

    private static ObjectNode item(ObjectNode shipment) {
        return (ObjectNode) shipment.at("/customs/items/0");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenCustoms")
    void aBrokenFieldOfCustomsRefusesTheRequest(String path, Consumer<ObjectNode> change) {
        ObjectNode shipment = Shipping.abroad(account, "V53WPAK", "reference-1");
        change.accept(shipment);
        Answer answer = seller.post(Shipping.ORDERS, Shipping.request(shipment));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/items/0/propertyPath").asString()).isEqualTo("shipments[0]." + path);
    }

    static Stream<Arguments> brokenDeclarations() {
        return Stream.of(
                broken("customs", s -> s.remove("customs")),
                broken("customs.exportDescription", s -> customs(s).put("exportType", "OTHER")),
                broken("customs.shippingConditions", s -> customs(s).put("shippingConditions", "DDP")),
                broken(
                        "customs.items[0].itemValue",
                        s -> ((ObjectNode) item(s).path("itemValue")).put("currency", "CHF")),
                broken("customs.items", s -> item(s).put("packagedQuantity", 9)),
                broken("services.goGreenPlus", s -> s.putObject("services").put("goGreenPlus", true)),
                broken("services.closestDropPoint", s -> s.putObject("services").put("closestDropPoint", true)),
                broken(
                        "consignee.country",
                        s -> consignee(s)
                                .put("country", "DEU")
                                .put("postalCode", "53113")
                                .put("city", "Bonn")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenDeclarations")
    void aBrokenRuleOfCustomsRefusesTheShipment(String property, Consumer<ObjectNode> change) {
        ObjectNode shipment = Shipping.abroad(account, "V53WPAK", "reference-1");
        change.accept(shipment);
        Answer answer = seller.post(Shipping.ORDERS, Shipping.request(shipment));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/items/0/validationMessages").findValuesAsString("property"))
                .contains(property);
        assertThat(control.get("/sandbox/charges").json()).isEmpty();
    }

    @Test
    void customsDocumentsAreA4EvenBesideZebraLabels() throws Exception {
        ObjectNode shipment = Shipping.abroad(account, "V53WPAK", "reference-1");
        JsonNode item = seller.post(
                        Shipping.ORDERS + "?docFormat=ZPL2&printFormat=910-300-400", Shipping.request(shipment))
                .json()
                .at("/items/0");
        assertThat(item.at("/label/zpl2").asString()).startsWith("^XA");
        assertThat(item.at("/customsDoc/fileFormat").asString()).isEqualTo("PDF");
        assertThat(item.at("/customsDoc/printFormat").asString()).isEqualTo("A4");
        byte[] pdf =
                java.util.Base64.getDecoder().decode(item.at("/customsDoc/b64").asString());
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(594f, 596f);
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(document))
                    .contains("CN 23", "Black tea", "090230", "IND", "RE-17", "26DE12345");
        }
        JsonNode small = seller.post(
                        Shipping.ORDERS, Shipping.request(Shipping.abroad(account, "V66WPI", "reference-2")))
                .json()
                .at("/items/0");
        assertThat(small.has("customsDoc")).as("a CN22 is on the label").isFalse();
        try (var document = org.apache.pdfbox.Loader.loadPDF(
                java.util.Base64.getDecoder().decode(small.at("/label/b64").asString()))) {
            assertThat(new org.apache.pdfbox.text.PDFTextStripper().getText(document))
                    .contains("CN22", "Black tea");
        }
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
}
