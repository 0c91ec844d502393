package org.packhaus.agent;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.print.Doc;
import javax.print.DocFlavor;
import javax.print.DocPrintJob;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.standard.JobName;
import javax.print.event.PrintJobAdapter;
import javax.print.event.PrintJobEvent;

/** Gives files to printers. What a label printer understands goes to it byte by byte; a PDF the print system draws. */
final class Printers {
    private static final int CONNECT_MILLIS = 10_000;
    private static final long MOST_MINUTES = 5;

    private final Map<String, String> targets;

    Printers(Map<String, String> targets) {
        this.targets = targets;
    }

    /** @throws IOException with a text for the person at the table */
    void print(Spool.Entry job, byte[] content) throws IOException {
        String target = targets.getOrDefault(job.printer(), "system:" + job.printer());
        String where = target.substring(target.indexOf(':') + 1);
        if (target.startsWith("tcp:")) {
            socket(where, content);
        } else if (target.startsWith("dir:")) {
            folder(Path.of(where), job, content);
        } else {
            system(where, job, content);
        }
    }

    private static void socket(String where, byte[] content) throws IOException {
        int colon = where.lastIndexOf(':');
        String host = colon < 0 ? where : where.substring(0, colon);
        int port = colon < 0 ? 9100 : Integer.parseInt(where.substring(colon + 1));
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(content);
            out.flush();
            socket.shutdownOutput();
        }
    }

    private static void folder(Path folder, Spool.Entry job, byte[] content) throws IOException {
        Files.createDirectories(folder);
        String name = "%09d.%s".formatted(job.id(), extension(job.type()));
        Path part = Files.write(folder.resolve("." + name + ".part"), content);
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String extension(String type) {
        return type.substring(type.indexOf('/') + 1);
    }

    private static void system(String name, Spool.Entry job, byte[] content) throws IOException {
        PrintService[] all = PrintServiceLookup.lookupPrintServices(null, null);
        PrintService printer = Arrays.stream(all)
                .filter(one -> one.getName().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IOException("this computer has no printer “" + name + "”, only "
                        + Arrays.stream(all).map(PrintService::getName).collect(Collectors.joining(", ", "[", "]"))));
        DocFlavor pdf = new DocFlavor.INPUT_STREAM("application/pdf");
        DocFlavor flavor = job.type().equals("application/pdf") && printer.isDocFlavorSupported(pdf)
                ? pdf
                : DocFlavor.INPUT_STREAM.AUTOSENSE;
        Doc doc = new SimpleDoc(new ByteArrayInputStream(content), flavor, null);
        var wishes = new HashPrintRequestAttributeSet(new JobName("Packhaus " + job.id() + " " + job.title(), null));
        DocPrintJob print = printer.createPrintJob();
        // The reason of a failure, or nothing; the first to say something is right.
        CompletableFuture<String> over = new CompletableFuture<>();
        print.addPrintJobListener(new PrintJobAdapter() {
            @Override
            public void printJobFailed(PrintJobEvent event) {
                over.complete("the print system gave up on it");
            }

            @Override
            public void printJobCanceled(PrintJobEvent event) {
                over.complete("somebody cancelled it in the print system");
            }

            @Override
            public void printJobNoMoreEvents(PrintJobEvent event) {
                over.complete("");
            }
        });
        try {
            print.print(doc, wishes);
            String failure = over.get(MOST_MINUTES, TimeUnit.MINUTES);
            if (!failure.isEmpty()) {
                throw new IOException(failure);
            }
        } catch (TimeoutException e) {
            throw new IOException("the print system has not taken it within " + MOST_MINUTES + " minutes", e);
        } catch (PrintException | ExecutionException e) {
            throw new IOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
