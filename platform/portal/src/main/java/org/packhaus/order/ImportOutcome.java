package org.packhaus.order;

import java.time.Instant;

/** How a run of the import ended. */
public sealed interface ImportOutcome {
    /** The pass is complete. */
    record Done(int imported, int changed, int unchanged, int unreadable) implements ImportOutcome {}

    /** The channel could not answer; it is asked again. */
    record Later(Instant at, String code, String text) implements ImportOutcome {}

    /** The connection does not work; nothing is asked until it is repaired. */
    record Paused(String code, String text) implements ImportOutcome {}
}
