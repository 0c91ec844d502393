package org.packhaus.print;

/** How far a file is. */
public enum TaskState {
    QUEUED,
    /** The agent has it, or it is being sent. */
    SENT,
    PRINTED,
    FAILED,
    CANCELLED;

    boolean isOver() {
        return this == PRINTED || this == CANCELLED;
    }
}
