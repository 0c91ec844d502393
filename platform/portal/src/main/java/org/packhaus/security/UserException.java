package org.packhaus.security;

import org.packhaus.Refusal;

/** A user cannot be created or changed as asked. The text says what to do; the code is explained in docs/operations. */
public final class UserException extends Refusal {
    private static final long serialVersionUID = 1L;

    UserException(String code, String text, String... named) {
        super(code, text, named);
    }
}
