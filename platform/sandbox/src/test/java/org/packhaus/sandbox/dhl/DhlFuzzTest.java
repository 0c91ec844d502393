package org.packhaus.sandbox.dhl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.packhaus.sandbox.OddTexts;
import org.packhaus.sandbox.PrinterCommands;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Ten thousand hostile addresses on DHL's ZPL labels, there and back: a printer does what it does for a harmless one. */
class DhlFuzzTest {
    private static final int ADDRESSES = 5_000;
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @EnumSource(
            value = PrintFormat.class,
            names = {"SMALL", "L600"})
    void noAddressBecomesACommand(PrintFormat paper) {
        Map<String, Integer> harmless = commands(List.of("a", "b", "c", "d", "e", "f", "g"), paper);
        OddTexts texts = new OddTexts(paper.ordinal());
        for (int i = 0; i < ADDRESSES; i++) {
            List<String> odd = texts.lines(7);
            assertThat(commands(odd, paper)).as("%s", odd).isEqualTo(harmless);
        }
    }

    private static Map<String, Integer> commands(List<String> texts, PrintFormat paper) {
        ObjectNode shipment = JSON.createObjectNode()
                .put("product", "V01PAK")
                .put("billingNumber", "33333333330102")
                .put("refNo", texts.get(6));
        for (String party : List.of("shipper", "consignee")) {
            shipment.putObject(party)
                    .put("name1", texts.get(0))
                    .put("name2", texts.get(1))
                    .put("name3", texts.get(2))
                    .put("addressStreet", texts.get(3))
                    .put("addressHouse", texts.get(4))
                    .put("postalCode", "20095")
                    .put("city", texts.get(5))
                    .put("country", "DEU");
        }
        shipment.putObject("services")
                .putObject("dhlRetoure")
                .put("billingNumber", "33333333330701")
                .put("refNo", texts.get(6));
        Parcel parcel = new Parcel(
                "00340434161094015902",
                "366310000017",
                new DhlAccess.Account("3333333333", ""),
                shipment,
                Instant.parse("2026-11-24T12:00:00Z"));
        return PrinterCommands.zpl(ZplLabel.write(parcel, "B", paper));
    }
}
