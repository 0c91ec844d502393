package org.packhaus.print;

/** One file on its way to a printer. */
public record TaskId(long value) {
    public TaskId {
        if (value <= 0) {
            throw new IllegalArgumentException("not a task's id: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
