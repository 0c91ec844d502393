package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OttoReturnsTest extends SandboxTest {

    private JsonNode orders = Answer.parse("[]");
    private JsonNode single = orders;
    private JsonNode two = orders;
    private Caller seller = stranger();

    @BeforeEach
    void twoOrdersLeft() {
        orders = control.makeOrders("kiefer-tau", 80, 3);
        single = Caller.ofKind(orders, "SINGLE");
        two = Caller.ofKind(orders, "TWO_PIECES");
        seller = otto("kiefer-tau");
        seller.post(Reports.SHIPMENTS, Reports.all(single, "S1"));
        seller.post(Reports.SHIPMENTS, Reports.all(two, "T1"));
    }

    private Answer comesBack(JsonNode order, String wish) {
        return control.post(
                "/sandbox/returns?order=" + order.path("orderNumber").asString() + wish, "");
    }

    private void wait(String time) {
        control.post("/sandbox/advance?" + time, "");
        seller = otto("kiefer-tau");
    }

    private JsonNode listed(String status) {
        return seller.get("/v3/returns?status=" + status).json().path("positionItems");
    }

    private JsonNode item(JsonNode order) {
        return seller.get("/v4/orders/" + order.path("orderNumber").asString())
                .json()
                .at("/positionItems/0");
    }

    private JsonNode truth(JsonNode order) {
        for (JsonNode piece : control.get("/sandbox/returns").json()) {
            if (piece.path("positionItemId").asString().equals(Decisions.piece(order, 0))) {
                return piece;
            }
        }
        throw new AssertionError("Nothing of " + order.path("orderNumber") + " comes back");
    }

    @Test
    void aReturnIsAnnouncedUnderTheNumberOfTheShipmentReport() {
        assertThat(comesBack(two, "&state=ANNOUNCED").status()).isEqualTo(201);
        assertThat(listed("announced")).hasSize(2).allSatisfy(piece -> {
            assertThat(piece.path("status").asString()).isEqualTo("ANNOUNCED");
            assertThat(piece.at("/details/returnTrackingKey/carrier").asString())
                    .isEqualTo("DHL");
            assertThat(piece.at("/details/returnTrackingKey/trackingNumbers/0").asString())
                    .isEqualTo("6070T1");
            assertThat(piece.path("salesOrderId")).isEqualTo(two.path("salesOrderId"));
        });
        assertThat(item(two).path("fulfillmentStatus").asString()).isEqualTo("SENT");
    }

    @Test
    void acceptingIsFinalAndMakesThePieceReturned() {
        comesBack(single, "");
        String body = Decisions.all(single, "B", "RETURN_RECEIVED");
        assertThat(seller.post(Decisions.ACCEPT, body).status()).isEqualTo(200);
        assertThat(item(single).path("fulfillmentStatus").asString()).isEqualTo("RETURNED");
        assertThat(item(single).path("returnedDate").asString()).endsWith("+0000");
        assertThat(item(single).path("returnAcceptedByMarketplace").asBoolean(true))
                .isFalse();
        assertThat(listed("ACCEPTED").at("/0/details"))
                .isEqualTo(Answer.parse("{\"condition\":\"B\",\"reason\":\"RETURN_RECEIVED\"}"));
        for (String path : List.of(Decisions.ACCEPT, Decisions.REJECT)) {
            String again = path.equals(Decisions.ACCEPT) ? body : Decisions.all(single, "C", "WRONG_ITEM");
            Answer refused = seller.post(path, again);
            assertThat(refused.status()).isEqualTo(207);
            assertThat(refused.json().at("/errors/0/detail").asString())
                    .isEqualTo("Error: Product Is Already Accepted By The Partner for positionItemId: "
                            + Decisions.piece(single, 0));
            assertThat(refused.json().path("results")).isEmpty();
        }
    }

    @Test
    void whatWasRefusedCanStillBeAccepted() {
        comesBack(single, "");
        assertThat(seller.post(Decisions.REJECT, Decisions.all(single, "D", "ITEM_DAMAGED"))
                        .status())
                .isEqualTo(200);
        assertThat(item(single).path("fulfillmentStatus").asString()).isEqualTo("SENT");
        assertThat(listed("rejected").at("/0/details/reason").asString()).isEqualTo("ITEM_DAMAGED");
        assertThat(seller.post(Decisions.ACCEPT, Decisions.all(single, "D", "COMPLAINT"))
                        .status())
                .isEqualTo(200);
        assertThat(listed("rejected")).isEmpty();
    }

    @Test
    void eachPieceIsAnsweredForItself() {
        JsonNode unsent = Caller.ofKind(orders, "SEVERAL_SKUS");
        Answer answer = seller.post(
                Decisions.ACCEPT,
                Decisions.of(
                        Decisions.item(single, 0, "A", "SHIPMENT_LOST"),
                        Decisions.item(unsent, 0, "A", "RETURN_RECEIVED"),
                        Decisions.item(two, 0, "A", "RETURN_RECEIVED")
                                .replace(
                                        two.path("salesOrderId").asString(),
                                        single.path("salesOrderId").asString())));
        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().at("/results/0/positionItemId").asString()).isEqualTo(Decisions.piece(single, 0));
        JsonNode errors = answer.json().path("errors");
        assertThat(errors).hasSize(2);
        String id = Decisions.piece(unsent, 0);
        assertThat(errors.get(0))
                .isEqualTo(
                        Answer.parse("{\"path\":\"/v3/returns/acceptance\",\"title\":\"Error while processing request: "
                                + id + "\",\"detail\":\"Error: Product Not Sent By The Partner for positionItemId: "
                                + id
                                + "\",\"logref\":\"" + id + "\"}"));
        assertThat(errors.at("/1/detail").asString())
                .isEqualTo("Error: Product Does Not Belong To Sales Order Id for positionItemId: "
                        + Decisions.piece(two, 0));
        assertThat(item(single).path("fulfillmentStatus").asString())
                .as("a parcel lost on its way out was never announced")
                .isEqualTo("RETURNED");
    }

    @Test
    void aBodyThatIsWrongDecidesNothing() {
        comesBack(two, "");
        String fine = Decisions.item(two, 0, "A", "RETURN_RECEIVED");
        assertThat(seller.post(Decisions.ACCEPT, Decisions.of(fine, Decisions.item(two, 1, "F", "RETURN_RECEIVED")))
                        .status())
                .isEqualTo(422);
        assertThat(seller.post(Decisions.ACCEPT, Decisions.of(fine, Decisions.item(two, 1, "A", "OVERDUE_CREDIT")))
                        .status())
                .as("a reason of OTTO's own")
                .isEqualTo(422);
        assertThat(seller.post(Decisions.REJECT, Decisions.of(Decisions.item(two, 1, "A", "RETURN_RECEIVED")))
                        .status())
                .isEqualTo(422);
        assertThat(seller.post(Decisions.ACCEPT, "{").status()).isEqualTo(422);
        assertThat(seller.post(Decisions.REJECT, "{").status()).isEqualTo(400);
        String many = String.join(",", Collections.nCopies(201, fine));
        assertThat(seller.post(Decisions.ACCEPT, Decisions.of(many)).status()).isEqualTo(413);
        assertThat(listed("ANNOUNCED")).hasSize(2);
        assertThat(truth(two).path("decisions")).isEmpty();
    }

    @Test
    void theNewestChangeComesFirstAndPagesCountFromOne() {
        comesBack(two, "");
        wait("minutes=1");
        comesBack(single, "");
        wait("minutes=1");
        seller.post(Decisions.REJECT, Decisions.of(Decisions.item(two, 1, "E", "WRONG_ITEM")));
        List<String> ids = new ArrayList<>();
        String path = "/v3/returns?limit=1";
        while (!path.isEmpty()) {
            JsonNode page = seller.get(path).json();
            ids.add(page.at("/positionItems/0/positionItemId").asString());
            path = page.at("/links/0/href").asString("");
        }
        assertThat(ids).containsExactly(Decisions.piece(two, 1), Decisions.piece(single, 0), Decisions.piece(two, 0));
        assertThat(seller.get("/v3/returns?limit=1&page=0").status()).isEqualTo(400);
        assertThat(seller.get("/v3/returns?limit=51").status()).isEqualTo(400);
        assertThat(seller.get("/v3/returns?status=LOST").status()).isEqualTo(400);
        assertThat(otto("wolkensprung").get("/v3/returns").json().path("positionItems"))
                .isEmpty();
    }

    @Test
    void eachInterfaceWantsItsScope() {
        Caller other = stranger().asOtto("kiefer-tau", "orders");
        for (String path : List.of(
                "/v3/returns",
                "/v1/return-shipments?datefrom=2026-01-01T00:00:00Z",
                "/v3/receipts",
                Decisions.REDUCTIONS)) {
            assertThat(other.get(path).status()).as(path).isEqualTo(403);
            assertThat(stranger().get(path).status()).as(path).isEqualTo(401);
        }
        assertThat(other.post(Decisions.ACCEPT, Decisions.all(single, "A", "RETURN_RECEIVED"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aReturnParcelTravelsWithTheTime() {
        comesBack(two, "&state=ANNOUNCED");
        JsonNode list =
                seller.get("/v1/return-shipments?datefrom=2026-01-01T00:00:00Z").json();
        JsonNode box = list.at("/resources/0");
        assertThat(box.at("/trackingKey/trackingNumber").asString()).isEqualTo("6070T1");
        assertThat(box.at("/returnPositionItems/1/salesOrderPositionItemId").asString())
                .as("called so here and nowhere else")
                .isEqualTo(Decisions.piece(two, 1));
        assertThat(box.path("states")).hasSize(1);
        wait("hours=27");
        String since = control.post("/sandbox/advance?minutes=0", "")
                .json()
                .path("now")
                .asString();
        assertThat(seller.get("/v1/return-shipments/"
                                + box.path("returnShipmentId").asString())
                        .json()
                        .at("/states/1/state")
                        .asString())
                .isEqualTo("ON_THE_WAY");
        assertThat(seller.get("/v1/return-shipments?datefrom=" + since).json().path("resources"))
                .as("nothing moved since")
                .isEmpty();
        wait("hours=48");
        assertThat(seller.get("/v1/return-shipments?datefrom=" + since)
                        .json()
                        .at("/resources/0/states/2/state")
                        .asString())
                .isEqualTo("DELIVERED");
        String byNumber = "/v1/return-shipments/carriers/DHL/trackingnumbers/6070T1";
        assertThat(seller.get(byNumber).json().path("returnShipmentId")).isEqualTo(box.path("returnShipmentId"));
        assertThat(otto("wolkensprung").get(byNumber).status()).isEqualTo(403);
        wait("hours=1000");
        assertThat(seller.get(byNumber).status()).as("after 42 days").isEqualTo(404);
        assertThat(seller.get("/v1/return-shipments").status()).isEqualTo(400);
    }

    @Test
    void ottoTakesBackWhatNobodyDecidedAbout() {
        comesBack(single, "");
        wait("hours=335");
        assertThat(listed("ANNOUNCED")).hasSize(1);
        wait("hours=2");
        assertThat(listed("ACCEPTED").at("/0/details/reason").asString()).isEqualTo("OVERDUE_CREDIT");
        assertThat(item(single).path("returnAcceptedByMarketplace").asBoolean()).isTrue();
        assertThat(truth(single).path("decisions"))
                .as("the seller decided nothing")
                .isEmpty();
        assertThat(seller.get("/v3/receipts?receiptTypes=REFUND").json().path("resources"))
                .hasSize(1);
    }

    @Test
    void whatArrivedDaysAgoIsHeardOfNowAndHasLessTimeLeft() {
        String before = now();
        comesBack(single, "&daysAgo=13");
        comesBack(two, "&daysAgo=15");

        assertThat(truth(single).path("status").asString()).isEqualTo("ANNOUNCED");
        assertThat(truth(single).at("/parcel/arrivedAt").asString()).isLessThan(before);
        assertThat(truth(two).path("reason").asString()).isEqualTo("OVERDUE_CREDIT");
        assertThat(seller.get("/v1/return-shipments?datefrom=" + before).json().path("resources"))
                .as("news for whoever asked a moment ago")
                .hasSize(2);
    }

    private String now() {
        return control.post("/sandbox/advance?hours=0", "").json().path("now").asString();
    }

    @Test
    void theDeadlineIsAnOptionAndARefusalIsADecision() {
        control.post("/sandbox/returns/deadline?days=3", "");
        comesBack(single, "");
        comesBack(two, "");
        seller.post(Decisions.REJECT, Decisions.all(two, "E", "ITEM_NOT_IN_THE_PARCEL"));
        wait("hours=73");
        assertThat(listed("ACCEPTED")).hasSize(1);
        assertThat(listed("REJECTED")).hasSize(2);
    }

    @Test
    void aParcelGoesAstrayOrIsNeverSeenAgain() {
        comesBack(single, "&way=misdirected");
        comesBack(two, "&way=lost&state=ANNOUNCED");
        JsonNode astray = listed("MISDIRECTED").get(0);
        assertThat(astray.at("/details/orderNumber")).isEqualTo(single.path("orderNumber"));
        assertThat(astray.at("/details/ottoWarehouseID").asString()).isNotEmpty();
        wait("hours=337");
        assertThat(listed("ACCEPTED").at("/0/details/reason").asString()).isEqualTo("LACK_OF_COOPERATION");
        assertThat(listed("ANNOUNCED")).as("lost, not overdue").hasSize(2);
        wait("hours=500");
        assertThat(listed("ANNOUNCED")).isEmpty();
        assertThat(listed("ACCEPTED").at("/0/details/reason").asString()).isEqualTo("CUSTOMER_CLARIFICATION");
    }

    @Test
    void aParcelIsMovedOnNoFurtherThanItEverGets() {
        comesBack(single, "&way=never_dropped");
        comesBack(two, "&way=lost");
        assertThat(truth(single).at("/parcel/state").asString()).isEqualTo("ANNOUNCED");
        assertThat(truth(two).at("/parcel/state").asString()).isEqualTo("ON_THE_WAY");
        control.post("/sandbox/reset", "");
        twoOrdersLeft();
        comesBack(single, "&state=ANNOUNCED");
        comesBack(single, "&state=ON_THE_WAY");
        assertThat(truth(single).at("/parcel/state").asString()).isEqualTo("ON_THE_WAY");
        comesBack(single, "&state=DELIVERED");
        assertThat(truth(single).at("/parcel/state").asString()).isEqualTo("DELIVERED");
    }

    @Test
    void ottoMayPayBeforeTheSellerHasSeenAnything() {
        comesBack(single, "&fastRefund=true&state=ON_THE_WAY");
        wait("hours=25");
        assertThat(listed("ACCEPTED").at("/0/details/reason").asString()).isEqualTo("FAST_REFUND");
    }

    @Test
    void theTruthSaysWhatIsInTheBoxAndHowOftenItWasDecided() {
        comesBack(single, "&contents=wrong_item");
        JsonNode before = truth(single);
        assertThat(before.path("contents").asString()).isEqualTo("WRONG_ITEM");
        assertThat(before.path("bench"))
                .isEqualTo(Answer.parse("{\"verdict\":\"REJECT\",\"condition\":\"E\",\"reason\":\"WRONG_ITEM\"}"));
        assertThat(before.at("/parcel/state").asString()).isEqualTo("DELIVERED");
        seller.post(Decisions.ACCEPT, Decisions.all(single, "E", "COMPLAINT"));
        seller.post(Decisions.ACCEPT, Decisions.all(single, "E", "COMPLAINT"));
        JsonNode decisions = truth(single).path("decisions");
        assertThat(decisions).hasSize(2);
        assertThat(decisions.at("/0/error").isNull()).isTrue();
        assertThat(decisions.at("/1/error").asString()).contains("Already Accepted");
        assertThat(truth(single).path("status").asString()).isEqualTo("ACCEPTED");
    }

    @Test
    void onlyWhatWasSentCanBeSentBackAndOnlyOnce() {
        assertThat(comesBack(Caller.ofKind(orders, "SEVERAL_SKUS"), "").status())
                .isEqualTo(409);
        assertThat(comesBack(two, "&piece=" + Decisions.piece(two, 1))
                        .json()
                        .path("pieces")
                        .asInt())
                .isEqualTo(1);
        seller.post(Decisions.ACCEPT, Decisions.of(Decisions.item(two, 1, "A", "RETURN_RECEIVED")));
        assertThat(comesBack(two, "&piece=" + Decisions.piece(two, 1)).status()).isEqualTo(409);
        assertThat(comesBack(two, "&contents=gold").status()).isEqualTo(400);
        assertThat(control.post("/sandbox/returns?order=nothing", "").status()).isEqualTo(404);
    }

    @Test
    void aLostAnswerToADecisionHasItsEffectAndADuplicateIsRefusedOnce() {
        comesBack(single, "");
        comesBack(two, "");
        control.post("/sandbox/faults", "[{\"operation\":\"otto.returns.accept\",\"kind\":\"500after\",\"rate\":1}]");
        assertThat(seller.post(Decisions.ACCEPT, Decisions.all(single, "A", "RETURN_RECEIVED"))
                        .status())
                .isEqualTo(500);
        control.post("/sandbox/faults", "[{\"operation\":\"otto.returns.accept\",\"kind\":\"duplicate\",\"rate\":1}]");
        assertThat(seller.post(Decisions.ACCEPT, Decisions.all(two, "A", "RETURN_RECEIVED"))
                        .status())
                .isEqualTo(207);
        control.post("/sandbox/faults/none", "");
        assertThat(listed("ACCEPTED")).hasSize(3);
        assertThat(seller.get("/v3/receipts?receiptTypes=REFUND").json().path("resources"))
                .as("nobody is paid twice")
                .hasSize(3);
    }
}
