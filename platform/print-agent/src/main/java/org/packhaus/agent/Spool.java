package org.packhaus.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The files this agent has taken, on the disk: a power cut loses none, and prints none twice. A job is a {@code .properties} with its state
 * beside a {@code .bin} with its bytes; states only go forward.
 */
final class Spool {

    /** Where a job stands. */
    enum State {
        /** Here, and not known to the portal as taken. */
        TAKEN,
        /** Given to the printer, or about to be: what became of it is not known before PRINTED or FAILED. */
        PRINTING,
        PRINTED,
        FAILED
    }

    /** A job on the disk. @param text why it failed */
    record Entry(long id, String printer, String title, String type, State state, String text) {}

    private final Path folder;

    Spool(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** False if it is here already. */
    boolean take(Job job) throws IOException {
        if (find(job.id()).isPresent()) {
            return false;
        }
        Files.write(folder.resolve(job.id() + ".bin"), job.content());
        write(new Entry(job.id(), job.printer(), job.title(), job.type(), State.TAKEN, ""));
        return true;
    }

    byte[] content(Entry entry) throws IOException {
        return Files.readAllBytes(folder.resolve(entry.id() + ".bin"));
    }

    Entry mark(Entry entry, State state, String text) throws IOException {
        Entry marked = new Entry(entry.id(), entry.printer(), entry.title(), entry.type(), state, text);
        write(marked);
        return marked;
    }

    void remove(Entry entry) throws IOException {
        Files.deleteIfExists(folder.resolve(entry.id() + ".properties"));
        Files.deleteIfExists(folder.resolve(entry.id() + ".bin"));
    }

    /** In the order in which they were queued. */
    List<Entry> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .map(Spool::read)
                    .sorted(Comparator.comparingLong(Entry::id))
                    .toList();
        }
    }

    private Optional<Entry> find(long id) {
        Path file = folder.resolve(id + ".properties");
        return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
    }

    private void write(Entry entry) throws IOException {
        Properties values = new Properties();
        values.setProperty("id", Long.toString(entry.id()));
        values.setProperty("printer", entry.printer());
        values.setProperty("title", entry.title());
        values.setProperty("type", entry.type());
        values.setProperty("state", entry.state().name());
        values.setProperty("text", entry.text());
        Path part = folder.resolve(entry.id() + ".part");
        try (var out = Files.newOutputStream(part)) {
            values.store(out, null);
        }
        Files.move(
                part,
                folder.resolve(entry.id() + ".properties"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static Entry read(Path file) {
        Properties values = new Properties();
        try (var in = Files.newInputStream(file)) {
            values.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Entry(
                Long.parseLong(values.getProperty("id")),
                values.getProperty("printer"),
                values.getProperty("title"),
                values.getProperty("type"),
                State.valueOf(values.getProperty("state")),
                values.getProperty("text"));
    }
}
