package org.packhaus.document;

/**
 * Where things are on a slip, in millimetres from the upper left corner.
 *
 * @param letter whether there is room for an address window (DIN 5008, form B) and a column beside it
 * @param left edge of the type area
 * @param right edge of the type area
 * @param bottom edge of the type area, above the footer
 * @param footer baseline
 * @param count width of the column of counts
 * @param numbers left edge of the column of SKU and numbers; the article's column ends before it
 * @param next where the rows of a further page begin
 */
record Measures(
        boolean letter,
        double left,
        double right,
        double bottom,
        double footer,
        double count,
        double numbers,
        double next) {

    static Measures of(Paper paper) {
        double width = paper.widthMm();
        double height = paper.heightMm();
        if (width >= 190 && height >= 250) {
            return new Measures(true, 25, width - 20, height - 21, height - 12, 15, width - 20 - 52, 33);
        }
        double margin = width >= 130 ? 12 : 5;
        return new Measures(
                false, margin, width - margin, height - margin - 8, height - margin, 12, width - margin, margin + 17);
    }

    double width() {
        return right - left;
    }

    double article() {
        return left + count;
    }
}
