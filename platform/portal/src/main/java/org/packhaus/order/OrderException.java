package org.packhaus.order;

/** Something could not be done to an order. The message says to which, and what to do next. */
public class OrderException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;

    public OrderException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
