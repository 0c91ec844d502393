package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OttoShipmentsTest extends SandboxTest {

    private static final String BY_KEY = "/v1/shipments/carriers/DHL/trackingnumbers/";

    private JsonNode orders = Answer.parse("[]");
    private Caller seller = stranger();

    @BeforeEach
    void orders() {
        orders = control.makeOrders("kiefer-tau", 80, 3);
        seller = otto("kiefer-tau");
    }

    private void refused(Answer answer, int status, String title, String jsonPath) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        JsonNode error = answer.json().at("/errors/0");
        assertThat(error.path("title").asString()).isEqualTo(title);
        assertThat(error.path("path").asString()).as("without version").startsWith("/shipments");
        assertThat(error.path("jsonPath").asString("")).isEqualTo(jsonPath);
    }

    @Test
    void aReportMakesItemsSentAndShowsOnTheOrder() {
        JsonNode order = Caller.ofKind(orders, "TWO_PIECES");
        Answer answer = seller.post(Reports.SHIPMENTS, Reports.all(order, "A1"));
        assertThat(answer.status()).isEqualTo(201);
        String id = answer.json().path("shipmentId").asString();
        JsonNode read =
                seller.get("/v4/orders/" + order.path("orderNumber").asString()).json();
        for (JsonNode item : read.path("positionItems")) {
            assertThat(item.path("fulfillmentStatus").asString()).isEqualTo("SENT");
            assertThat(item.at("/trackingInfo/trackingNumber").asString()).isEqualTo("A1");
            assertThat(item.at("/trackingInfo/carrier").asString()).isEqualTo("DHL");
            assertThat(item.path("sentDate").asString()).endsWith("+0000");
        }
        JsonNode found = seller.get(BY_KEY + "A1").json();
        assertThat(found.path("shipmentId").asString()).isEqualTo(id);
        assertThat(found.at("/states/0/state").asString()).isEqualTo("SENT");
        assertThat(found.path("positionItems")).hasSize(2);
        assertThat(found).isEqualTo(seller.get(Reports.SHIPMENTS + "/" + id).json());
        JsonNode confirmations =
                control.get("/sandbox/confirmations?seller=kiefer-tau").json();
        assertThat(confirmations).hasSize(2);
        assertThat(confirmations.at("/0/returnTracking/trackingNumber").asString())
                .isEqualTo("6070A1");
    }

    /** The schema lets each piece name its order; whether OTTO takes that in earnest is UNCONFIRMED. */
    @Test
    void oneShipmentMayHoldPiecesOfSeveralOrders() {
        JsonNode both = control.post("/sandbox/orders?seller=kiefer-tau&count=2&seed=4&buyer=one", "")
                .json();
        JsonNode one = both.get(0);
        JsonNode other = both.get(1);
        String pieces = Reports.item(one, 0, "DHL", "6070B1") + "," + Reports.item(other, 0, "DHL", "6070B1") + ","
                + Reports.item(other, 1, "DHL", "6070B1");
        assertThat(seller.post(Reports.SHIPMENTS, Reports.of("DHL", "B1", pieces))
                        .status())
                .isEqualTo(201);
        for (JsonNode order : both) {
            JsonNode read = seller.get("/v4/orders/" + order.path("orderNumber").asString())
                    .json();
            assertThat(read.path("positionItems")).allSatisfy(item -> {
                assertThat(item.path("fulfillmentStatus").asString()).isEqualTo("SENT");
                assertThat(item.at("/trackingInfo/trackingNumber").asString()).isEqualTo("B1");
            });
        }
        assertThat(seller.get(BY_KEY + "B1").json().path("positionItems")).hasSize(3);
    }

    /** So a parcel of two orders cannot be told order by order. */
    @Test
    void aSecondReportUnderTheNumberIsRefusedForAnotherOrderToo() {
        JsonNode both = control.post("/sandbox/orders?seller=kiefer-tau&count=2&seed=4&buyer=one", "")
                .json();
        assertThat(seller.post(Reports.SHIPMENTS, Reports.all(both.get(0), "B2"))
                        .status())
                .isEqualTo(201);
        refused(seller.post(Reports.SHIPMENTS, Reports.all(both.get(1), "B2")), 409, "DUPLICATE_TRACKING_KEY", "");
    }

    @Test
    void ordersOfOneBuyerGoToOneAddress() {
        Set<JsonNode> addresses = new HashSet<>();
        for (JsonNode order : control.post("/sandbox/orders?seller=kiefer-tau&count=3&seed=4&buyer=one", "")
                .json()) {
            addresses.add(seller.get("/v4/orders/" + order.path("orderNumber").asString())
                    .json()
                    .path("deliveryAddress"));
        }
        assertThat(addresses).hasSize(1);
    }

    @Test
    void ordersOfHastyBuyersHaveNoHouseNumber() {
        JsonNode made = control.post("/sandbox/orders?seller=kiefer-tau&count=3&seed=4&buyer=hasty", "")
                .json();
        assertThat(made).hasSize(3).allSatisfy(order -> {
            JsonNode address = seller.get(
                            "/v4/orders/" + order.path("orderNumber").asString())
                    .json()
                    .path("deliveryAddress");
            assertThat(address.path("street").asString()).isNotEmpty();
            assertThat(address.path("houseNumber").asString()).isEmpty();
        });
    }

    @Test
    void aTrackingKeyIsUsedOnce() {
        seller.post(Reports.SHIPMENTS, Reports.all(Caller.ofKind(orders, "SINGLE"), "A1"));
        refused(
                seller.post(Reports.SHIPMENTS, Reports.all(Caller.ofKind(orders, "SEVERAL_SKUS"), "A1")),
                409,
                "DUPLICATE_TRACKING_KEY",
                "");
    }

    @Test
    void anItemIsSentOnce() {
        JsonNode order = Caller.ofKind(orders, "SINGLE");
        seller.post(Reports.SHIPMENTS, Reports.all(order, "A1"));
        refused(
                seller.post(Reports.SHIPMENTS, Reports.all(order, "A2")),
                409,
                "POSITION_ITEM_INCLUDED_IN_OTHER_SHIPMENT",
                "");
    }

    @Test
    void parcelItemsNeedAReturnNumberOfTheCarrierThatIsSet() {
        JsonNode order = Caller.ofKind(orders, "SINGLE");
        String at = "positionItems[0].returnTrackingKey";
        refused(
                seller.post(Reports.SHIPMENTS, Reports.of("DHL", "A1", Reports.item(order, 0, "", ""))),
                400,
                "PROPERTY_IS_MANDATORY",
                at);
        refused(
                seller.post(Reports.SHIPMENTS, Reports.of("DHL", "A1", Reports.item(order, 0, "DHL", ""))),
                400,
                "PROPERTY_IS_MANDATORY",
                at + ".trackingNumber");
        refused(
                seller.post(Reports.SHIPMENTS, Reports.of("DHL", "A1", Reports.item(order, 0, "GLS", "R1"))),
                400,
                "INVALID_PROPERTY",
                at + ".carrier");
        refused(
                seller.post(Reports.SHIPMENTS, Reports.of("DHL", "A1", Reports.item(order, 0, "UPS", "R1"))),
                400,
                "INVALID_PROPERTY",
                at + ".carrier");
        assertThat(control.get("/sandbox/confirmations").json()).isEmpty();
    }

    @Test
    void forwarderGoodsNeedNeitherNumber() {
        JsonNode order = Caller.ofKind(orders, "FORWARDER");
        String body = Reports.of("OTHER_FORWARDER", "", Reports.item(order, 0, "", ""));
        assertThat(seller.post(Reports.SHIPMENTS, body).status()).isEqualTo(201);
    }

    @Test
    void carriersAreTheListedOnes() {
        JsonNode order = Caller.ofKind(orders, "SINGLE");
        refused(
                seller.post(Reports.SHIPMENTS, Reports.of("PIGEON", "A1", Reports.item(order, 0, "DHL", "R1"))),
                400,
                "INVALID_PROPERTY",
                "trackingKey.carrier");
        refused(
                seller.post(Reports.SHIPMENTS, Reports.of("DACHSER", "A1", Reports.item(order, 0, "DHL", "R1"))),
                400,
                "INVALID_PROPERTY",
                "trackingKey.carrier");
    }

    @Test
    void anothersItemsLookLikeUnknownOnes() {
        JsonNode foreign = Caller.ofKind(control.makeOrders("wolkensprung", 40, 3), "SINGLE");
        refused(
                seller.post(Reports.SHIPMENTS, Reports.all(foreign, "A1")),
                400,
                "INSUFFICIENT_PERMISSION",
                "positionItems[0].positionItemId");
        assertThat(seller.post(Reports.SHIPMENTS, "{}").json().path("errors")).hasSizeGreaterThan(3);
        assertThat(seller.post(Reports.SHIPMENTS, "{").status()).isEqualTo(400);
    }

    @Test
    void announcedAndCancelledItemsAreRefused() {
        for (String kind : new String[] {"ANNOUNCED", "CANCELLED"}) {
            refused(
                    seller.post(Reports.SHIPMENTS, Reports.all(Caller.ofKind(orders, kind), "A-" + kind)),
                    400,
                    "INSUFFICIENT_PERMISSION",
                    "positionItems[0].positionItemId");
        }
        JsonNode order = Caller.ofKind(orders, "SINGLE");
        control.post("/sandbox/cancel?order=" + order.path("orderNumber").asString(), "");
        refused(
                seller.post(Reports.SHIPMENTS, Reports.all(order, "A3")),
                400,
                "INSUFFICIENT_PERMISSION",
                "positionItems[0].positionItemId");
    }

    @Test
    void missingItemsAreAddedByIdAndByKey() {
        JsonNode order = Caller.ofKind(orders, "SEVERAL_SKUS");
        String id = seller.post(Reports.SHIPMENTS, Reports.of("DHL", "A1", Reports.item(order, 0, "DHL", "R1")))
                .json()
                .path("shipmentId")
                .asString();
        String second = "[" + Reports.item(order, 1, "DHL", "R2") + "]";
        assertThat(seller.post(Reports.SHIPMENTS + "/" + id + "/positionitems", second)
                        .status())
                .isEqualTo(200);
        refused(seller.post(BY_KEY + "A1/positionitems", second), 409, "POSITION_ITEM_INCLUDED_IN_OTHER_SHIPMENT", "");
        String other = "[" + Reports.item(Caller.ofKind(orders, "SINGLE"), 0, "DHL", "R3") + "]";
        assertThat(seller.post(BY_KEY + "A1/positionitems", other).status()).isEqualTo(200);
        assertThat(seller.get(BY_KEY + "A1").json().path("positionItems")).hasSize(3);
        refused(seller.post(BY_KEY + "A9/positionitems", other), 404, "RESOURCE_NOT_FOUND", "");
    }

    @Test
    void oneItemInTwoParcelsIsAMultiparcel() {
        JsonNode order = Caller.ofKind(orders, "SINGLE");
        String item = Reports.item(order, 0, "DHL", "R1");
        String body = "[" + Reports.of("DHL", "M1", item) + "," + Reports.of("DHL", "M2", item) + "]";
        Answer answer = seller.post("/v1/multiparcel-shipments", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("multiParcelShipmentId").asString()).isNotEmpty();
        assertThat(seller.get(BY_KEY + "M2").status()).isEqualTo(200);
        Answer one = seller.post("/v1/multiparcel-shipments", "[" + Reports.of("DHL", "M3", item) + "]");
        assertThat(one.status()).isEqualTo(400);
        Answer again = seller.post("/v1/multiparcel-shipments", body);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().at("/errors/0/jsonPath").asString()).isEqualTo("shipments[0].trackingKey");
    }

    @Test
    void readingAnothersShipmentIsForbiddenAndAnUnknownOneNotFound() {
        seller.post(Reports.SHIPMENTS, Reports.all(Caller.ofKind(orders, "SINGLE"), "A1"));
        refused(otto("wolkensprung").get(BY_KEY + "A1"), 403, "INSUFFICIENT_PERMISSION", "");
        refused(seller.get(BY_KEY + "A2"), 404, "RESOURCE_NOT_FOUND", "");
        refused(seller.get(Reports.SHIPMENTS + "/123"), 404, "RESOURCE_NOT_FOUND", "");
        assertThat(stranger().get(BY_KEY + "A1").json().path("message").asString())
                .isEqualTo("Unauthorized");
    }

    @Test
    void theListIsPagedAndNeedsADate() {
        int shipped = 0;
        for (JsonNode order : orders) {
            if (order.path("kind").asString().equals("SINGLE")) {
                seller.post(Reports.SHIPMENTS, Reports.all(order, "L" + shipped++));
            }
        }
        refused(seller.get(Reports.SHIPMENTS), 400, "PROPERTY_IS_MANDATORY", "datefrom");
        JsonNode page =
                seller.get(Reports.SHIPMENTS + "?datefrom=2026-01-01&limit=10").json();
        assertThat(page.path("resources")).hasSize(10);
        JsonNode rest = seller.get(page.at("/links/0/href").asString()).json();
        assertThat(rest.path("resources")).hasSize(shipped - 10);
        assertThat(rest.has("links")).isFalse();
    }
}
