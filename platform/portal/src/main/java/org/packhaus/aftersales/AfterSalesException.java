package org.packhaus.aftersales;

/** What a person wanted of a return cannot be done; the text says why and what to do. */
public class AfterSalesException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    AfterSalesException(String code, String text) {
        super(text);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
