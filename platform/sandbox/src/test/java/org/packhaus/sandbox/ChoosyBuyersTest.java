package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What buyers send back by themselves. */
class ChoosyBuyersTest extends SandboxTest {

    /** Every order that can leave in one parcel leaves, under a real number of DHL's. */
    private JsonNode ship(int count) {
        JsonNode orders = control.makeOrders("kiefer-tau", count, 3);
        Caller seller = otto("kiefer-tau");
        Caller dhl = dhl("kiefer-tau");
        JsonNode account = control.seller("kiefer-tau");
        int n = 0;
        for (JsonNode order : orders) {
            String kind = order.path("kind").asString();
            if (kind.equals("SINGLE") || kind.equals("TWO_PIECES") || kind.equals("SEVERAL_SKUS")) {
                String number = dhl.post(
                                Shipping.ORDERS, Shipping.request(Shipping.shipment(account, "reference-" + n++)))
                        .json()
                        .at("/items/0/shipmentNo")
                        .asString();
                assertThat(seller.post(Reports.SHIPMENTS, Reports.all(order, number))
                                .status())
                        .isEqualTo(201);
            }
        }
        return orders;
    }

    /** What comes back, without times and running numbers. */
    private Map<String, String> comingBack() {
        Map<String, String> pieces = new TreeMap<>();
        for (JsonNode piece : control.get("/sandbox/returns").json()) {
            pieces.put(
                    piece.path("positionItemId").asString(),
                    piece.path("contents").asString() + " "
                            + piece.at("/parcel/way").asString());
        }
        return pieces;
    }

    @Test
    void buyersKeepWhatTheyAreSentUntilTheyAreToldOtherwise() {
        ship(40);
        control.post("/sandbox/advance?hours=1000", "");
        assertThat(comingBack()).isEmpty();
    }

    @Test
    void someOfEveryHundredParcelsComeBackTheSameOnesForTheSameSeed() {
        assertThat(control.post("/sandbox/buyers/choosy?seed=5&percent=40", "").status())
                .isEqualTo(200);
        ship(120);
        assertThat(comingBack()).as("nothing has been delivered yet").isEmpty();
        control.post("/sandbox/advance?hours=400", "");
        Map<String, String> first = comingBack();
        assertThat(first.size()).isBetween(15, 60);
        assertThat(new HashSet<>(first.values()))
                .as("not all of it right, not all of it wrong")
                .hasSizeGreaterThan(3);

        control.post("/sandbox/reset", "");
        control.post("/sandbox/buyers/choosy?seed=5&percent=40", "");
        ship(120);
        control.post("/sandbox/advance?hours=400", "");
        assertThat(comingBack()).isEqualTo(first);

        control.post("/sandbox/reset", "");
        control.post("/sandbox/buyers/choosy?seed=6&percent=40", "");
        ship(120);
        control.post("/sandbox/advance?hours=400", "");
        assertThat(comingBack()).isNotEqualTo(first);
    }

    @Test
    void nobodySendsBackWhatHasNotArrived() {
        control.post("/sandbox/buyers/choosy?seed=5&percent=100", "");
        JsonNode orders = control.makeOrders("kiefer-tau", 40, 3);
        otto("kiefer-tau").post(Reports.SHIPMENTS, Reports.all(Caller.ofKind(orders, "SINGLE"), "UNTRACKED-1"));
        control.post("/sandbox/advance?hours=1000", "");
        assertThat(comingBack()).isEmpty();
    }

    @Test
    void inTheEndEveryReturnIsDecidedButWhatNobodyDroppedOff() {
        control.post("/sandbox/buyers/choosy?seed=5&percent=100", "");
        ship(400);
        control.post("/sandbox/advance?hours=2500", "");
        Map<String, Set<String>> reasons = new HashMap<>();
        for (JsonNode piece : control.get("/sandbox/returns").json()) {
            reasons.computeIfAbsent(piece.at("/parcel/way").asString(), way -> new HashSet<>())
                    .add(piece.path("reason").asString());
        }
        assertThat(reasons).containsEntry("NEVER_DROPPED", Set.of("")).containsKeys("STRAIGHT", "MISDIRECTED", "LOST");
        assertThat(reasons.get("STRAIGHT"))
                .isSubsetOf("OVERDUE_CREDIT", "FAST_REFUND")
                .contains("OVERDUE_CREDIT");
        assertThat(reasons).containsEntry("MISDIRECTED", Set.of("LACK_OF_COOPERATION"));
        assertThat(reasons).containsEntry("LOST", Set.of("CUSTOMER_CLARIFICATION"));
    }
}
