package org.packhaus.rule;

/** Something could not be done to rules or price tables. The message says what to do next. */
public class RuleException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String code;

    public RuleException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
