package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OttoOrdersTest extends SandboxTest {

    private static List<String> numbers(JsonNode list) {
        List<String> numbers = new ArrayList<>();
        list.path("resources").forEach(o -> numbers.add(o.path("orderNumber").asString()));
        return numbers;
    }

    private static JsonNode next(JsonNode page) {
        return page.at("/links/0/href");
    }

    @Test
    void pagesHoldEveryOrderOnceAlthoughManyShareTheirDate() {
        control.makeOrders("kiefer-tau", 300, 1);
        Caller seller = otto("kiefer-tau");
        Set<String> seen = new HashSet<>();
        int all = 0;
        int pages = 0;
        String path = "/v4/orders?limit=70&orderColumnType=LAST_MODIFIED_DATE";
        while (!path.isEmpty()) {
            JsonNode page = seller.get(path).json();
            all += numbers(page).size();
            seen.addAll(numbers(page));
            pages++;
            path = next(page).asString("");
        }
        assertThat(seen).hasSize(300);
        assertThat(all).isEqualTo(300);
        assertThat(pages).isEqualTo(5);
    }

    @Test
    void limitIs128ByDefaultAndAtMost256() {
        control.makeOrders("kiefer-tau", 130, 1);
        Caller seller = otto("kiefer-tau");
        assertThat(numbers(seller.get("/v4/orders").json())).hasSize(128);
        assertThat(seller.get("/v4/orders?limit=256").status()).isEqualTo(200);
        assertThat(seller.get("/v4/orders?limit=257").status()).isEqualTo(400);
    }

    @Test
    void aCursorCarriesTheFiltersSoOnlyLimitStillCounts() {
        control.makeOrders("kiefer-tau", 40, 1);
        Caller seller = otto("kiefer-tau");
        String href = next(seller.get("/v4/orders?limit=1&fulfillmentStatus=ANNOUNCED")
                        .json())
                .asString();
        assertThat(href).startsWith("/v4/orders?nextcursor=").endsWith("&limit=1");
        JsonNode page = seller.get(href.replace("&limit=1", "&limit=50&fulfillmentStatus=SENT"))
                .json();
        assertThat(numbers(page)).hasSize(1);
        assertThat(page.at("/resources/0/positionItems/0/fulfillmentStatus").asString())
                .isEqualTo("ANNOUNCED");
        assertThat(page.has("links")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=x",
                "fulfillmentStatus=LOST",
                "mode=ALL",
                "fromDate=yesterday",
                "orderColumnType=NAME",
                "orderDirection=UP",
                "nextcursor=nonsense",
                "limit=0"
            })
    void aQueryThatCannotBeParsedIsABadRequest(String query) {
        Answer answer = otto("kiefer-tau").get("/v4/orders?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/title").asString()).isEqualTo("Bad Request");
        assertThat(answer.json().at("/errors/0/path").asString()).isEqualTo("/v4/orders");
    }

    @Test
    void repeatedStatesAndBothModes() {
        JsonNode orders = control.makeOrders("kiefer-tau", 40, 1);
        Caller seller = otto("kiefer-tau");
        String partly =
                Caller.ofKind(orders, "PARTLY_CANCELLED").path("orderNumber").asString();
        String cancelled =
                Caller.ofKind(orders, "CANCELLED").path("orderNumber").asString();
        assertThat(numbers(seller.get("/v4/orders?fulfillmentStatus=ANNOUNCED").json()))
                .hasSize(2);
        assertThat(numbers(
                        seller.get("/v4/orders?fulfillmentStatus=PROCESSABLE").json()))
                .hasSize(37)
                .contains(partly);
        assertThat(numbers(seller.get("/v4/orders?fulfillmentStatus=CANCELLED_BY_PARTNER&mode=AT_LEAST_ONE")
                        .json()))
                .containsExactly(partly);
        assertThat(numbers(
                        seller.get("/v4/orders?fulfillmentStatus=ANNOUNCED&fulfillmentStatus=CANCELLED_BY_MARKETPLACE")
                                .json()))
                .hasSize(3)
                .contains(cancelled);
    }

    @Test
    void fromDateIsTheDateOfTheLastChange() {
        control.makeOrders("kiefer-tau", 10, 1);
        control.post("/sandbox/advance?minutes=20", "");
        JsonNode late = control.makeOrders("kiefer-tau", 1, 2).get(0);
        Caller seller = otto("kiefer-tau");
        String from = late.path("lastModified").asString();
        assertThat(numbers(seller.get("/v4/orders?fromDate=" + from).json()))
                .containsExactly(late.path("orderNumber").asString());
        String berlin = Caller.encode(from.replace("Z", "+0000"));
        assertThat(numbers(seller.get("/v4/orders?fromDate=" + berlin).json())).hasSize(1);
    }

    @Test
    void datesAreWrittenInOttosTwoForms() {
        JsonNode made = Caller.ofKind(control.makeOrders("kiefer-tau", 40, 1), "SINGLE");
        JsonNode order = otto("kiefer-tau")
                .get("/v4/orders/" + made.path("salesOrderId").asString())
                .json();
        assertThat(order.path("orderDate").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000");
        assertThat(order.at("/orderLifecycleInformation/lifecycleChangeDate").asString())
                .endsWith("+0000");
        assertThat(order.at("/positionItems/0/expectedDeliveryDate").asString())
                .matches(".*T12:00:00\\.000\\+0[12]:00");
        assertThat(order.at("/deliveryAddress/countryCode").asString()).isEqualTo("DEU");
        assertThat(order.at("/invoiceAddress/email").asString()).endsWith("@customer.otto.market");
        assertThat(order.path("deliveryAddress").has("phoneNumber")).isFalse();
    }

    @Test
    void announcedOrdersHideAddressesAndExpectedDeliveryUntilTheyArePaid() {
        JsonNode orders = control.makeOrders("kiefer-tau", 200, 1);
        Caller seller = otto("kiefer-tau");
        List<String> announced = new ArrayList<>();
        for (JsonNode order : orders) {
            if (order.path("kind").asString().equals("ANNOUNCED")) {
                announced.add(order.path("orderNumber").asString());
            }
        }
        for (String number : announced) {
            JsonNode order = seller.get("/v4/orders/" + number).json();
            assertThat(order.has("deliveryAddress")).isFalse();
            assertThat(order.has("invoiceAddress")).isFalse();
            assertThat(order.at("/positionItems/0").has("expectedDeliveryDate")).isFalse();
        }
        control.post("/sandbox/advance?minutes=36", "");
        seller = otto("kiefer-tau");
        Set<String> states = new HashSet<>();
        for (String number : announced) {
            JsonNode order = seller.get("/v4/orders/" + number).json();
            String state = order.at("/positionItems/0/fulfillmentStatus").asString();
            states.add(state);
            assertThat(order.has("deliveryAddress")).isEqualTo(state.equals("PROCESSABLE"));
        }
        assertThat(states).containsExactlyInAnyOrder("ANNOUNCED", "PROCESSABLE");
        control.post("/sandbox/advance?hours=250", "");
        seller = otto("kiefer-tau");
        states.clear();
        for (String number : announced) {
            states.add(seller.get("/v4/orders/" + number)
                    .json()
                    .at("/positionItems/0/fulfillmentStatus")
                    .asString());
        }
        assertThat(states).containsExactlyInAnyOrder("CANCELLED_BY_MARKETPLACE", "PROCESSABLE");
    }

    @Test
    void anOrderIsFoundByEitherIdAndOnlyByItsSeller() {
        JsonNode made = control.makeOrders("kiefer-tau", 1, 1).get(0);
        Caller seller = otto("kiefer-tau");
        assertThat(seller.get("/v4/orders/" + made.path("salesOrderId").asString())
                        .status())
                .isEqualTo(200);
        assertThat(seller.get("/v4/orders/" + made.path("orderNumber").asString())
                        .status())
                .isEqualTo(200);
        assertThat(seller.get("/v4/orders/nothing").status()).isEqualTo(404);
        Caller other = otto("wolkensprung");
        assertThat(other.get("/v4/orders/" + made.path("orderNumber").asString())
                        .status())
                .isEqualTo(403);
        assertThat(numbers(other.get("/v4/orders").json())).isEmpty();
    }

    @Test
    void cancellationIsAcceptedAtOnceAndTakesEffectLater() {
        JsonNode made = Caller.ofKind(control.makeOrders("kiefer-tau", 40, 1), "TWO_PIECES");
        String id = made.path("salesOrderId").asString();
        Caller seller = otto("kiefer-tau");
        String item = made.at("/items/0/positionItemId").asString();
        assertThat(seller.post("/v4/orders/" + id + "/positionItems/" + item + "/cancellation", "")
                        .status())
                .isEqualTo(202);
        assertThat(seller.get("/v4/orders/" + id)
                        .json()
                        .at("/positionItems/0/fulfillmentStatus")
                        .asString())
                .isEqualTo("PROCESSABLE");
        await().untilAsserted(() -> {
            JsonNode order = seller.get("/v4/orders/" + id).json();
            assertThat(order.at("/positionItems/0/fulfillmentStatus").asString())
                    .isEqualTo("CANCELLED_BY_PARTNER");
            assertThat(order.at("/positionItems/0/cancellationReason").asString())
                    .isEqualTo("CANCELLED_ON_PARTNER_WISH");
            assertThat(order.at("/positionItems/1/fulfillmentStatus").asString())
                    .isEqualTo("PROCESSABLE");
        });
        assertThat(seller.post("/v4/orders/" + id + "/cancellation", "").status())
                .isEqualTo(202);
        control.post("/sandbox/advance?minutes=1", "");
        assertThat(seller.post("/v4/orders/" + id + "/cancellation", "").status())
                .isEqualTo(409);
    }

    @Test
    void anAnnouncedItemCannotBeCancelledAndNothingElseIsThen() {
        JsonNode orders = control.makeOrders("kiefer-tau", 40, 1);
        JsonNode announced = Caller.ofKind(orders, "ANNOUNCED");
        String path = "/v4/orders/" + announced.path("salesOrderId").asString() + "/positionItems/"
                + announced.at("/items/0/positionItemId").asString() + "/cancellation";
        Answer answer = otto("kiefer-tau").post(path, "");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().at("/errors/0/title").asString()).isEqualTo("Conflict");
        assertThat(answer.json().at("/errors/0/detail").asString())
                .contains("can't be changed from [ANNOUNCED] to [CANCELLED_BY_PARTNER]");
    }

    @Test
    void testOrdersComeInEightScenarios() {
        Caller seller = otto("kiefer-tau");
        assertThat(seller.post("/v4/orders/testorders", "").status()).isEqualTo(201);
        assertThat(seller.post("/v4/orders/testorders/scenario5", "").status()).isEqualTo(201);
        assertThat(seller.post("/v4/orders/testorders/scenario9", "").status()).isEqualTo(404);
        JsonNode list = seller.get("/v4/orders").json();
        assertThat(numbers(list)).hasSize(9);
        assertThat(numbers(seller.get("/v4/orders?fulfillmentStatus=ANNOUNCED").json()))
                .hasSize(2);
        assertThat(list.toString()).contains("Sped-Kühl084-kombi");
    }
}
