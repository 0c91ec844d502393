package org.packhaus.casework;

/** Whose turn it is. */
public enum CaseState {
    /** Ours: the buyer waits for an answer. */
    OPEN,
    /** The buyer's, or a carrier's. */
    WAITING,
    /** Nobody's. A further message opens it again. */
    SOLVED
}
