package org.packhaus.plugin.dhl;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Rejected;

/** The sizes DHL prints labels in, in millimetres. A label is never scaled, so it must fit. */
enum PrintFormat {
    THERMAL_600("910-300-600", 103, 199),
    THERMAL_400("910-300-400", 103, 150),
    LASER_300("910-300-300", 105, 148),
    LASER_700("910-300-700", 105, 205),
    LASER_710("910-300-710", 105, 208),
    SHEET("A4", 210, 297),
    SMALL("100x70mm", 100, 70);

    /** What people call 100 × 150 takes DHL's 103 × 150: printers keep a margin. */
    private static final int TOLERANCE = 4;

    private final String code;
    private final int width;
    private final int height;

    PrintFormat(String code, int width, int height) {
        this.code = code;
        this.width = width;
        this.height = height;
    }

    /** DHL's name of it. */
    String code() {
        return code;
    }

    /** The format that fills that paper best. */
    static PrintFormat on(LabelPaper paper, DhlProduct product) throws Rejected {
        return Arrays.stream(values())
                .filter(format -> format != SMALL || product == DhlProduct.V62KP)
                .filter(format ->
                        format.width <= paper.widthMm() + TOLERANCE && format.height <= paper.heightMm() + TOLERANCE)
                .min(Comparator.comparingInt(format ->
                        Math.abs(paper.widthMm() - format.width) + Math.abs(paper.heightMm() - format.height)))
                .orElseThrow(() -> {
                    String text = "DHL prints no " + product.product().name() + " label on " + paper.widthMm() + " × "
                            + paper.heightMm() + " mm. Choose a larger paper, 103 × 150 mm for instance.";
                    return new Rejected("paper-too-small", text, List.of(Rejected.Fault.of("paper", text)));
                });
    }

    /** DHL's name of the printer's language. */
    static String docFormat(LabelPaper paper) throws Rejected {
        if (paper.type() == DocumentType.PDF) {
            return "PDF";
        }
        if (paper.type() == DocumentType.ZPL) {
            return "ZPL2";
        }
        String text = "DHL makes labels as PDF and ZPL only, not as " + paper.type() + ".";
        throw new Rejected("paper-not-offered", text, List.of(Rejected.Fault.of("paper", text)));
    }
}
