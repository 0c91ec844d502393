package org.packhaus.returnnumber;

import org.packhaus.Refusal;

/** Something could not be done with return numbers. The message says what to do next. */
public class ReturnNumberException extends Refusal {
    private static final long serialVersionUID = 1L;

    public ReturnNumberException(String code, String text, String... named) {
        super(code, text, named);
    }
}
