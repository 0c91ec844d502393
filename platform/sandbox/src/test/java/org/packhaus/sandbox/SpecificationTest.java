package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the sandbox answers is what the neighbours' own documents promise. */
class SpecificationTest extends SandboxTest {

    private static Specification specification(String name, String prefix) {
        Optional<Specification> found = Specification.find(name, prefix);
        assumeTrue(
                found.isPresent(),
                "SKIPPED: no specification " + name + "; set PACKHAUS_SPECS to the folder that holds it");
        return found.orElseThrow();
    }

    @Test
    void ottosAnswersAreValid() {
        Specification spec = specification("otto/otto-market-fulfilment.derived.openapi.json", "");
        JsonNode orders = control.makeOrders("yunju-home", 80, 7);
        Caller seller = otto("yunju-home");
        seller.listen(spec);
        seller.get("/v4/orders?limit=50");
        seller.get("/v4/orders?limit=256&fulfillmentStatus=ANNOUNCED&fulfillmentStatus=PROCESSABLE&mode=AT_LEAST_ONE");
        seller.get("/v4/orders?limit=1000");
        seller.get("/v4/orders/nothing");
        JsonNode single = Caller.ofKind(orders, "SINGLE");
        JsonNode two = Caller.ofKind(orders, "TWO_PIECES");
        String id = two.path("salesOrderId").asString();
        seller.post("/v1/shipments", Reports.all(single, "A1"));
        seller.post("/v1/shipments", Reports.all(single, "A1"));
        seller.post("/v1/shipments", Reports.all(single, "A2"));
        seller.post("/v1/shipments", "{}");
        seller.post(
                "/v1/shipments",
                Reports.of("OTHER_FORWARDER", "", Reports.item(Caller.ofKind(orders, "FORWARDER"), 0, "", "")));
        seller.get("/v4/orders/" + single.path("orderNumber").asString());
        seller.get("/v1/shipments?datefrom=2026-01-01");
        seller.get("/v1/shipments/carriers/DHL/trackingnumbers/A1");
        seller.get("/v1/shipments/carriers/DHL/trackingnumbers/A9");
        seller.get("/v1/shipments/1");
        String item = Reports.item(Caller.ofKind(orders, "PREPAYMENT"), 0, "DHL", "R1");
        seller.post(
                "/v1/multiparcel-shipments",
                "[" + Reports.of("DHL", "M1", item) + "," + Reports.of("DHL", "M2", item) + "]");
        seller.post(
                "/v1/multiparcel-shipments",
                "[" + Reports.of("DHL", "M1", item) + "," + Reports.of("DHL", "M2", item) + "]");
        String more = "[" + Reports.item(two, 0, "DHL", "R2") + "]";
        seller.post("/v1/shipments/carriers/DHL/trackingnumbers/A1/positionitems", more);
        seller.post("/v1/shipments/carriers/DHL/trackingnumbers/A1/positionitems", more);
        seller.post("/v1/shipments/100000300001/positionitems", "[]");
        seller.post("/v4/orders/" + id + "/cancellation", "");
        seller.post(
                "/v4/orders/"
                        + Caller.ofKind(orders, "CANCELLED")
                                .path("salesOrderId")
                                .asString() + "/cancellation",
                "");
        seller.get("/v1/availability/quantities?limit=5");
        seller.get("/v1/availability/quantities/" + Caller.encode("YJ-FÖN-1800"));
        seller.get("/v1/availability/quantities/NOPE");
        seller.post("/v1/availability/quantities", "[{\"sku\":\"YJ-WOK-30\",\"quantity\":5}]");
        seller.post("/v1/availability/quantities", "[{\"sku\":\"NOPE\",\"quantity\":5}]");
        seller.post("/v1/availability/quantities", "[{\"sku\":\"YJ-WOK-30\",\"quantity\":-5}]");
        seller.get("/v1/availability/product-delivery-information?limit=5");
        seller.get("/v1/availability/product-delivery-information/YJ-WOK-30");
        seller.get("/v1/availability/product-delivery-information/NOPE");
        seller.post(
                "/v1/availability/product-delivery-information",
                "[{\"sku\":\"NOPE\",\"shippingProfileId\":\"x\",\"processingTime\":\"1\"}]");
        JsonNode profile = seller.get("/v1/shipping-profiles").json().at("/results/0");
        seller.get("/v1/shipping-profiles/" + profile.path("shippingProfileId").asString());
        seller.get("/v1/shipping-profiles/nothing");
        seller.post("/v1/shipping-profiles", profile.toString());
        seller.post("/v1/shipping-profiles", "{}");
        seller.call(
                "DELETE",
                "/v1/shipping-profiles/" + profile.path("shippingProfileId").asString(),
                "");
        seller.get("/v5/products?limit=5");
        seller.get("/v5/products/YJ-WOK-30");
        seller.get("/v5/products/marketplace-status");
        control.post("/sandbox/faults", "[{\"operation\":\"otto.*\",\"kind\":\"500\",\"rate\":1}]");
        seller.get("/v1/shipments?datefrom=2026-01-01");
        assertThat(spec.complaints()).isEmpty();
        assertThat(spec.seen()).isGreaterThan(40);
    }

    @Test
    void dhlsAnswersAreValid() {
        Specification spec = specification("dhl-parcel-de/parcel-de-shipping-v2-2.1.13.yaml", Caller.DHL);
        JsonNode account = control.seller("kiefer-tau");
        Caller seller = dhl("kiefer-tau");
        seller.listen(spec);
        seller.get(Caller.DHL + "/");
        ObjectNode good = Shipping.shipment(account, "reference-1");
        ObjectNode warned = Shipping.shipment(account, "reference-2");
        ((ObjectNode) warned.path("consignee")).put("city", "Hamburg");
        String number = seller.post(Shipping.ORDERS + "?printFormat=910-300-600", Shipping.request(good))
                .json()
                .at("/items/0/shipmentNo")
                .asString();
        seller.post(Shipping.ORDERS + "?docFormat=ZPL2&combine=false", Shipping.request(good, warned));
        seller.post(Shipping.ORDERS + "?includeDocs=URL&printFormat=910-300-400", Shipping.request(good));
        seller.post(Shipping.ORDERS + "?validate=true", Shipping.request(good, warned));
        seller.post(Shipping.ORDERS + "?mustEncode=true", Shipping.request(warned));
        for (String product : java.util.List.of("V53WPAK", "V54EPAK", "V66WPI")) {
            seller.post(Shipping.ORDERS, Shipping.request(Shipping.abroad(account, product, "reference-3")));
            seller.post(
                    Shipping.ORDERS + "?docFormat=ZPL2&includeDocs=URL",
                    Shipping.request(Shipping.abroad(account, product, "reference-4")));
        }
        ObjectNode silent = Shipping.abroad(account, "V53WPAK", "reference-5");
        silent.remove("customs");
        seller.post(Shipping.ORDERS, Shipping.request(silent));
        seller.get(Shipping.ORDERS + "?shipment=" + number);
        seller.get(Shipping.ORDERS + "?shipment=1");
        seller.call("DELETE", Shipping.ORDERS + "?profile=STANDARD_GRUPPENPROFIL&shipment=" + number, "");
        seller.call("DELETE", Shipping.ORDERS + "?profile=STANDARD_GRUPPENPROFIL&shipment=" + number, "");
        seller.post(Caller.DHL + "/manifests?all=true", "{\"profile\":\"STANDARD_GRUPPENPROFIL\"}");
        seller.get(Caller.DHL + "/manifests");
        seller.get(Caller.DHL + "/manifests?date=2020-01-01");
        Caller stranger = stranger();
        stranger.listen(spec);
        stranger.post(Shipping.ORDERS, Shipping.request(good));
        control.post("/sandbox/faults", "[{\"operation\":\"dhl.*\",\"kind\":\"429\",\"rate\":1}]");
        seller.get(Shipping.ORDERS + "?shipment=" + number);
        control.post("/sandbox/faults", "[{\"operation\":\"dhl.*\",\"kind\":\"500\",\"rate\":1}]");
        seller.get(Shipping.ORDERS + "?shipment=" + number);
        assertThat(spec.complaints()).isEmpty();
        assertThat(spec.seen()).isGreaterThan(10);
    }
}
