package org.packhaus.connect;

/**
 * One thing that the trial run looked at.
 *
 * @param text what was found, or what stands in the way and what to do; may be empty
 */
public record TrialLine(Check check, Result result, String text) {

    /** In the order in which they are tried. */
    public enum Check {
        CHANNEL,
        CARRIER,
        SENDER,
        RETURNS,
        ORDER,
        LABEL,
        PAPERS,
        REPORT,
        WAY_BACK
    }

    /** What came of it. */
    public enum Result {
        FINE,
        FAILED,
        /** Nothing was done: it would cost money, or something before it failed. */
        NOT_TRIED
    }
}
