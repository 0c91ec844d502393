package org.packhaus.agent;

import java.io.IOException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.packhaus.agent.PortalCalls.TokenRefused;
import org.packhaus.agent.Spool.Entry;
import org.packhaus.agent.Spool.State;

/**
 * Fetches files, prints them in their order and reports what became of them. Every step is on the disk before the next: while the portal
 * cannot be reached the agent prints what it has and reports later, and after a power cut it prints nothing a second time: a file that was at
 * the printer just then is reported as failed, for a person to look.
 */
public final class PrintAgent {
    private static final long SHORTEST_PAUSE_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 60_000;

    private final PortalCalls portal;
    private final Spool spool;
    private final Printers printers;

    PrintAgent(PortalCalls portal, Spool spool, Printers printers) {
        this.portal = portal;
        this.spool = spool;
        this.printers = printers;
    }

    public static void main(String[] arguments) throws Exception {
        try {
            Options options = Options.of(List.of(arguments), System.getenv());
            say("Print agent for " + options.server() + "; files lie in " + options.spool());
            new PrintAgent(
                            new PortalCalls(options.server(), options.token()),
                            new Spool(options.spool()),
                            new Printers(options.printers()))
                    .run();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (TokenRefused e) {
            System.err.println(e.getMessage());
            System.exit(3);
        }
    }

    private void run() throws InterruptedException, IOException, TokenRefused {
        afterPowerCut();
        long pause = SHORTEST_PAUSE_MILLIS;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                turn();
                pause = SHORTEST_PAUSE_MILLIS;
            } catch (IOException e) {
                say("The portal cannot be reached (" + e.getMessage() + "); trying again in " + pause / 1000 + " s.");
                Thread.sleep(pause);
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
            }
        }
    }

    /** What was at a printer when the power went may or may not have come out. */
    void afterPowerCut() throws IOException {
        for (Entry entry : spool.entries()) {
            if (entry.state() == State.PRINTING) {
                spool.mark(
                        entry,
                        State.FAILED,
                        "The agent was stopped while it printed. Look whether the paper is complete, then print again.");
            }
        }
    }

    /** Reports, fetches one file, prints it, reports. @throws IOException if the portal cannot be reached; what is on the disk stays */
    void turn() throws IOException, InterruptedException, TokenRefused {
        settle();
        Optional<Job> next = portal.next();
        if (next.isPresent()) {
            spool.take(next.get());
            settle();
        }
    }

    /** In the order of the queue: a file is printed only when those before it are. */
    private void settle() throws IOException, InterruptedException, TokenRefused {
        for (Entry entry : spool.entries()) {
            Entry done = entry;
            if (entry.state() == State.TAKEN) {
                // Told before it is printed, or the portal would hand it out again.
                portal.report(entry.id(), "SENT", "");
                done = print(entry);
            }
            portal.report(done.id(), done.state().name(), done.text());
            spool.remove(done);
        }
    }

    private Entry print(Entry entry) throws IOException {
        Entry printing = spool.mark(entry, State.PRINTING, "");
        try {
            printers.print(entry, spool.content(entry));
            say("Printed " + entry.title() + " on " + entry.printer());
            return spool.mark(printing, State.PRINTED, "");
        } catch (IOException | RuntimeException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            say("Could not print " + entry.title() + " on " + entry.printer() + ": " + why);
            return spool.mark(printing, State.FAILED, "Printer " + entry.printer() + ": " + why + ".");
        }
    }

    private static void say(String text) {
        System.out.println(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + text);
    }
}
