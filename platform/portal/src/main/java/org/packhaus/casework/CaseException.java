package org.packhaus.casework;

/** Something could not be done to a case. The message says what to do next. */
public class CaseException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;

    public CaseException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
