package org.packhaus.casework;

/** A case. */
public record CaseId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
