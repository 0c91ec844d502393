package org.packhaus.document;

import java.util.Optional;

/**
 * How papers are to be printed.
 *
 * @param slipPaper what slips are laid out for
 * @param labelSheet what labels are placed on; empty leaves each page as large as its label, which label printers want
 * @param archive whether the file is kept: one of slips then encloses their data
 * @param parcels whose papers
 */
public record PrintRequest(
        PrintFile.Contents contents,
        Sequence sequence,
        Paper slipPaper,
        Optional<LabelSheet> labelSheet,
        boolean archive,
        Which parcels) {

    /** Which parcels of the orders. Those whose buyer cancelled everything in them are among neither. */
    public enum Which {
        /** Those that have not left: a stack printed again holds none of yesterday's. */
        STILL_HERE,
        /** Those that have left too: a person wants the papers of one order once more. */
        LEFT_TOO
    }

    /** The order of the stack. */
    public enum Sequence {
        /** The way through the warehouse: by first SKU, then by ship-by, then by order number. */
        PICKING,
        /** As the caller gave them. */
        AS_GIVEN
    }

    /** What is usual: A4 slips, labels at their own size, in picking order, of parcels that have not left. */
    public static PrintRequest of(PrintFile.Contents contents) {
        return new PrintRequest(contents, Sequence.PICKING, Paper.A4, Optional.empty(), false, Which.STILL_HERE);
    }

    /** The same with labels on that sheet. */
    public PrintRequest on(LabelSheet sheet) {
        return new PrintRequest(contents, sequence, slipPaper, Optional.of(sheet), archive, parcels);
    }

    /** The same for those parcels. */
    public PrintRequest of(Which which) {
        return new PrintRequest(contents, sequence, slipPaper, labelSheet, archive, which);
    }

    /** Slips to be kept for years, with their data for machines: PDF/A-3. */
    public static PrintRequest kept() {
        return new PrintRequest(
                PrintFile.Contents.SLIPS, Sequence.AS_GIVEN, Paper.A4, Optional.empty(), true, Which.LEFT_TOO);
    }
}
