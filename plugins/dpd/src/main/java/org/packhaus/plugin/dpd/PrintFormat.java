package org.packhaus.plugin.dpd;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Rejected;

/** The sizes DPD prints labels in, in millimetres. A label is never scaled, so it must fit. */
enum PrintFormat {
    A6(105, 148),
    A5(148, 210),
    A4(210, 297);

    /** A 100 mm roll takes an A6 label: what is printed on it keeps a margin. */
    private static final int TOLERANCE = 5;

    private final int width;
    private final int height;

    PrintFormat(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The question that asks for labels on that paper, from the question mark on. */
    static String query(LabelPaper paper, DpdSettings settings) throws Rejected {
        return "?LabelPrintFormat=" + language(paper, settings) + "&LabelPaperFormat=" + on(paper);
    }

    /** The format that fills that paper best. */
    private static PrintFormat on(LabelPaper paper) throws Rejected {
        return Arrays.stream(values())
                .filter(format ->
                        format.width <= paper.widthMm() + TOLERANCE && format.height <= paper.heightMm() + TOLERANCE)
                .min(Comparator.comparingInt(format ->
                        Math.abs(paper.widthMm() - format.width) + Math.abs(paper.heightMm() - format.height)))
                .orElseThrow(() -> refused(
                        "paper-too-small",
                        "DPD prints no label on " + paper.widthMm() + " × " + paper.heightMm()
                                + " mm. Choose a larger paper, 100 × 150 mm for instance."));
    }

    private static String language(LabelPaper paper, DpdSettings settings) throws Rejected {
        return switch (paper.type()) {
            case PDF -> "PDF";
            case ZPL -> settings.zpl300() ? "ZPL300" : "ZPL";
            case EPL -> "EPL";
            case PNG -> throw refused("paper-not-offered", "DPD makes labels as PDF, ZPL and EPL, not as PNG.");
        };
    }

    private static Rejected refused(String code, String text) {
        return new Rejected(code, text, List.of(Rejected.Fault.of("paper", text)));
    }
}
