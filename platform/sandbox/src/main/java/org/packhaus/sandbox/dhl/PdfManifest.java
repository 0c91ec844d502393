package org.packhaus.sandbox.dhl;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.packhaus.sandbox.carrier.Sheet;

/** Prints the list of a closed day. */
final class PdfManifest {

    private static final int ON_A_PAGE = 50;

    private PdfManifest() {}

    static byte[] write(LocalDate day, List<Parcel> parcels) {
        return Sheet.pdf((document, font) -> {
            for (int first = 0; first < parcels.size(); first += ON_A_PAGE) {
                page(document, font, day, parcels.subList(first, Math.min(first + ON_A_PAGE, parcels.size())));
            }
        });
    }

    private static void page(PDDocument document, PDFont font, LocalDate day, List<Parcel> parcels) throws IOException {
        try (Sheet sheet = new Sheet(document, font, PrintFormat.A4.width, PrintFormat.A4.height)) {
            sheet.text(20, 15, 16, 170, true, "Einlieferungsliste " + day + " (Packhaus-Sandbox)");
            double y = 27;
            for (Parcel parcel : parcels) {
                sheet.text(20, y, 8, 45, false, parcel.number);
                sheet.text(66, y, 8, 32, false, parcel.billingNumber());
                sheet.text(
                        100,
                        y,
                        8,
                        90,
                        false,
                        parcel.consignee().names().getFirst() + ", "
                                + parcel.consignee().cityLine());
                y += 5;
            }
        }
    }
}
