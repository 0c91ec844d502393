package org.packhaus.database;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a whole transaction, and runs it again when MariaDB gave way to another one: 1020 (the row changed since our snapshot), 1205
 * (waited too long for a lock), 1213 (deadlock). The work must touch nothing but the database. Inside a running transaction it joins
 * without repeating, because only the outermost one can be repeated as a whole.
 */
@Component
public class TransactionRetry {
    private static final Logger log = LoggerFactory.getLogger(TransactionRetry.class);
    private static final Set<Integer> GAVE_WAY = Set.of(1020, 1205, 1213);
    private static final int ATTEMPTS = 8;

    private final TransactionTemplate transaction;

    TransactionRetry(PlatformTransactionManager manager) {
        this.transaction = new TransactionTemplate(manager);
    }

    public <T extends @Nullable Object> T call(Supplier<T> work) {
        return call(work, false);
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /**
     * Also repeats when a {@code @Version} was stale. Only for work that reads anew what it decides on: repeating a person's edit of
     * an old page would overwrite the other person's.
     */
    public <T extends @Nullable Object> T callAgainIfStale(Supplier<T> work) {
        return call(work, true);
    }

    private <T extends @Nullable Object> T call(Supplier<T> work, boolean stale) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !mayRepeat(e, stale)) {
                    throw e;
                }
                log.debug("Transaction gave way, attempt {} of {}", attempt, ATTEMPTS, e);
                pause(attempt, e);
            }
        }
    }

    private static boolean mayRepeat(Throwable failure, boolean stale) {
        if (stale && failure instanceof OptimisticLockingFailureException) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && GAVE_WAY.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    /** A little longer each time, and never two contenders equally long. */
    private static void pause(int attempt, RuntimeException failure) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(5, 25L << Math.min(attempt, 5)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
