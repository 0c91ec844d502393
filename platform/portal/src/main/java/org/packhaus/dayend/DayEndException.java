package org.packhaus.dayend;

/** A day cannot be closed as asked. The text says what to do next; the code is explained in docs/operations. */
public final class DayEndException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    DayEndException(String code, String text) {
        super(text);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
