package org.packhaus.security;

import java.time.Instant;

/**
 * A link with which somebody sets their password once. Shown to the administrator this one time; the database keeps its hash.
 *
 * @param token the last part of the link's address
 */
public record OneTimeLink(UserId user, String token, Instant expires) {
    /** Without the token: this text may reach a log. */
    @Override
    public String toString() {
        return "OneTimeLink[" + user + ", " + expires + "]";
    }
}
