package org.packhaus.desk;

import org.packhaus.Refusal;

/** Something could not be done at the desk. The message says what to do next. */
public class DeskException extends Refusal {
    private static final long serialVersionUID = 1L;

    public DeskException(String code, String text, String... named) {
        super(code, text, named);
    }
}
