package org.packhaus.dayend;

import org.packhaus.Refusal;

/** A day cannot be closed as asked. The text says what to do next; the code is explained in docs/operations. */
public final class DayEndException extends Refusal {
    private static final long serialVersionUID = 1L;

    DayEndException(String code, String text, String... named) {
        super(code, text, named);
    }
}
