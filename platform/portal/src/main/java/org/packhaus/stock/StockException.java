package org.packhaus.stock;

import org.packhaus.Refusal;

/** Something could not be done to the stock. The message says what to do next. */
public class StockException extends Refusal {
    private static final long serialVersionUID = 1L;

    public StockException(String code, String text, String... named) {
        super(code, text, named);
    }
}
