package org.packhaus.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a start that failed for the database in three lines instead of three pages. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DatabaseException cause) {
        return new FailureAnalysis(
                cause.getMessage(), "See docs/operations, \"Database\", " + cause.code() + ".", failure);
    }
}
