package org.packhaus.plugin.gls;

import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Rejected;

/** Which of GLS's label languages a paper takes ({@code PrintingOptions.ReturnLabels}). */
final class PrintFormat {
    /** GLS says no page size; its labels are about A6. What people call 100 × 150 takes it as well. */
    private static final int WIDTH = 100;

    private static final int HEIGHT = 144;

    private PrintFormat() {}

    static Json.Builder on(LabelPaper paper, GlsSettings settings) throws Rejected {
        if (paper.widthMm() < WIDTH || paper.heightMm() < HEIGHT) {
            throw refused(
                    "paper-too-small",
                    "GLS prints no label on " + paper.widthMm() + " × " + paper.heightMm()
                            + " mm. Choose a larger paper, 100 × 150 mm for instance.");
        }
        return switch (paper.type()) {
            case PDF -> options("NONE", "PDF");
            case PNG -> options("NONE", "PNG");
            case ZPL ->
                options(
                        settings.zebra()
                                        .filter(GlsSettings.Zebra.DPI_300::equals)
                                        .isPresent()
                                ? "ZPL_300"
                                : "ZPL_200",
                        "ZEBRA");
            case EPL -> throw refused("paper-not-offered", "GLS makes labels as PDF, ZPL and PNG only, not as EPL.");
        };
    }

    /** The language of a document that came. */
    static Optional<DocumentType> type(String labelFormat) {
        return switch (labelFormat) {
            case "PDF" -> Optional.of(DocumentType.PDF);
            case "ZEBRA" -> Optional.of(DocumentType.ZPL);
            case "PNG" -> Optional.of(DocumentType.PNG);
            default -> Optional.empty();
        };
    }

    private static Json.Builder options(String template, String format) {
        return Json.object()
                .put("ReturnLabels", Json.object().put("TemplateSet", template).put("LabelFormat", format));
    }

    private static Rejected refused(String code, String text) {
        return new Rejected(code, text, List.of(Rejected.Fault.of("paper", text)));
    }
}
