package org.packhaus.print;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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

    private final PrintBook book;
    private final PrintHosts hosts;
    private final TransactionRetry transactions;
    private final Clock clock;

    SendTask(PrintBook book, PrintHosts hosts, TransactionRetry transactions, Clock clock) {
        this.book = book;
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

    @Override
    public JobResult run(Task data, JobContext context) {
        TaskId id = new TaskId(data.task());
        claim(id).ifPresent(work -> {
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
                                        + ". Look whether it is on and what it printed, then print again.")));
            }
        });
        return JobResult.DONE;
    }

    private record Work(PrinterRow printer, PrintTask task) {}

    /** Only what waits is sent; a job that runs again after its node died finds it sent, and says that nobody knows. */
    private Optional<Work> claim(TaskId id) {
        return transactions.callAgainIfStale(() -> {
            Optional<PrintTask> task = book.task(id);
            if (task.isPresent() && task.get().state() == TaskState.SENT) {
                task.get()
                        .failed(
                                "print-unclear",
                                "The portal stopped while it sent the file. Look what the printer printed, then print again.",
                                clock.instant());
                return Optional.empty();
            }
            return task.filter(one -> one.state() == TaskState.QUEUED).map(one -> {
                one.sent(clock.instant());
                return new Work(book.printer(one.printer()).row(), one);
            });
        });
    }

    private void send(Work work) throws IOException {
        PrinterRow printer = work.printer();
        PrintHosts.Target target = hosts.demand(printer.route(), printer.address());
        byte[] content = work.task().content();
        switch (printer.route()) {
            case RAW -> raw(target, content);
            case IPP ->
                new Ipp(target, Duration.ofMillis(ANSWER_MILLIS))
                        .print(work.task().title(), work.task().type(), content);
            case AGENT -> throw new PrintException("agent-prints", "The agent of the station prints on this printer.");
        }
    }

    private static void raw(PrintHosts.Target target, byte[] content) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(target.host(), target.port()), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(content);
            out.flush();
            socket.shutdownOutput();
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
