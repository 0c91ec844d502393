package org.packhaus.sdk;

/**
 * What a label is printed on.
 *
 * @param type the language of the printer
 * @param widthMm of the paper or roll, in millimetres
 * @param heightMm of the paper or label, in millimetres
 */
public record LabelPaper(DocumentType type, int widthMm, int heightMm) {
    /** The thermal roll most sellers have. */
    public static final LabelPaper PDF_103_X_199 = new LabelPaper(DocumentType.PDF, 103, 199);

    /** A6. */
    public static final LabelPaper PDF_A6 = new LabelPaper(DocumentType.PDF, 105, 148);

    /** A 4 × 6 inch label on a Zebra printer. */
    public static final LabelPaper ZPL_100_X_150 = new LabelPaper(DocumentType.ZPL, 100, 150);
}
