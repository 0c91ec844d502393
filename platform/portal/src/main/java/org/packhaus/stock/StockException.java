package org.packhaus.stock;

/** Something could not be done to the stock. The message says what to do next. */
public class StockException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;

    public StockException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
