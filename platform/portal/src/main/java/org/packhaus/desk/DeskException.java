package org.packhaus.desk;

/** Something could not be done at the desk. The message says what to do next. */
public class DeskException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;

    public DeskException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
