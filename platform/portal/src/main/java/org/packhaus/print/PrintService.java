package org.packhaus.print;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.document.PrintRequest;
import org.packhaus.job.Jobs;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.DocumentType;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.stereotype.Service;

/** The files on their way to print stations. Each belongs to a seller: only those in scope are seen. */
@Service
public class PrintService {
    private final PrintBook book;
    private final PrintFiles files;
    private final Jobs jobs;
    private final Audit audit;
    private final TransactionRetry transactions;
    private final Clock clock;

    PrintService(PrintBook book, PrintFiles files, Jobs jobs, Audit audit, TransactionRetry transactions, Clock clock) {
        this.book = book;
        this.files = files;
        this.jobs = jobs;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Puts the papers of these orders into the queues of a station: the labels for its label printer, the slips for the other. Each file
     * has one seller's orders in picking order; carriers may be mixed. Call outside a transaction, with the sellers in scope.
     *
     * @param papers what to print
     * @param start the first free place of a label sheet, from 1
     * @param which of their parcels
     * @return what was queued, and whom it left out
     */
    public Queued print(
            StationId station, Collection<OrderId> orders, Papers papers, int start, PrintRequest.Which which) {
        StationRow where = transactions.call(() -> book.station(station).row());
        List<PrintFiles.Made> made = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        if (papers != Papers.LABELS) {
            made.addAll(files.slips(printer(where, where.slipPrinter(), "packing slips"), orders, which, leftOut));
        }
        if (papers != Papers.SLIPS) {
            PrinterRow labels = printer(where, where.labelPrinter(), "labels");
            made.addAll(files.labels(labels, orders, start, which, leftOut));
            made.addAll(customs(where, labels, orders, which, leftOut));
        }
        // At one instant: the files of another packer's print do not come in between.
        Instant now = clock.instant();
        List<TaskId> tasks = transactions.call(
                () -> made.stream().map(file -> queue(where.id(), file, now)).toList());
        return new Queued(tasks, List.copyOf(leftOut));
    }

    private List<PrintFiles.Made> customs(
            StationRow where,
            PrinterRow labels,
            Collection<OrderId> orders,
            PrintRequest.Which which,
            List<LeftOut> leftOut) {
        if (where.slipPrinter() != null) {
            return files.customs(printer(where, where.slipPrinter(), "packing slips"), orders, which);
        }
        if (!files.customs(labels, orders, which).isEmpty()) {
            leftOut.add(new LeftOut(
                    "customs-without-printer",
                    "The papers for customs are A4, and the station " + where.name()
                            + " has no printer for that. Print these orders' labels in the browser as well.",
                    where.name()));
        }
        return List.of();
    }

    private TaskId queue(StationId station, PrintFiles.Made file, Instant now) {
        PrintTask task = book.add(new PrintTask(
                file.seller(),
                station,
                file.printer().id(),
                file.title(),
                file.type(),
                file.content(),
                file.orders(),
                now,
                audit.actor().name()));
        wake(task, file.printer().route());
        return task.id();
    }

    /**
     * Puts an A4 paper of another room into the queue of a station's printer for slips, as papers for customs are. The seller must be in
     * scope.
     *
     * @param title a word of {@code print.papers}
     * @param pdf the paper
     * @param parcels it is about, how many
     */
    public TaskId print(StationId station, SellerId seller, String title, byte[] pdf, int parcels) {
        SellerScope.require(seller);
        StationRow where = transactions.call(() -> book.station(station).row());
        PrinterRow printer = printer(where, where.slipPrinter(), "papers");
        if (printer.language() != DocumentType.PDF) {
            throw new PrintException(
                    "printer-without-a4",
                    "The printer " + printer.name() + " prints no A4 papers. Choose another one under Print stations.",
                    printer.name());
        }
        return transactions.call(() -> queue(
                station, new PrintFiles.Made(seller, printer, title, DocumentType.PDF, pdf, parcels), clock.instant()));
    }

    private void wake(PrintTask task, Route route) {
        if (route != Route.AGENT) {
            // One that only looks whether others sent the file would come too late for a print that is wanted again.
            jobs.cancel(SendTask.TYPE, task.id().toString());
            jobs.schedule(
                    SendTask.TYPE,
                    task.id().toString(),
                    task.seller(),
                    new SendTask.Task(task.id().value()));
        }
    }

    private PrinterRow printer(StationRow station, @Nullable PrinterId printer, String what) {
        if (printer == null) {
            throw new PrintException(
                    "no-printer",
                    "The station " + station.name() + " has no printer for " + what
                            + ". Choose one under Print stations.",
                    station.name());
        }
        return transactions.call(() -> book.printer(printer).row());
    }

    /** What was put into the queues, and what was not. */
    public record Queued(List<TaskId> tasks, List<LeftOut> leftOut) {}

    /**
     * What is not printed.
     *
     * @param text names the order and the remedy
     * @param named for the gaps of the portal's words for the code
     */
    public record LeftOut(String code, String text, List<String> named) {
        LeftOut(String code, String text, String... named) {
            this(code, text, List.of(named));
        }
    }

    /** What comes out. */
    public enum Papers {
        LABELS,
        SLIPS,
        BOTH
    }

    /** The newest files of the sellers in scope. @param before the id of the last one shown; {@code Long.MAX_VALUE} to begin */
    public List<TaskRow> newest(long before, int count) {
        return transactions.call(() -> book.newest(before, count));
    }

    /** Prints a failed file again, or one that got stuck or lost; the person looked whether paper lies in the printer. */
    public void again(TaskId id) {
        transactions.callAgainIfStale(() -> {
            PrintTask task = find(id);
            if (task.content().length == 0) {
                throw tooOld();
            }
            task.queueAgain();
            wake(task, book.printer(task.printer()).row().route());
            record(task, "print.again");
            return null;
        });
    }

    static PrintException tooOld() {
        return new PrintException(
                "print-too-old", "The pages of this print are not kept any more. Print the orders anew.");
    }

    /** Takes a file out of the queue. */
    public void cancel(TaskId id) {
        transactions.callAgainIfStale(() -> {
            PrintTask task = find(id);
            if (!task.state().isOver()) {
                task.cancel(clock.instant());
                record(task, "print.cancel");
            }
            return null;
        });
    }

    private PrintTask find(TaskId id) {
        return book.task(id)
                .orElseThrow(() -> new PrintException("print-unknown", "There is no print " + id + " in view."));
    }

    private void record(PrintTask task, String action) {
        audit.record(
                task.seller(), action, new Subject("print-task", task.id().value()), Map.of("title", task.title()));
    }

    /** What the agent of a station is to print next. Needs all sellers in scope: a station serves them all. */
    Optional<Handed> next(StationId station) {
        return transactions.call(() -> book.next(station)
                .map(task -> new Handed(
                        task.id(),
                        book.printer(task.printer()).row().address(),
                        task.title(),
                        task.type(),
                        task.content())));
    }

    /** A file as the agent gets it. @param printer as the agent knows it */
    @SuppressWarnings("ArrayRecordComponent") // Large, and compared nowhere.
    record Handed(TaskId id, String printer, String title, DocumentType type, byte[] content) {}

    /** What an agent says of a file. Saying it twice is no error: it repeats what it could not get through. */
    boolean report(StationId station, TaskId id, TaskState state, String text) {
        return transactions.callAgainIfStale(() -> {
            Optional<PrintTask> found =
                    book.task(id).filter(task -> task.station().equals(station));
            found.filter(task -> !task.state().isOver()).ifPresent(task -> {
                switch (state) {
                    case SENT -> task.sent(clock.instant());
                    case PRINTED -> task.printed(clock.instant());
                    case FAILED -> task.failed("printer-failed", text, clock.instant());
                    case QUEUED, CANCELLED -> throw new IllegalArgumentException(state.name());
                }
            });
            return found.isPresent();
        });
    }
}
