package org.packhaus.returnnumber;

/** Something could not be done with return numbers. The message says what to do next. */
public class ReturnNumberException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;

    public ReturnNumberException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
