package org.packhaus.job;

import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;

/** Does the rows of one kind of batch; a bean. */
public interface BatchHandler {
    String kind();

    /**
     * Does one row: outside any transaction, with the row's seller in scope, in the name of whoever started the batch. Called again for
     * a row whose node died, so it must find out what has been done already. An exception fails this row and no other.
     */
    RowOutcome handle(BatchRow row, Map<String, String> parameters) throws Exception;

    /**
     * What has become of a row that {@link #handle} left pending, by what is written down: in a transaction, with the row's seller in
     * scope. Empty if nothing is known of it any more. Asked as long as the row is pending, for the row may have been left just when the
     * news was told.
     */
    default Optional<RowOutcome> outcome(BatchRow row) {
        return Optional.empty();
    }

    static BatchHandler of(String kind, ObjectProvider<BatchHandler> handlers) {
        return handlers.stream()
                .filter(handler -> handler.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no handler for batches of kind " + kind));
    }

    /** How many rows of one lane may run at once on one node. */
    default int parallel() {
        return 4;
    }
}
