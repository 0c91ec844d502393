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
    void ottosAnswersAboutReturnsAndReceiptsAreValid() {
        Specification spec = specification("otto/otto-market-fulfilment.derived.openapi.json", "");
        JsonNode orders = control.makeOrders("yunju-home", 80, 7);
        Caller seller = otto("yunju-home");
        seller.listen(spec);
        JsonNode single = Caller.ofKind(orders, "SINGLE");
        JsonNode several = Caller.ofKind(orders, "SEVERAL_SKUS");
        seller.post(Reports.SHIPMENTS, Reports.all(single, "A1"));
        seller.post(Reports.SHIPMENTS, Reports.all(several, "A2"));
        seller.get("/v3/receipts?receiptTypes=PURCHASE");
        seller.get("/v3/receipts?receiptTypes=REFUND");
        String number = seller.get("/v3/receipts")
                .json()
                .at("/resources/0/receiptNumber")
                .asString();
        seller.get("/v3/receipts/" + number);
        seller.get("/v3/receipts/" + number + ".pdf");
        seller.get("/v3/receipts/R-DE-1");
        seller.post(Decisions.REDUCTIONS, Decisions.reduction(several, 0, "1.50"));
        seller.post(Decisions.REDUCTIONS, Decisions.reduction(several, 0, "99999"));
        seller.post(Decisions.REDUCTIONS, Decisions.reduction(Caller.ofKind(orders, "TWO_PIECES"), 0, "1.50"));
        control.post("/sandbox/advance?minutes=2", "");
        seller.get(Decisions.REDUCTIONS);
        seller.get(Decisions.REDUCTIONS + "?positionItemId=" + Decisions.piece(several, 0));
        seller.get(Decisions.REDUCTIONS + "?positionItemId=" + Decisions.piece(several, 1));
        control.post("/sandbox/returns?order=" + single.path("orderNumber").asString(), "");
        control.post(
                "/sandbox/returns?way=misdirected&order="
                        + several.path("orderNumber").asString(),
                "");
        for (String status : new String[] {"ANNOUNCED", "MISDIRECTED", "ACCEPTED", "REJECTED"}) {
            seller.get("/v3/returns?limit=50&page=1&status=" + status);
        }
        JsonNode boxes = seller.get("/v1/return-shipments?datefrom=2026-01-01T00:00:00Z&limit=1")
                .json();
        seller.get(boxes.at("/links/0/href").asString());
        seller.get("/v1/return-shipments/"
                + boxes.at("/resources/0/returnShipmentId").asString());
        seller.get("/v1/return-shipments/nothing");
        seller.get("/v1/return-shipments/carriers/DHL/trackingnumbers/6070A1");
        seller.get("/v1/return-shipments/carriers/DHL/trackingnumbers/0");
        seller.post(Decisions.ACCEPT, Decisions.all(single, "A", "RETURN_RECEIVED"));
        seller.post(Decisions.ACCEPT, Decisions.all(single, "A", "RETURN_RECEIVED"));
        seller.post(Decisions.REJECT, Decisions.all(several, "E", "WRONG_ITEM"));
        seller.post(Decisions.REJECT, Decisions.all(single, "E", "WRONG_ITEM"));
        seller.post(Decisions.ACCEPT, "{\"positionItems\":[]}");
        seller.post(Decisions.REJECT, "{\"positionItems\":[]}");
        seller.get("/v3/returns?limit=50");
        seller.get("/v3/returns?limit=51");
        seller.get("/v3/receipts?receiptTypes=REFUND&receiptTypes=PARTIAL_REFUND&limit=1");
        seller.get("/v4/orders/" + single.path("orderNumber").asString());
        String addresses = "/v2/returns-warehouse/addresses";
        String address = addresses + "/"
                + seller.get(addresses + "?limit=50&page=1")
                        .json()
                        .at("/0/returnAddressId")
                        .asString();
        seller.get(address);
        String carrier = seller.get(address + "/carriers")
                .json()
                .at("/0/returnAddressCarrierId")
                .asString();
        seller.get(address + "/carriers/" + carrier);
        seller.get(address + "/carriers/nothing");
        control.post("/sandbox/faults", "[{\"operation\":\"otto.priceReductions.*\",\"kind\":\"424\",\"rate\":1}]");
        seller.post(Decisions.REDUCTIONS, Decisions.reduction(several, 0, "1.50"));
        control.post("/sandbox/faults", "[{\"operation\":\"otto.*\",\"kind\":\"500\",\"rate\":1}]");
        seller.post(Decisions.ACCEPT, Decisions.all(single, "A", "RETURN_RECEIVED"));
        seller.post(Decisions.REDUCTIONS, Decisions.reduction(several, 0, "1.50"));
        seller.get("/v1/return-shipments?datefrom=2026-01-01T00:00:00Z");
        assertThat(spec.complaints()).isEmpty();
        assertThat(spec.seen()).isGreaterThan(35);
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
