package org.packhaus.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the book are wanted.
 *
 * @param from the first instant; null for the beginning
 * @param until the first instant that is not wanted any more; null for now
 * @param actor the beginning of a name; empty for everybody
 * @param action the beginning of what was done, {@code order.} for instance; empty for everything
 * @param subjectType {@code order} for instance; empty for all
 * @param subjectId null for all
 */
public record AuditSearch(
        @Nullable Instant from,
        @Nullable Instant until,
        String actor,
        String action,
        String subjectType,
        @Nullable Long subjectId) {
    public static final AuditSearch EVERYTHING = new AuditSearch(null, null, "", "", "", null);
}
