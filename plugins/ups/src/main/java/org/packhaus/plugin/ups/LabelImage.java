package org.packhaus.plugin.ups;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Rejected;

/**
 * The label in the language that was asked for. UPS sells labels of 4 × 6 inches (101.6 × 152.4 mm) in printers' languages for 203 dpi
 * and as a GIF; it has no PDF for a purchase, so the GIF is put on a PDF page, see {@link PicturePdf}.
 */
record LabelImage(LabelPaper paper) {
    /** A 4 × 6 inch label without its white edge. */
    private static final int NARROWEST_MM = 98;

    private static final int SHORTEST_MM = 148;

    /** @throws Rejected if UPS prints nothing that goes on that paper */
    static LabelImage on(LabelPaper paper) throws Rejected {
        switch (paper.type()) {
            case PDF, ZPL, EPL -> {}
            case PNG -> {
                String text = "UPS makes labels as PDF, ZPL and EPL, not as " + paper.type() + ".";
                throw new Rejected("paper-not-offered", text, List.of(Rejected.Fault.of("paper", text)));
            }
        }
        if (Math.min(paper.widthMm(), paper.heightMm()) < NARROWEST_MM
                || Math.max(paper.widthMm(), paper.heightMm()) < SHORTEST_MM) {
            String text = "UPS labels are 4 × 6 inches large and do not fit on " + paper.widthMm() + " × "
                    + paper.heightMm() + " mm. Choose a larger paper, 100 × 150 mm for instance.";
            throw new Rejected("paper-too-small", text, List.of(Rejected.Fault.of("paper", text)));
        }
        return new LabelImage(paper);
    }

    /** UPS's name of the format. */
    private String format() {
        return switch (paper.type()) {
            case PDF, PNG -> "GIF";
            case ZPL -> "ZPL";
            case EPL -> "EPL";
        };
    }

    /** {@code LabelSpecification}. */
    Json.Builder specification() {
        return Json.object()
                .put("LabelImageFormat", Json.object().put("Code", format()))
                .put("HTTPUserAgent", "Mozilla/4.5")
                .put("LabelStockSize", Json.object().put("Height", "6").put("Width", "4"));
    }

    /** UPS's picture or printer commands as a document; empty if they cannot be read. */
    Optional<CarrierDocument> document(Json graphicImage) {
        return graphicImage
                .text()
                .flatMap(LabelImage::decode)
                .flatMap(bytes -> switch (paper.type()) {
                    case PDF, PNG -> PicturePdf.of(bytes, paper);
                    case ZPL, EPL -> Optional.of(bytes);
                })
                .map(bytes -> new CarrierDocument(CarrierDocument.Kind.LABEL, paper.type(), bytes));
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
