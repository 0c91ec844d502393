package org.packhaus.print;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.JobContext;
import org.packhaus.job.JobHandler;
import org.packhaus.job.JobResult;
import org.packhaus.job.JobType;
import org.springframework.stereotype.Component;

/**
 * Sends a file to a printer the portal reaches itself. A file whose sending broke off is not sent again by itself: half of it may lie in
 * the printer, and a label printed twice is a parcel mixed up; a person looks and says "again".
 */
@Component
class SendTask implements JobHandler<SendTask.Task> {
    static final JobType<Task> TYPE = new JobType<>("print.send", Task.class);
    private static final int CONNECT_MILLIS = 10_000;
    private static final int ANSWER_MILLIS = 60_000;
    private static final Duration LONGEST_WRITE = Duration.ofMinutes(10);

    /** Whoever empties the queue takes this file as well; a look now and then covers that they died. */
    private static final Duration WHILE_OTHERS_SEND = Duration.ofMinutes(1);

    private final PrintBook book;
    private final PrinterLane lane;
    private final PrintHosts hosts;
    private final TransactionRetry transactions;
    private final Clock clock;

    SendTask(PrintBook book, PrinterLane lane, PrintHosts hosts, TransactionRetry transactions, Clock clock) {
        this.book = book;
        this.lane = lane;
        this.hosts = hosts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Which file. */
    record Task(long task) {}

    @Override
    public JobType<Task> type() {
        return TYPE;
    }

    /** The job of a file empties its printer's queue, in which others may come before it. */
    @Override
    public JobResult run(Task data, JobContext context) {
        TaskId id = new TaskId(data.task());
        transactions
                .call(() -> book.printerOf(id, EnumSet.allOf(TaskState.class)))
                .ifPresent(printer -> lane.empty(printer, id, context::isStopping, this::deliver));
        boolean waits = transactions
                .call(() -> book.printerOf(id, EnumSet.of(TaskState.QUEUED)))
                .isPresent();
        return waits ? JobResult.again(WHILE_OTHERS_SEND) : JobResult.DONE;
    }

    private void deliver(PrinterLane.Work work) {
        TaskId id = work.task().id();
        try {
            send(work);
            end(id, Optional.empty());
        } catch (PrintException e) {
            end(id, Optional.of(e));
        } catch (IOException e) {
            end(
                    id,
                    Optional.of(new PrintException(
                            "printer-unreachable",
                            "The printer " + work.printer().name() + " ("
                                    + work.printer().address()
                                    + ") did not take the file: " + e.getMessage()
                                    + ". Look whether it is on and what it printed, then print again.",
                            work.printer().name(),
                            work.printer().address())));
        }
    }

    private void send(PrinterLane.Work work) throws IOException {
        PrinterRow printer = work.printer();
        PrintHosts.Target target = hosts.demand(printer.route(), printer.address());
        byte[] content = work.task().content();
        if (content.length == 0) {
            throw PrintService.tooOld();
        }
        switch (printer.route()) {
            case RAW -> raw(target, content);
            case IPP ->
                new Ipp(target, Duration.ofMillis(ANSWER_MILLIS))
                        .print(work.task().title(), work.task().type(), content);
            case AGENT -> throw new PrintException("agent-prints", "The agent of the station prints on this printer.");
        }
    }

    /** A printer without paper takes no more bytes, for as long as nobody looks after it; the files behind it wait no longer than this. */
    private static void raw(PrintHosts.Target target, byte[] content) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(target.host(), target.port()), CONNECT_MILLIS);
            FutureTask<Boolean> writing = new FutureTask<>(() -> {
                socket.getOutputStream().write(content);
                socket.shutdownOutput();
                return true;
            });
            Thread.ofVirtual().start(writing);
            writing.get(LONGEST_WRITE.toMinutes(), TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            throw new IOException("it stopped reading for " + LONGEST_WRITE.toMinutes() + " minutes", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void end(TaskId id, Optional<PrintException> failure) {
        transactions.callAgainIfStale(() -> {
            book.task(id).filter(task -> task.state() == TaskState.SENT).ifPresent(task -> {
                if (failure.isPresent()) {
                    task.failed(
                            failure.get().code(), String.valueOf(failure.get().getMessage()), clock.instant());
                } else {
                    task.printed(clock.instant());
                }
            });
            return null;
        });
    }
}
