package org.packhaus.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds and stops the operating system's process of a server, ours or one a dead portal left behind. */
final class ServerProcess {
    private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);
    private static final long STOP_SECONDS = 60;

    private ServerProcess() {}

    /**
     * Stops the server that a killed portal left running on these files. The caller holds the folder's lock, so no living portal
     * can own it.
     */
    static void stopOrphan(ServerFiles files) {
        orphan(files).ifPresent(process -> {
            log.warn(
                    "A MariaDB of a portal that died is still running (process {}); it is stopped first",
                    process.pid());
            stop(process);
        });
    }

    private static Optional<ProcessHandle> orphan(ServerFiles files) {
        try {
            if (!Files.exists(files.pid())) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readString(files.pid()).strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> runs(process, files));
        } catch (IOException | NumberFormatException e) {
            log.warn("{} cannot be read and is ignored", files.pid(), e);
            return Optional.empty();
        }
    }

    /** Process numbers are reused: only a process of this program on this data folder is ours. */
    private static boolean runs(ProcessHandle process, ServerFiles files) {
        boolean program = process.info()
                .command()
                .map(command ->
                        Path.of(command).getFileName().equals(files.executable().getFileName()))
                .orElse(false);
        return program
                && process.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(ServerFiles.DATA_OPTION + files.data()))
                        // Some systems do not tell.
                        .orElse(true);
    }

    /** A clean stop (SIGTERM lets InnoDB finish); killed only if it does not end: InnoDB recovers from that. */
    static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            log.error("MariaDB (process {}) did not stop within {} s and is killed", process.pid(), STOP_SECONDS);
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new DatabaseException(
                    "db-stop-failed", "MariaDB (process " + process.pid() + ") could not be stopped", e);
        }
    }

    static String lastLines(Path file, int count) {
        try {
            List<String> lines = Files.readAllLines(file);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}
