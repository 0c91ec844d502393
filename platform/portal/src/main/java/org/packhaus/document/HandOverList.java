package org.packhaus.document;

import com.itextpdf.kernel.pdf.PdfDocument;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.SenderAddress;

/**
 * Draws what the driver signs where the carrier gives no paper of its own: one carrier, one day, one sender. Values in, PDF out; knows no
 * order and no database. Of a buyer it names postcode and country, which is what a dispute about a lost parcel needs, and nothing else.
 */
public final class HandOverList {
    private HandOverList() {}

    /**
     * What stands on the list.
     *
     * @param carrier its name, as the seller calls the contract
     * @param at when the day was closed; stands on the list in the zone of the sender
     * @param closing the closing's number, for whoever looks for it later
     */
    public record Content(
            SlipLanguage language,
            String seller,
            SenderAddress sender,
            String carrier,
            Instant at,
            ZoneId zone,
            long closing,
            List<Parcel> parcels) {
        public Content {
            parcels = List.copyOf(parcels);
        }
    }

    /** A line. @param country ISO alpha-2; empty, as the postcode, if the address is not there any more */
    public record Parcel(String number, String orderNumber, Weight weight, String postcode, String country) {}

    /** The list on A4; the same input gives the same bytes. */
    public static byte[] bytes(Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(32 * 1024);
        DocumentTexts texts = new DocumentTexts("handover", content.language());
        String title = texts.of("title") + " " + PrintText.clean(content.carrier()) + " " + content.closing();
        try (PdfDocument document = PrintDocument.archive(out, title, content.at())) {
            new HandOverPages(document, content, texts).draw();
        }
        return out.toByteArray();
    }
}
