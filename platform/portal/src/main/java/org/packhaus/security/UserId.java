package org.packhaus.security;

/** A person who may sign in. */
public record UserId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
