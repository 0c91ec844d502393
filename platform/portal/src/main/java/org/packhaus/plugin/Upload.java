package org.packhaus.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * Puts a file into the plugin folder, after the checks the folder would make itself: so that who uploads hears at once what is wrong, and
 * a file that would be refused does not push out one that works. Nothing of the plugin is run for that.
 */
final class Upload {
    private static final int MOST_BYTES = 50 * 1024 * 1024;

    private final Path folder;
    private final Trust trust;
    private final PluginLoading loading;

    Upload(Path folder, Trust trust, PluginLoading loading) {
        this.folder = folder;
        this.trust = trust;
        this.loading = loading;
    }

    Path folder() {
        return folder;
    }

    /**
     * @param signature {@code name.jar.sig}; null if there is none
     * @param file of the same plugin that is there now; null if there is none
     */
    PluginManifest take(
            byte[] jar, byte @Nullable [] signature, java.util.function.Function<String, @Nullable String> fileNow) {
        if (jar.length > MOST_BYTES) {
            throw new PluginUploadException(
                    "plugin-too-large", "The file is larger than 50 MB. A plugin brings only what it needs.");
        }
        Path part = write(".upload-" + System.nanoTime() + ".part", jar);
        Path signed = signature == null
                ? folder.resolve(part.getFileName() + ".sig")
                : write(part.getFileName() + ".sig", signature);
        try {
            PluginManifest manifest = PluginManifest.of(part);
            trust.vouch(part, Trust.sha256(part), signed);
            loading.requireVersion(manifest);
            String now = fileNow.apply(manifest.id());
            String file = now == null ? manifest.id() + ".jar" : now;
            keepPrevious(file, manifest.id());
            if (signature == null) {
                Files.deleteIfExists(folder.resolve(file + ".sig"));
            } else {
                move(signed, folder.resolve(file + ".sig"));
            }
            move(part, folder.resolve(file));
            return manifest;
        } catch (PluginRefused e) {
            throw new PluginUploadException(e.problem().code(), e.problem().text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(part);
            delete(signed);
        }
    }

    boolean hasPrevious(String id) {
        return Files.exists(previous(id));
    }

    /** Puts the file that was replaced back, and keeps the newer one in its place: doing it twice changes nothing. */
    void rollBack(String id, String file) {
        Path swapped = folder.resolve("." + id + ".swapped");
        try {
            if (!hasPrevious(id)) {
                throw new PluginUploadException(
                        "plugin-no-previous", "No earlier file of the plugin " + id + " is kept.", id);
            }
            move(folder.resolve(file), swapped);
            swapSignature(id, file);
            move(previous(id), folder.resolve(file));
            move(swapped, previous(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void swapSignature(String id, String file) throws IOException {
        Path now = folder.resolve(file + ".sig");
        Path before = folder.resolve("." + id + ".previous.sig");
        Path swapped = folder.resolve("." + id + ".swapped.sig");
        boolean signed = Files.exists(now);
        if (signed) {
            move(now, swapped);
        }
        if (Files.exists(before)) {
            move(before, now);
        }
        if (signed) {
            move(swapped, before);
        }
    }

    /** A dot in front keeps it out of the listing. */
    private Path previous(String id) {
        return folder.resolve("." + id + ".previous");
    }

    private void keepPrevious(String file, String id) throws IOException {
        Path now = folder.resolve(file);
        if (!Files.exists(now)) {
            return;
        }
        Files.copy(now, previous(id), StandardCopyOption.REPLACE_EXISTING);
        Path signature = folder.resolve(file + ".sig");
        Path kept = folder.resolve("." + id + ".previous.sig");
        if (Files.exists(signature)) {
            Files.copy(signature, kept, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(kept);
        }
    }

    private Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new PluginUploadException(
                    "plugin-folder-read-only",
                    "The plugin folder " + folder.toAbsolutePath() + " cannot be written: " + e.getMessage()
                            + ". Give the portal's user the right to, or copy the file there yourself.",
                    folder.toAbsolutePath().toString());
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
