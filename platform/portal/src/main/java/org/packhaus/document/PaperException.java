package org.packhaus.document;

import org.packhaus.Refusal;

/** Papers cannot be set up or made as wanted; the text says what to do. */
public class PaperException extends Refusal {
    private static final long serialVersionUID = 1L;

    PaperException(String code, String text, String... named) {
        super(code, text, named);
    }
}
