package org.packhaus.sheet;

import org.packhaus.Refusal;

/** A file is no list that can be read. The message says what to do next. */
public class SheetException extends Refusal {
    private static final long serialVersionUID = 1L;

    public SheetException(String code, String text, String... named) {
        super(code, text, named);
    }
}
