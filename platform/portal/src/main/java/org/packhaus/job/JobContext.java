package org.packhaus.job;

/** What a running job may ask about its run. */
public interface JobContext {
    /** The portal is going down: finish what you are at, begin nothing new and ask to be run again. */
    boolean isStopping();

    /** How often it has failed in a row. */
    int failures();
}
