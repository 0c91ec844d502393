package org.packhaus.shipment;

/** Something about a shipment cannot be done as asked. The text says what to do next; the code is explained in docs/operations. */
public final class ShipmentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    ShipmentException(String code, String text) {
        super(text);
        this.code = code;
    }

    /** Short, stable, upper-case with underscores. */
    public String code() {
        return code;
    }

    /** The sentence for the person. */
    public String text() {
        return java.util.Objects.requireNonNullElse(getMessage(), code);
    }
}
