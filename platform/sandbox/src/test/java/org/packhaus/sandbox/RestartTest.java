package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Starts the sandbox as people do, in a process of its own. */
class RestartTest {

    private static final class Running implements AutoCloseable {
        final Process process;
        final String line;

        Running(Path data) throws IOException {
            process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "org.packhaus.sandbox.Sandbox",
                            "--port",
                            "0",
                            "--data",
                            data.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }

        Caller caller() {
            return new Caller(URI.create(line.replace("Sandbox listens on ", "")));
        }

        @Override
        public void close() throws InterruptedException {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void ordersChargesConfirmationsAndSellersSurvive(@TempDir Path data) throws Exception {
        JsonNode orders;
        JsonNode charges;
        JsonNode confirmations;
        JsonNode next;
        JsonNode sellers;
        JsonNode returns;
        JsonNode receipts;
        try (Running first = new Running(data)) {
            assertThat(first.line).matches("Sandbox listens on http://localhost:\\d+");
            Caller control = first.caller();
            control.post("/sandbox/sellers", "{\"name\":\"Tannenzapfen\"}");
            JsonNode made = control.makeOrders("tannenzapfen", 40, 5);
            JsonNode account = control.seller("tannenzapfen");
            String number = first.caller()
                    .asDhl("tannenzapfen")
                    .post(Shipping.ORDERS, Shipping.request(Shipping.shipment(account, "reference-1")))
                    .json()
                    .at("/items/0/shipmentNo")
                    .asString();
            Caller market = first.caller().asOtto("tannenzapfen", Caller.ALL_SCOPES);
            assertThat(market.post(Reports.SHIPMENTS, Reports.all(Caller.ofKind(made, "TWO_PIECES"), number))
                            .status())
                    .isEqualTo(201);
            market.post("/v1/availability/quantities", "[{\"sku\":\"KT-BRETT-L\",\"quantity\":3}]");
            DpdClient dpd = new DpdClient(control).signIn("tannenzapfen");
            dpd.ship("?LabelPrintFormat=PDF", dpd.shipment("CL", "DE", "53113"));
            JsonNode two = Caller.ofKind(made, "TWO_PIECES");
            market.post(Decisions.REDUCTIONS, Decisions.reduction(two, 1, "0.50"));
            control.post(
                    "/sandbox/returns?contents=used&order="
                            + two.path("orderNumber").asString(),
                    "");
            market.post(Decisions.ACCEPT, Decisions.of(Decisions.item(two, 0, "C", "RETURN_RECEIVED")));
            market.post(Decisions.REJECT, Decisions.of(Decisions.item(two, 1, "C", "EXCHANGE")));
            control.post("/sandbox/advance?minutes=25", "");
            returns = control.get("/sandbox/returns").json();
            receipts = market.get("/v3/receipts").json();
            orders = control.get("/sandbox/orders").json();
            charges = control.get("/sandbox/charges").json();
            confirmations = control.get("/sandbox/confirmations").json();
            sellers = control.get("/sandbox/sellers").json();
        }
        try (Running second = new Running(data)) {
            Caller control = second.caller();
            assertThat(control.get("/sandbox/sellers").json()).isEqualTo(sellers);
            assertThat(control.get("/sandbox/orders").json()).isEqualTo(orders);
            assertThat(control.get("/sandbox/charges").json()).isEqualTo(charges);
            assertThat(control.get("/sandbox/confirmations").json())
                    .isEqualTo(confirmations)
                    .hasSize(2);
            assertThat(control.get("/sandbox/returns").json())
                    .isEqualTo(returns)
                    .hasSize(2);
            Caller market = second.caller().asOtto("tannenzapfen", Caller.ALL_SCOPES);
            assertThat(market.get("/v4/orders?limit=256").json().path("resources"))
                    .hasSize(40);
            assertThat(market.get("/v1/availability/quantities/KT-BRETT-L")
                            .json()
                            .path("quantity")
                            .asInt())
                    .isEqualTo(3);
            assertThat(market.get("/v3/receipts").json()).isEqualTo(receipts);
            assertThat(receipts.path("resources")).hasSize(3);
            assertThat(charges).hasSize(2);
            assertThat(control.get("/sandbox/label?number="
                                    + charges.at("/1/number").asString())
                            .text())
                    .as("a label of DPD's, with all that stands on it")
                    .startsWith("%PDF");
            String number = charges.at("/0/number").asString();
            assertThat(market.get("/v1/shipments/carriers/DHL/trackingnumbers/" + number)
                            .status())
                    .isEqualTo(200);
            next = second.caller()
                    .asDhl("tannenzapfen")
                    .post(
                            Shipping.ORDERS,
                            Shipping.request(Shipping.shipment(control.seller("tannenzapfen"), "reference-2")))
                    .json();
            assertThat(next.at("/items/0/shipmentNo").asString()).isNotEmpty().isNotEqualTo(number);
        }
    }
}
