package org.packhaus.job;

import org.jspecify.annotations.Nullable;

/** What became of a row. */
public sealed interface RowOutcome {

    static RowOutcome done(@Nullable String result) {
        return new Done(result, null);
    }

    static RowOutcome done(@Nullable String result, @Nullable Price price) {
        return new Done(result, price);
    }

    static RowOutcome failed(String code, String text, @Nullable String fix) {
        return new Failed(code, text, fix);
    }

    static RowOutcome pending(String code, String text) {
        return new Pending(code, text);
    }

    record Done(@Nullable String result, @Nullable Price price) implements RowOutcome {}

    record Failed(String code, String text, @Nullable String fix) implements RowOutcome {}

    /** Not known yet, and never to be tried again blindly. */
    record Pending(String code, String text) implements RowOutcome {}
}
