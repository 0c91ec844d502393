package org.packhaus.print;

import org.packhaus.Refusal;

/** Something cannot be printed or set up; the text says what to do. */
public class PrintException extends Refusal {
    private static final long serialVersionUID = 1L;

    PrintException(String code, String text, String... named) {
        super(code, text, named);
    }
}
