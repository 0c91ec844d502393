package org.packhaus.job;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/**
 * A job as administration shows it.
 *
 * @param id type and key, as in the log
 * @param at when it is due, or was; for a job that was given up, when it failed last
 * @param node where it runs now
 * @param failures in a row
 * @param error of the last failure
 */
public record JobRow(
        String id,
        String type,
        Set<SellerId> sellers,
        State state,
        Instant at,
        @Nullable String node,
        int failures,
        @Nullable String error,
        Again again) {

    /** Where it is. */
    public enum State {
        RUNNING,
        /** It should run now and waits for a free hand. */
        DUE,
        /** Its time has not come. */
        WAITING,
        /** It failed and is tried again by itself. */
        FAILING,
        /** It failed and is tried no more. */
        GIVEN_UP
    }

    /** Whether a person may have it run now. */
    public enum Again {
        YES,
        /** It runs, or runs in a moment. */
        NO_NEED,
        /** It may have cost money: what is open is looked up by the ledger, and repeated by a person on the batch's page. */
        RECONCILED,
        /** Nobody knows its type: the plugin or release it came from is gone. */
        UNKNOWN
    }
}
