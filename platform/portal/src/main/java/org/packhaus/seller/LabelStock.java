package org.packhaus.seller;

import java.util.Arrays;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.LabelPaper;

/**
 * What lies in the printer that a carrier's labels come out of, and the language they are asked for. A PDF can be printed anywhere; a
 * carrier's own ZPL is sharper on a label printer, and goes nowhere else.
 */
public enum LabelStock {
    /** The roll most sellers have. */
    PDF_103_X_199(LabelPaper.PDF_103_X_199),
    /** A6; four to an A4 sheet. */
    PDF_A6(LabelPaper.PDF_A6),
    /** 4 × 6 inches. */
    PDF_100_X_150(new LabelPaper(DocumentType.PDF, 100, 150)),
    /** The long roll in a Zebra printer. */
    ZPL_103_X_199(new LabelPaper(DocumentType.ZPL, 103, 199)),
    /** 4 × 6 inches in a Zebra printer. */
    ZPL_100_X_150(LabelPaper.ZPL_100_X_150);

    private final LabelPaper paper;

    LabelStock(LabelPaper paper) {
        this.paper = paper;
    }

    /** As the carrier is asked. */
    public LabelPaper paper() {
        return paper;
    }

    /** As it is stored and as a form names it: {@code pdf-103x199}. */
    public String word() {
        return paper == LabelPaper.PDF_A6
                ? "pdf-a6"
                : paper.type().extension() + "-" + paper.widthMm() + "x" + paper.heightMm();
    }

    /** By its word; one this version does not know is the usual roll. */
    public static LabelStock named(String word) {
        return Arrays.stream(values())
                .filter(stock -> stock.word().equals(word))
                .findFirst()
                .orElse(PDF_103_X_199);
    }
}
