package org.packhaus.document;

import com.itextpdf.kernel.pdf.PdfDocument;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.SenderAddress;

/**
 * Draws what a carrier is sent with a claim: what was in the parcel, what it weighed, that its label is the one that was printed, and every scan
 * with the carrier's own code. Values in, PDF out; knows no claim and no database.
 */
public final class EvidenceFile {
    private EvidenceFile() {}

    /**
     * What stands in the file.
     *
     * @param at when it is made
     * @param zone in which its times are written
     * @param number of the claim
     * @param reason {@code LOST}, {@code STUCK}, {@code LATE} or {@code DAMAGED}
     * @param amount asked for; null if nobody said how much
     * @param carrierReference empty if the carrier gave none
     * @param carrier its name, as the seller calls the contract
     */
    public record Content(
            SlipLanguage language,
            Instant at,
            ZoneId zone,
            long number,
            String reason,
            @Nullable Money amount,
            String carrierReference,
            String carrier,
            String trackingNumber,
            Parties parties,
            Order order,
            Parcel parcel,
            Promise promise,
            List<Scan> scans) {
        public Content {
            scans = List.copyOf(scans);
        }
    }

    /** @param receiver null once the buyer is forgotten */
    public record Parties(
            String seller, SenderAddress sender, @Nullable Address receiver) {}

    /** @param goods those in this parcel */
    public record Order(String number, Instant at, List<Goods> goods) {
        public Order {
            goods = List.copyOf(goods);
        }
    }

    /** A piece. */
    public record Goods(String sku, String title, Money price) {}

    /**
     * @param product the carrier's code
     * @param ordered what the goods weigh by the catalogue; null if it does not say
     * @param booked what the label was bought for; null if it is not known
     * @param labelSha256 of the label's file, in hex; empty if there is none any more
     */
    public record Parcel(
            String product,
            @Nullable Instant boughtAt,
            @Nullable Weight ordered,
            @Nullable Weight booked,
            String labelSha256) {}

    /** @param verdict {@code ON_TIME}, {@code LATE_CARRIER}, {@code LATE_SELLER}, {@code OPEN}, {@code AT_RISK} or {@code NONE} */
    public record Promise(
            @Nullable Instant by,
            @Nullable Instant handedOverAt,
            @Nullable Instant firstAttemptAt,
            @Nullable Instant deliveredAt,
            String verdict) {
        public static final Promise NONE = new Promise(null, null, null, null, "NONE");
    }

    /** What the carrier told, word for word. @param withdrawn it took that back later */
    public record Scan(Instant at, String code, String text, String place, boolean withdrawn) {}

    /** The file on A4; the same input gives the same bytes. */
    public static byte[] bytes(Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(32 * 1024);
        DocumentTexts texts = new DocumentTexts("evidence", content.language());
        String title = texts.of("title") + " " + PrintText.clean(content.trackingNumber());
        try (PdfDocument document = PrintDocument.archive(out, title, content.at())) {
            new EvidencePages(document, content, texts).draw();
        }
        return out.toByteArray();
    }
}
