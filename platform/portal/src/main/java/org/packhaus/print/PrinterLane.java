package org.packhaus.print;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.packhaus.database.TransactionRetry;
import org.packhaus.seller.SellerDirectory;
import org.packhaus.seller.SellerScope;
import org.springframework.stereotype.Component;

/**
 * A printer's queue. Its files are taken one after the other, as they were queued, whoever's they are and on whichever node: the next one
 * only when the one before came out or was given up. The printer's row is locked while a file is taken, and holds who empties the queue.
 */
@Component
class PrinterLane {
    /** Longer than the sending of any file. */
    private static final Duration LEASE = Duration.ofMinutes(15);

    private final PrintBook book;
    private final SellerDirectory sellers;
    private final TransactionRetry transactions;
    private final Clock clock;

    PrinterLane(PrintBook book, SellerDirectory sellers, TransactionRetry transactions, Clock clock) {
        this.book = book;
        this.sellers = sellers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A file and where it goes. */
    record Work(PrinterRow printer, PrintTask task) {}

    /**
     * Empties the printer's queue, unless somebody else is at it: who then finds what was queued meanwhile, because nobody leaves a queue
     * without a last look under the lock.
     *
     * @param job the file whose job this is; the same job, run again after its node died, goes on at once
     * @param send sends one file and writes down what came of it
     */
    void empty(PrinterId printer, TaskId job, BooleanSupplier stop, Consumer<Work> send) {
        // On a thread of its own: the queue is all sellers', and the scope of a job must not be widened inside of it.
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            thread.submit(() -> {
                        boolean more = true;
                        while (more && !stop.getAsBoolean()) {
                            more = SellerScope.get(sellers.all(), () -> {
                                Optional<Work> next = take(printer, job);
                                next.ifPresent(send);
                                return next.isPresent();
                            });
                        }
                        if (more) {
                            SellerScope.run(sellers.all(), () -> leave(printer, job));
                        }
                    })
                    .get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while files were sent", e);
        }
    }

    private Optional<Work> take(PrinterId id, TaskId job) {
        return transactions.callAgainIfStale(() -> {
            Instant now = clock.instant();
            Printer printer = book.locked(id);
            if (!printer.enter(job, now, now.plus(LEASE))) {
                return Optional.empty();
            }
            book.first(id, TaskState.SENT)
                    .ifPresent(left -> left.failed(
                            "print-unclear",
                            "The portal stopped while it sent the file. Look what the printer printed, then print again.",
                            now));
            Optional<PrintTask> next = book.first(id, TaskState.QUEUED);
            next.ifPresentOrElse(task -> task.sent(now), printer::leave);
            return next.map(task -> new Work(printer.row(), task));
        });
    }

    /** The portal stops: whoever comes after the start need not wait for the lease to end. */
    private void leave(PrinterId id, TaskId job) {
        transactions.callAgainIfStale(() -> {
            book.locked(id).leave(job);
            return true;
        });
    }
}
