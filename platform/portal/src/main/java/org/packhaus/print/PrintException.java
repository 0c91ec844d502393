package org.packhaus.print;

/** Something cannot be printed or set up; the text says what to do. */
public class PrintException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    PrintException(String code, String text) {
        super(text);
        this.code = code;
    }

    /** As in docs/operations. */
    public String code() {
        return code;
    }
}
