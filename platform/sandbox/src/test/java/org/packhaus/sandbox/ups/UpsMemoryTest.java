package org.packhaus.sandbox.ups;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.packhaus.sandbox.carrier.Roads;
import org.packhaus.sandbox.carrier.Sale;
import org.packhaus.sandbox.carrier.Sales;
import org.packhaus.sandbox.web.Json;
import tools.jackson.databind.JsonNode;

class UpsMemoryTest {

    @Test
    void labelsSoldBeforeARestartCanBeShownVoidedAndFollowed() {
        JsonNode shipment = Json.read("""
                {"Shipper":{"Name":"Kiefer & Tau GmbH","Address":{"City":"Freiburg"}},"ShipTo":{"Name":"Änne Groß","Address":{"City":"Bonn"}},
                 "Package":[{"PackageWeight":{"Weight":"1.2"}}]}""".getBytes(StandardCharsets.UTF_8));
        Sales before = new Sales(new Roads());
        String number = UpsNumber.of("PH1117", "11", before.nextSerial());
        Sale sale = before.add(Sale.outbound(
                Ups.CODE, "PH1117", "kiefer-tau", "11", "reference-1", number, Instant.EPOCH, "Bonn", shipment));
        JsonNode written = Json.read(Json.bytes(before.remember()));

        Sales after = new Sales(new Roads());
        after.recall(written);
        Sale found = after.find(number).orElseThrow();
        assertThat(found).isEqualTo(sale);
        assertThat(UpsLabel.origin(found)).isEqualTo("Freiburg");
        assertThat(UpsLabel.of(found, "ZPL")).isEqualTo(UpsLabel.of(sale, "ZPL"));
        assertThat(after.nextSerial()).isEqualTo(2);
    }
}
