package org.packhaus.job;

/** How far a row is. */
public enum RowState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    /** The answer is not known yet; it is settled later, see {@link BatchService#settle}. */
    PENDING,
    CANCELLED
}
