package org.packhaus.sandbox.otto;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.packhaus.sandbox.carrier.Sheet;
import tools.jackson.databind.JsonNode;

/** Prints a receipt on A4. */
final class ReceiptPdf {

    private static final int ROWS_ON_A_PAGE = 30;
    private static final double LINE = 5;

    private ReceiptPdf() {}

    static byte[] write(Receipt receipt) {
        return Sheet.pdf((document, font) -> page(document, font, receipt));
    }

    private static void page(PDDocument document, PDFont font, Receipt receipt) throws IOException {
        JsonNode body = receipt.body();
        try (Sheet sheet = new Sheet(document, font, 210, 297)) {
            JsonNode partner = body.path("partner");
            sheet.text(
                    20,
                    15,
                    8,
                    170,
                    false,
                    text(partner, "partnerName") + " · " + text(partner, "street") + " · " + text(partner, "zipCode")
                            + " " + text(partner, "city") + " · USt-IdNr. " + text(partner, "vatId"));
            JsonNode buyer = body.at("/customer/invoiceAddress");
            sheet.text(20, 32, 10, 100, false, text(buyer, "firstName") + " " + text(buyer, "lastName"));
            sheet.text(20, 37, 10, 100, false, text(buyer, "street") + " " + text(buyer, "houseNumber"));
            sheet.text(20, 42, 10, 100, false, text(buyer, "zipCode") + " " + text(buyer, "city"));
            sheet.text(20, 60, 15, 170, true, title(receipt) + " " + receipt.number());
            sheet.text(
                    20,
                    69,
                    9,
                    170,
                    false,
                    "Bestellung " + text(body, "orderNumber") + " vom " + day(body, "orderDate") + " · Belegdatum "
                            + day(body, "creationDate"));
            if (body.has("linkedReceiptNumber")) {
                sheet.text(20, 74, 9, 170, false, "Zur Rechnung " + text(body, "linkedReceiptNumber"));
            }
            double y = 86;
            int rows = 0;
            for (String list : new String[] {"itemPositions", "itemPartialRefundPositions", "deliveryCosts"}) {
                for (JsonNode line : body.path("lineItems").path(list)) {
                    if (rows++ < ROWS_ON_A_PAGE) {
                        sheet.text(20, y, 9, 130, false, row(line));
                        sheet.text(165, y, 9, 28, false, amount(line));
                        y += LINE;
                    }
                }
            }
            sheet.text(20, y + LINE, 11, 130, true, "Summe (inkl. 19 % MwSt.)");
            sheet.text(165, y + LINE, 11, 28, true, euro(receipt.total()));
            sheet.text(
                    20,
                    280,
                    7,
                    170,
                    false,
                    "Ausgestellt von OTTO (Packhaus-Sandbox) im Namen und auf Rechnung des Verkäufers. Alles erfunden.");
        }
    }

    private static String title(Receipt receipt) {
        return switch (receipt.type()) {
            case PURCHASE -> "Rechnung";
            case REFUND -> "Gutschrift";
            case PARTIAL_REFUND -> "Teilgutschrift";
        };
    }

    private static String row(JsonNode line) {
        return line.has("deliveryCostType")
                ? "Versandkosten"
                : line.path("quantity").asInt(1) + " × " + text(line, "productTitle") + " ("
                        + text(line, "articleNumber") + ")";
    }

    private static String amount(JsonNode line) {
        JsonNode price = line.has("positionSum") ? line.path("positionSum") : line.path("partialRefundAmount");
        return euro(price.at("/gross/amount").decimalValue());
    }

    private static String euro(BigDecimal amount) {
        return String.format(Locale.GERMANY, "%.2f EUR", amount);
    }

    private static String day(JsonNode json, String name) {
        return text(json, name).substring(0, 10);
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("");
    }
}
