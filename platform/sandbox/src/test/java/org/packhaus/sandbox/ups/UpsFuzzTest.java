package org.packhaus.sandbox.ups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.packhaus.sandbox.OddTexts;
import org.packhaus.sandbox.PrinterCommands;
import org.packhaus.sandbox.carrier.Sale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Ten thousand hostile addresses on UPS's EPL2 labels, whose texts stand in quotes on lines of their own. */
class UpsFuzzTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void noAddressBecomesACommand() {
        List<String> harmless = commands(List.of("a", "b", "c", "d", "e"));
        OddTexts texts = new OddTexts(3);
        for (int i = 0; i < 10_000; i++) {
            List<String> odd = texts.lines(5);
            assertThat(commands(odd)).as("%s", odd).isEqualTo(harmless);
        }
    }

    private static List<String> commands(List<String> texts) {
        ObjectNode shipment = JSON.createObjectNode();
        for (String party : List.of("Shipper", "ShipTo")) {
            ObjectNode who =
                    shipment.putObject(party).put("Name", texts.get(0)).put("AttentionName", texts.get(1) + "!");
            who.putObject("Address")
                    .put("City", texts.get(4))
                    .put("PostalCode", "53111")
                    .putArray("AddressLine")
                    .add(texts.get(2))
                    .add(texts.get(3));
        }
        shipment.putArray("Package").addObject().putObject("PackageWeight").put("Weight", "1.2");
        Sale sale = Sale.outbound(
                Ups.CODE,
                "PH1117",
                "kiefer-tau",
                "11",
                "reference-1",
                UpsNumber.of("PH1117", "11", 1),
                Instant.EPOCH,
                "Bonn",
                shipment);
        return PrinterCommands.epl(UpsLabel.of(sale, "EPL"));
    }
}
