package org.packhaus.claim;

/** A claim cannot be so. The text says what to do next; the code is explained in docs/operations. */
public final class ClaimException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    ClaimException(String code, String text) {
        super(text);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
