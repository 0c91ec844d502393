package org.packhaus.document;

import java.util.Optional;

/**
 * How papers are to be printed.
 *
 * @param slipPaper what slips are laid out for
 * @param labelSheet what labels are placed on; empty leaves each page as large as its label, which label printers want
 */
public record PrintRequest(
        PrintFile.Contents contents, Sequence sequence, Paper slipPaper, Optional<LabelSheet> labelSheet) {

    /** The order of the stack. */
    public enum Sequence {
        /** The way through the warehouse: by first SKU, then by ship-by, then by order number. */
        PICKING,
        /** As the caller gave them. */
        AS_GIVEN
    }

    /** What is usual: A4 slips, labels at their own size, in picking order. */
    public static PrintRequest of(PrintFile.Contents contents) {
        return new PrintRequest(contents, Sequence.PICKING, Paper.A4, Optional.empty());
    }

    /** The same with labels on that sheet. */
    public PrintRequest on(LabelSheet sheet) {
        return new PrintRequest(contents, sequence, slipPaper, Optional.of(sheet));
    }
}
