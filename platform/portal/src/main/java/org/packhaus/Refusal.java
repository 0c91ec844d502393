package org.packhaus;

import java.util.Objects;

/**
 * A room does not do what somebody wanted. The text says in English what is the matter with which thing, and what to do. The code stands for
 * the same in the portal's own words ({@code Problems}) and in docs/operations; what these words name comes with it.
 */
public abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final String[] named;

    /** @param named what the portal's words for the code have gaps for: a name, an order's number, a limit */
    protected Refusal(String code, String text, String... named) {
        super(text);
        this.code = code;
        this.named = named.clone();
    }

    /** Short and stable: {@code claim-state}. */
    public final String code() {
        return code;
    }

    /** The sentence for the person who reads English. */
    public final String text() {
        return Objects.requireNonNullElse(getMessage(), code);
    }

    /** For the gaps of the portal's words, in their order. */
    public final String[] named() {
        return named.clone();
    }
}
