package org.packhaus.claim;

/** A claim. */
public record ClaimId(long value) {
    public ClaimId {
        if (value <= 0) {
            throw new IllegalArgumentException("not a claim's id: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
