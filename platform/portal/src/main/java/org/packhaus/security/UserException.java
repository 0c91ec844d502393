package org.packhaus.security;

/** A user cannot be created or changed as asked. The text says what to do; the code is explained in docs/operations. */
public final class UserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    UserException(String code, String text) {
        super(text);
        this.code = code;
    }

    /** For example {@code user-unknown}, {@code user-email-taken}, {@code user-password-weak}. */
    public String code() {
        return code;
    }
}
