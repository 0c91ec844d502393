package org.packhaus.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something in a case's timeline. */
public sealed interface CaseLine {
    Instant at();

    /** A file with a message. */
    record File(long id, String name, String mediaType, int size) {}

    /**
     * The buyer, or the buyer's machine, wrote.
     *
     * @param text plain text, may be empty
     * @param safeHtml harmless HTML, empty if there was none
     */
    record In(
            Instant at, boolean automatic, String from, String address, String text, String safeHtml, List<File> files)
            implements CaseLine {}

    /** We wrote. */
    record Out(
            Instant at,
            AnswerId id,
            AnswerState state,
            ContactReason reason,
            String by,
            String to,
            String text,
            @Nullable String error,
            @Nullable Instant sentAt,
            List<File> files)
            implements CaseLine {}

    /** For colleagues only. */
    record Note(Instant at, String by, String text) implements CaseLine {}

    /** Something about the case changed. */
    record Change(Instant at, String by, String code, String text) implements CaseLine {}
}
