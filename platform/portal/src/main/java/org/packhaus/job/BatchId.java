package org.packhaus.job;

/** A batch. */
public record BatchId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
