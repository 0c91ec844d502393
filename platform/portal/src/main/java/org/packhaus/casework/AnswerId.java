package org.packhaus.casework;

/** An answer that goes out. */
public record AnswerId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
