package org.packhaus.casework;

import org.packhaus.Refusal;

/** Something could not be done to a case. The message says what to do next. */
public class CaseException extends Refusal {
    private static final long serialVersionUID = 1L;

    public CaseException(String code, String text, String... named) {
        super(code, text, named);
    }
}
