package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FaultsTest extends SandboxTest {

    private void dial(String operation, String kind, double rate) {
        Answer answer = control.post(
                "/sandbox/faults",
                "[{\"operation\":\"" + operation + "\",\"kind\":\"" + kind + "\",\"rate\":" + rate
                        + ",\"millis\":300,\"seed\":11}]");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Answer book(Caller seller) throws IOException {
        String body = Shipping.request(Shipping.shipment(control.seller("kiefer-tau"), "reference-1"));
        return seller.attempt("POST", Shipping.ORDERS, body);
    }

    private int charges() {
        return control.get("/sandbox/charges").json().size();
    }

    @Test
    void aLostAnswerHasItsEffect() {
        Caller seller = dhl("kiefer-tau");
        dial("dhl.orders.create", "answerLost", 1);
        assertThatThrownBy(() -> book(seller)).isInstanceOf(IOException.class);
        assertThat(charges()).isEqualTo(1);
    }

    @Test
    void aTruncatedAnswerHasItsEffect() {
        Caller seller = dhl("kiefer-tau");
        dial("dhl.orders.create", "truncated", 1);
        assertThatThrownBy(() -> book(seller)).isInstanceOf(IOException.class);
        assertThat(charges()).isEqualTo(1);
    }

    @Test
    void aRefusedConnectionHasNone() {
        Caller seller = dhl("kiefer-tau");
        dial("dhl.*", "refused", 1);
        assertThatThrownBy(() -> book(seller)).isInstanceOf(IOException.class);
        assertThat(charges()).isZero();
    }

    @Test
    void serverErrorsComeBeforeOrAfterTheEffect() throws IOException {
        Caller seller = dhl("kiefer-tau");
        dial("dhl.orders.create", "500", 1);
        assertThat(book(seller).status()).isEqualTo(500);
        assertThat(charges()).isZero();
        dial("dhl.orders.create", "500after", 1);
        assertThat(book(seller).status()).isEqualTo(500);
        assertThat(charges()).isEqualTo(1);
    }

    @Test
    void tooManyRequestsAreWordedAsTheNeighbourDoes() throws IOException {
        Caller seller = dhl("kiefer-tau");
        Caller market = otto("kiefer-tau");
        dial("*", "429", 1);
        Answer dhl = book(seller);
        assertThat(dhl.status()).isEqualTo(429);
        assertThat(dhl.json().path("statusCode").asInt()).isEqualTo(429);
        Answer otto = market.get("/v4/orders");
        assertThat(otto.status()).isEqualTo(429);
        assertThat(otto.json().at("/errors/0/detail").asString()).isEqualTo("too many requests");
        assertThat(control.get("/sandbox/sellers").status())
                .as("the control API never fails")
                .isEqualTo(200);
    }

    @Test
    void aDuplicateIsChargedTwice() throws IOException {
        Caller seller = dhl("kiefer-tau");
        dial("dhl.orders.create", "duplicate", 1);
        assertThat(book(seller).status()).isEqualTo(200);
        assertThat(charges()).isEqualTo(2);
    }

    @Test
    void aSlowAnswerIsSlow() {
        Caller market = otto("kiefer-tau");
        dial("otto.orders.list", "slow", 1);
        long start = System.nanoTime();
        assertThat(market.get("/v4/orders").status()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThan(290_000_000);
    }

    @Test
    void theSameSeedDrawsTheSameFaultsAtAboutTheRateAsked() {
        List<List<Integer>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            Caller market = otto("kiefer-tau");
            dial("otto.orders.list", "500", 0.3);
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                statuses.add(market.get("/v4/orders?limit=1").status());
            }
            runs.add(statuses);
        }
        assertThat(runs.get(0)).isEqualTo(runs.get(1));
        assertThat(runs.get(0).stream().filter(s -> s == 500).count()).isBetween(40L, 80L);
    }

    @Test
    void presetsAreThreeAndNoneIsQuiet() {
        JsonNode harsh = control.post("/sandbox/faults/harsh?seed=3", "").json();
        int families =
                (int) java.util.stream.StreamSupport.stream(harsh.path("dials").spliterator(), false)
                        .map(dial -> dial.path("operation").asString())
                        .distinct()
                        .count();
        assertThat(families).as("OTTO and every carrier").isGreaterThan(2);
        assertThat(harsh.path("dials")).hasSize(6 * families);
        assertThat(harsh.toString()).contains("\"answerLost\"", "\"500after\"", "\"seed\":3");
        assertThat(control.post("/sandbox/faults/mild", "").json().path("dials"))
                .hasSize(6 * families);
        assertThat(control.post("/sandbox/faults/none", "").json().path("dials"))
                .isEmpty();
        assertThat(control.post("/sandbox/faults/wild", "").status()).isEqualTo(404);
        assertThat(control.post("/sandbox/faults", "[{\"kind\":\"odd\"}]").status())
                .isEqualTo(400);
    }
}
