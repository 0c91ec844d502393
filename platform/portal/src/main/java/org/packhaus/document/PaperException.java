package org.packhaus.document;

/** Papers cannot be set up or made as wanted; the text says what to do. */
public class PaperException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    PaperException(String code, String text) {
        super(text);
        this.code = code;
    }

    /** As in docs/operations. */
    public String code() {
        return code;
    }
}
