package org.packhaus.claim;

import org.packhaus.Refusal;

/** A claim cannot be so. The text says what to do next; the code is explained in docs/operations. */
public final class ClaimException extends Refusal {
    private static final long serialVersionUID = 1L;

    ClaimException(String code, String text, String... named) {
        super(code, text, named);
    }
}
