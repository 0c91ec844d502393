package org.packhaus.sandbox.dhl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.packhaus.sandbox.carrier.Sheet;
import tools.jackson.databind.JsonNode;

/** Draws a CN23 on A4, whatever paper the label is on. */
final class PdfCustoms {

    private static final double LEFT = 20;
    private static final double ROOM = 170;
    private static final int ON_A_PAGE = 30;

    private PdfCustoms() {}

    static byte[] write(Parcel parcel) {
        List<JsonNode> items = new ArrayList<>();
        parcel.shipment.path("customs").path("items").forEach(items::add);
        return Sheet.pdf((document, font) -> {
            document.getDocumentInformation().setTitle("CN23 " + parcel.number);
            for (int first = 0; first < items.size(); first += ON_A_PAGE) {
                try (Sheet sheet = new Sheet(document, font, PrintFormat.A4.width, PrintFormat.A4.height)) {
                    head(sheet, parcel);
                    lines(sheet, items.subList(first, Math.min(first + ON_A_PAGE, items.size())));
                }
            }
        });
    }

    private static void head(Sheet sheet, Parcel parcel) throws IOException {
        JsonNode customs = parcel.shipment.path("customs");
        sheet.text(LEFT, 15, 18, ROOM, true, "CN 23  Zollinhaltserklärung / Customs declaration");
        sheet.text(LEFT, 24, 9, ROOM, false, "Packhaus-Sandbox, Muster, nicht für den Versand");
        sheet.text(LEFT, 31, 12, ROOM, true, parcel.number);
        Party from = parcel.shipper();
        Party to = parcel.consignee();
        sheet.text(LEFT, 40, 9, 80, false, "Von: " + String.join(", ", from.lines()) + ", " + from.cityLine());
        sheet.text(
                LEFT,
                46,
                9,
                ROOM,
                false,
                "An: " + String.join(", ", to.lines()) + ", " + to.cityLine() + ", " + to.country());
        sheet.text(
                LEFT,
                54,
                9,
                ROOM,
                false,
                "Art der Sendung: " + customs.path("exportType").asString()
                        + "   Rechnung: " + customs.path("invoiceNo").asString("-")
                        + "   MRN: " + customs.path("MRN").asString("-"));
        sheet.text(
                LEFT,
                60,
                9,
                ROOM,
                false,
                "Porto: " + money(customs.path("postalCharges"))
                        + "   Absender beim Zoll: "
                        + customs.path("shipperCustomsRef").asString("-")
                        + "   Bruttogewicht: " + parcel.grams() + " g");
        sheet.box(LEFT, 68, ROOM, 0.4);
    }

    private static void lines(Sheet sheet, List<JsonNode> items) throws IOException {
        double y = 71;
        for (JsonNode item : items) {
            sheet.text(LEFT, y, 9, 12, false, item.path("packagedQuantity").asString() + " ×");
            sheet.text(LEFT + 14, y, 9, 70, false, item.path("itemDescription").asString());
            sheet.text(LEFT + 88, y, 9, 24, false, item.path("hsCode").asString("-"));
            sheet.text(LEFT + 114, y, 9, 12, false, item.path("countryOfOrigin").asString("-"));
            sheet.text(
                    LEFT + 128,
                    y,
                    9,
                    18,
                    false,
                    item.path("itemWeight").path("value").asString() + " "
                            + item.path("itemWeight").path("uom").asString());
            sheet.text(LEFT + 148, y, 9, 22, false, money(item.path("itemValue")));
            y += 6;
        }
    }

    static String money(JsonNode value) {
        return String.format(
                Locale.ROOT,
                "%.2f %s",
                value.path("value").asDouble(),
                value.path("currency").asString());
    }
}
