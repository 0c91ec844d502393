package org.packhaus.job;

import java.util.Map;

/** Does the rows of one kind of batch; a bean. */
public interface BatchHandler {
    String kind();

    /**
     * Does one row: outside any transaction, with the row's seller in scope, in the name of whoever started the batch. Called again for
     * a row whose node died, so it must find out what has been done already. An exception fails this row and no other.
     */
    RowOutcome handle(BatchRow row, Map<String, String> parameters) throws Exception;

    /** How many rows of one lane may run at once on one node. */
    default int parallel() {
        return 4;
    }

    /** When no row is waiting any more, with all the batch's sellers in scope. May be called again. */
    default void finished(BatchProgress progress, Map<String, String> parameters) throws Exception {}
}
