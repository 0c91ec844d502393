package org.packhaus.administration;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.DatabaseState;
import org.packhaus.job.JobCounts;

/**
 * How this node and what it stands on are doing.
 *
 * @param database empty if it does not answer
 * @param free bytes left where the data folder is
 * @param masterKey where the key of the vault lies; empty if it comes from the environment
 * @param lastBackup as the backup command says; null if it never did
 */
public record SystemState(
        String version,
        String java,
        Instant startedAt,
        Optional<DatabaseState> database,
        JobCounts jobs,
        Path data,
        long free,
        long total,
        Optional<Path> masterKey,
        @Nullable Instant lastBackup) {}
