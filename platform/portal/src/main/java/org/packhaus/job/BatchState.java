package org.packhaus.job;

/** Whether a batch is still at work. Rows may be pending when it is finished. */
public enum BatchState {
    RUNNING,
    FINISHED
}
