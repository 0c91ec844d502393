package org.packhaus.document;

/**
 * Something on a slip that is not broken over pages.
 *
 * @param height in millimetres
 * @param row whether it stands under the table's head
 * @param drawing draws it with its top at that height
 */
record SlipBlock(double height, boolean row, Drawing drawing) {

    /** Draws on a sheet, from the top given in millimetres. */
    @FunctionalInterface
    interface Drawing {
        void at(Sheet sheet, double top);
    }
}
