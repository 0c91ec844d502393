package org.packhaus.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which JARs lie in a folder, and which of them have arrived completely? Not for several threads at once. */
final class FolderListing {
    private static final Logger log = LoggerFactory.getLogger(FolderListing.class);
    /** So long a file that is no JAR may be one that is still being copied. */
    private static final int LOOKS_FOR_A_COPY = 3;

    private final Path folder;
    private final Map<String, Seen> seen = new HashMap<>();

    /** How a file looked the last time, and how often it has looked so. */
    private record Seen(Print print, int times) {}

    /** By this a change is noticed. */
    record Print(long size, long changed, long signatureSize, long signatureChanged) {}

    FolderListing(Path folder) {
        this.folder = folder;
    }

    Path signature(String file) {
        return folder.resolve(file + ".sig");
    }

    Set<String> names() {
        return seen.keySet();
    }

    /** Looks once and remembers. */
    Map<String, Print> now() {
        Map<String, Print> there = new TreeMap<>();
        try (Stream<Path> list = Files.list(folder)) {
            for (Path jar : list.filter(file -> isJarName(file.getFileName().toString()))
                    .toList()) {
                there.put(jar.getFileName().toString(), print(jar));
            }
        } catch (IOException e) {
            // Somebody is at work in the folder. The next look will see it whole.
            log.debug("The plugin folder cannot be read now", e);
            seen.forEach((file, look) -> there.put(file, look.print()));
            return there;
        }
        seen.keySet().retainAll(there.keySet());
        there.forEach((file, print) -> seen.merge(
                file,
                new Seen(print, 1),
                (last, first) -> last.print().equals(print) ? new Seen(print, last.times() + 1) : first));
        return there;
    }

    private Print print(Path jar) throws IOException {
        Path signature = signature(jar.getFileName().toString());
        boolean signed = Files.exists(signature);
        return new Print(
                Files.size(jar),
                Files.getLastModifiedTime(jar).toMillis(),
                signed ? Files.size(signature) : -1,
                signed ? Files.getLastModifiedTime(signature).toMillis() : -1);
    }

    /** Those that have not changed between two looks and can be opened; one that never can counts after some looks all the same. */
    Map<String, Print> complete(Set<String> known) {
        Map<String, Print> complete = new TreeMap<>();
        seen.forEach((file, look) -> {
            if (!known.contains(file) && look.times() > 1 && (look.times() > LOOKS_FOR_A_COPY || isJar(file))) {
                complete.put(file, look.print());
            }
        });
        return complete;
    }

    /** A name that begins with a dot is somebody's file under way. */
    private static boolean isJarName(String name) {
        return name.endsWith(".jar") && !name.startsWith(".");
    }

    /** A JAR's table of contents is at its end: a half-copied one cannot be opened. */
    private boolean isJar(String file) {
        try (var jar = new ZipFile(folder.resolve(file).toFile())) {
            return jar.size() > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
