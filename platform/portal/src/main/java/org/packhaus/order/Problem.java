package org.packhaus.order;

import org.jspecify.annotations.Nullable;

/**
 * Why an order needs a person.
 *
 * @param code stable, lower-case with hyphens; explained in docs/operations
 * @param text what happened, a sentence
 * @param fix what to do next, or the value that would mend it ({@code 82735518} for a post number found elsewhere)
 */
public record Problem(String code, String text, @Nullable String fix) {
    public Problem(String code, String text) {
        this(code, text, null);
    }
}
