package org.packhaus.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be used. The text says what to do next; the code is explained in docs/operations. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    DatabaseException(String code, String text, @Nullable Throwable cause) {
        super(code + ": " + text, cause);
        this.code = code;
    }

    /** One of {@code DB_FOLDER_IN_USE}, {@code DB_INSTALL_FAILED}, {@code DB_START_FAILED}, {@code DB_STOP_FAILED}. */
    public String code() {
        return code;
    }
}
