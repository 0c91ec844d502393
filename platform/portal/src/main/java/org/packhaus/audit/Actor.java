package org.packhaus.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param id the user's id; null for a job and for the system
 * @param name as shown, kept as it was at the time
 */
public record Actor(Kind kind, @Nullable Long id, String name) {
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, "system");

    public static Actor user(long id, String name) {
        return new Actor(Kind.USER, id, name);
    }

    public static Actor job(String name) {
        return new Actor(Kind.JOB, null, name);
    }

    /** What sort of actor. */
    public enum Kind {
        USER,
        JOB,
        SYSTEM
    }
}
