package org.packhaus.sheet;

/** A file is no list that can be read. The message says what to do next. */
public class SheetException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;

    public SheetException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
