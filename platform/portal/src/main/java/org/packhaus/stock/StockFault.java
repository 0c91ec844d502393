package org.packhaus.stock;

/**
 * Why a row of a list is not taken.
 *
 * @param row as a spreadsheet counts, the head being 1
 * @param said what stands there, shortened; may be empty
 */
public record StockFault(int row, Kind kind, String said) {
    private static final int LONGEST = 60;

    public StockFault {
        said = said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said;
    }

    /** What is wrong; each has its words and its remedy on the screen. */
    public enum Kind {
        EMPTY,
        NO_SKU_COLUMN,
        NO_COUNT_COLUMN,
        COLUMN_TWICE,
        TOO_MANY_ROWS,
        SKU_MISSING,
        SKU_TOO_LONG,
        /** 4,00123E+12: a spreadsheet took an article number for a figure. */
        SKU_SHORTENED,
        SKU_TWICE,
        COUNT_MISSING,
        /** 1.234 is a thousand and more to one reader and one and a bit to another. */
        COUNT_UNCLEAR,
        COUNT_WRONG,
        ALARM_UNCLEAR,
        ALARM_WRONG,
        SELLER_UNKNOWN,
        SELLER_MISSING
    }
}
