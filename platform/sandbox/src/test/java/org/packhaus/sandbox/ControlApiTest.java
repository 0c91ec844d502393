package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ControlApiTest extends SandboxTest {

    @Test
    void threeSellersAreThereWithAtLeastThirtySkusAndAnEkpEach() {
        JsonNode sellers = control.get("/sandbox/sellers").json();
        Set<String> ekps = new HashSet<>();
        int skus = 0;
        for (JsonNode seller : sellers) {
            ekps.add(seller.at("/dhl/ekp").asString());
            skus += seller.path("skus").asInt();
        }
        assertThat(sellers).hasSize(3);
        assertThat(ekps).hasSize(3).allMatch(e -> e.length() == 10);
        assertThat(skus).isGreaterThanOrEqualTo(30);
    }

    @Test
    void aSellerIsMadeOnceAndSurvivesNoReset() {
        JsonNode made = control.post("/sandbox/sellers", "{\"name\":\"Tannenzapfen\",\"returnCarrier\":\"GLS\"}")
                .json();
        assertThat(control.post("/sandbox/sellers", "{\"name\":\"Tannenzapfen\"}")
                        .json())
                .isEqualTo(made);
        assertThat(made.path("returnCarrier").asString()).isEqualTo("GLS");
        assertThat(control.makeOrders("tannenzapfen", 40, 1)).hasSize(40);
        assertThat(otto("tannenzapfen").get("/v4/orders?limit=1").status()).isEqualTo(200);
        control.post("/sandbox/reset", "");
        assertThat(control.get("/sandbox/sellers").json()).hasSize(3);
        assertThat(control.get("/sandbox/orders").json()).isEmpty();
    }

    @Test
    void theSameSeedMakesTheSameOrders() {
        JsonNode first = control.makeOrders("yunju-home", 30, 7);
        control.post("/sandbox/reset", "");
        JsonNode again = control.makeOrders("yunju-home", 10, 7);
        JsonNode more = control.makeOrders("yunju-home", 20, 7);
        for (int i = 0; i < 30; i++) {
            JsonNode twin = i < 10 ? again.get(i) : more.get(i - 10);
            assertThat(twin.path("orderNumber")).isEqualTo(first.get(i).path("orderNumber"));
            assertThat(twin.path("kind")).isEqualTo(first.get(i).path("kind"));
        }
    }

    @Test
    void fortyOrdersHoldEveryKindAndEveryNumberOnce() {
        for (String seller : new String[] {"kiefer-tau", "wolkensprung", "yunju-home"}) {
            Set<String> kinds = new HashSet<>();
            Set<String> ids = new HashSet<>();
            int shippable = 0;
            for (JsonNode order : control.makeOrders(seller, 40, 7)) {
                kinds.add(order.path("kind").asString());
                ids.add(order.path("orderNumber").asString());
                assertThat(order.path("orderNumber").asString()).matches("[a-z0-9]{10}");
                shippable += order.path("shippable").asBoolean() ? 1 : 0;
            }
            assertThat(kinds).hasSize(18);
            assertThat(ids).hasSize(40);
            assertThat(shippable)
                    .as("all but 2 forwarder, 2 announced, 1 cancelled")
                    .isEqualTo(35);
        }
    }

    @Test
    void skusWithUmlautsAndSlashesComeBackByPath() {
        JsonNode orders = control.makeOrders("yunju-home", 40, 7);
        Caller seller = otto("yunju-home");
        for (String kind : new String[] {"UMLAUT_SKU", "SLASH_SKU"}) {
            String sku = Caller.ofKind(orders, kind).at("/items/0/sku").asString();
            Answer answer = seller.get("/v1/availability/quantities/" + Caller.encode(sku));
            assertThat(answer.json().path("sku").asString()).isEqualTo(sku);
            Answer picture = stranger().get("/sandbox/pictures/" + Caller.encode(sku) + ".svg");
            assertThat(picture.text()).startsWith("<svg");
            Answer photo = stranger().get("/sandbox/pictures/" + Caller.encode(sku) + ".png");
            assertThat(photo.text()).contains("PNG");
        }
    }

    @Test
    void theBuyerCancelsUntilItIsSent() {
        JsonNode order = Caller.ofKind(control.makeOrders("kiefer-tau", 40, 7), "TWO_PIECES");
        String number = order.path("orderNumber").asString();
        assertThat(control.post("/sandbox/cancel?order=" + number, "")
                        .json()
                        .path("cancelledItems")
                        .asInt())
                .isEqualTo(2);
        assertThat(control.post("/sandbox/cancel?order=" + number, "").status()).isEqualTo(409);
        assertThat(control.post("/sandbox/cancel?order=nothing", "").status()).isEqualTo(404);
        JsonNode seen = otto("kiefer-tau").get("/v4/orders/" + number).json();
        assertThat(seen.at("/positionItems/0/cancellationReason").asString()).isEqualTo("CANCELLED_ON_CUSTOMER_WISH");
    }

    @Test
    void mistakesAreExplained() {
        assertThat(control.post("/sandbox/orders?seller=nobody", "")
                        .json()
                        .path("error")
                        .asString())
                .contains("nobody", "GET /sandbox/sellers");
        assertThat(control.post("/sandbox/orders?seller=1&count=x", "").status())
                .isEqualTo(400);
        assertThat(control.post("/sandbox/advance?hours=-1", "").status()).isEqualTo(400);
        assertThat(control.get("/sandbox").text()).contains("Nothing leaves this machine");
        assertThat(control.get("/v9/orders").json().path("message").asString())
                .isEqualTo("No Route matched with those values");
    }
}
