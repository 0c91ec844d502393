package org.packhaus.document;

import java.util.Optional;

/**
 * How papers are to be printed.
 *
 * @param slipPaper what slips are laid out for
 * @param labelSheet what labels are placed on; empty leaves each page as large as its label, which label printers want
 * @param archive whether the file is kept: one of slips then encloses their data
 */
public record PrintRequest(
        PrintFile.Contents contents,
        Sequence sequence,
        Paper slipPaper,
        Optional<LabelSheet> labelSheet,
        boolean archive) {

    /** The order of the stack. */
    public enum Sequence {
        /** The way through the warehouse: by first SKU, then by ship-by, then by order number. */
        PICKING,
        /** As the caller gave them. */
        AS_GIVEN
    }

    /** What is usual: A4 slips, labels at their own size, in picking order. */
    public static PrintRequest of(PrintFile.Contents contents) {
        return new PrintRequest(contents, Sequence.PICKING, Paper.A4, Optional.empty(), false);
    }

    /** The same with labels on that sheet. */
    public PrintRequest on(LabelSheet sheet) {
        return new PrintRequest(contents, sequence, slipPaper, Optional.of(sheet), archive);
    }

    /** Slips to be kept for years, with their data for machines: PDF/A-3. */
    public static PrintRequest kept() {
        return new PrintRequest(PrintFile.Contents.SLIPS, Sequence.AS_GIVEN, Paper.A4, Optional.empty(), true);
    }
}
