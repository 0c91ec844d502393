package org.packhaus.document;

import java.util.Locale;

/** One document cannot be printed as it is; the others of its batch can. The message says which one and what to do. */
public final class Unprintable extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. {@code docs/operations} explains the codes. */
    public enum Code {
        /** The carrier's file is damaged, locked, empty or no PDF. */
        LABEL_UNREADABLE,
        /** The label does not fit the paper at its own size, and bars must not be scaled. */
        LABEL_LARGER_THAN_PAPER,
        /** There is nothing to print for it yet. */
        NO_LABEL,
        /** The carrier's file is in a printer's language and cannot be put on a page. */
        LABEL_IS_NO_PDF,
        /** The channel hides the address still, or it was erased. */
        NO_ADDRESS,
        /** Every piece was cancelled, sent or is held back by the channel. */
        NOTHING_TO_PACK,
        /** Its parcels have left. */
        LEFT_ALREADY,
        /** The buyer cancelled what is in its parcels. */
        CANCELLED;

        /** As people read it and docs/operations explains it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Code code;
    private final String text;

    public Unprintable(Code code, String text) {
        super(text);
        this.code = code;
        this.text = text;
    }

    Unprintable(Code code, String text, Throwable cause) {
        super(text, cause);
        this.code = code;
        this.text = text;
    }

    /** What happened, to which order, what to do next. */
    public String text() {
        return text;
    }

    public Code code() {
        return code;
    }
}
