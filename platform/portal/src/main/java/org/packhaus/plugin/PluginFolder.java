package org.packhaus.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.packhaus.plugin.FolderListing.Print;
import org.packhaus.seller.SellerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is loaded in step with what lies in the folder and what is switched on. It looks again and again instead of being told:
 * network drives and mounted volumes do not tell.
 */
final class PluginFolder implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PluginFolder.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LOOKS_AT_START = 3;

    private final Path folder;
    private final FolderListing listing;
    private final Path copies;
    private final Trust trust;
    private final PluginFiles files;
    private final PluginJars jars;
    private final PluginLoading loading;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Shelved> shelved = new TreeMap<>();
    private final Map<String, LoadedPlugin> loaded = new ConcurrentHashMap<>();
    private volatile List<PluginRow> rows = List.of();
    private volatile PluginSwitches switches = PluginSwitches.ALL_ON;
    private int copied;

    /** A file that was complete: either refused, or ready. */
    private record Shelved(
            String file,
            Print print,
            @Nullable PluginManifest manifest,
            @Nullable Path copy,
            PluginRow.@Nullable Problem problem) {

        String id() {
            return manifest == null ? file.replaceFirst("\\.jar$", "") : manifest.id();
        }
    }

    PluginFolder(Path folder, Trust trust, PluginFiles files, PluginJars jars, PluginLoading loading) {
        this.folder = folder;
        this.listing = new FolderListing(folder);
        this.trust = trust;
        this.files = files;
        this.jars = jars;
        this.loading = loading;
        try {
            Files.createDirectories(folder);
            copies = Files.createTempDirectory("packhaus-plugins-");
        } catch (IOException e) {
            throw new UncheckedIOException("The plugin folder " + folder + " cannot be made", e);
        }
    }

    Optional<LoadedPlugin> plugin(String id) {
        return Optional.ofNullable(loaded.get(id));
    }

    /** Whether this seller may use the plugin, as of the last look. */
    boolean isFor(String id, @Nullable SellerId seller) {
        return switches.isFor(id, seller);
    }

    List<LoadedPlugin> plugins() {
        return List.copyOf(loaded.values());
    }

    /** Every file, as of the last look; the numbers are of now. */
    List<PluginRow> rows() {
        return rows.stream().map(this::counted).toList();
    }

    private PluginRow counted(PluginRow row) {
        LoadedPlugin plugin = row.state() == PluginRow.State.LOADED ? loaded.get(row.id()) : null;
        return plugin == null ? row : row.counted(plugin.calls(), plugin.errors());
    }

    /** At the start: what lies there already is complete, so it is looked at until nothing is open any more. */
    void lookAtStart() throws InterruptedException {
        look();
        for (int i = 0; i < LOOKS_AT_START && !listing.names().equals(shelved.keySet()); i++) {
            Thread.sleep(200);
            look();
        }
    }

    /** Looks once. A file counts when it has not changed since the look before. */
    void look() {
        lock.lock();
        try {
            Map<String, Print> there = listing.now();
            boolean changed = takeOut(there);
            Map<String, Print> complete = listing.complete(shelved.keySet());
            complete.forEach(this::shelve);
            changed |= !complete.isEmpty();
            switches = files.switches();
            Set<String> disabled = switches.disabled();
            changed |= switchOnAndOff(disabled);
            if (changed || rows.size() != shelved.size()) {
                rows = shelved.values().stream()
                        .map(file -> row(file, disabled))
                        .sorted(Comparator.comparing(PluginRow::id).thenComparing(PluginRow::file))
                        .toList();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Unloads what is gone or was replaced. A second file of the same plugin gets its chance then. */
    private boolean takeOut(Map<String, Print> there) {
        List<Shelved> gone = shelved.values().stream()
                .filter(file -> !file.print().equals(there.get(file.file())))
                .toList();
        gone.forEach(this::takeOut);
        if (!gone.isEmpty()) {
            shelved.values()
                    .removeIf(file ->
                            file.problem() != null && file.problem().code().equals("plugin-duplicate"));
        }
        return !gone.isEmpty();
    }

    private void takeOut(Shelved file) {
        shelved.remove(file.file());
        if (file.problem() == null) {
            unload(file.id());
        }
        delete(file.copy());
    }

    private void shelve(String file, Print print) {
        PluginManifest manifest = null;
        Path copy = null;
        try {
            copy = copy(file);
            manifest = PluginManifest.of(copy);
            String sha256 = Trust.sha256(copy);
            String why = trust.vouch(copy, sha256, listing.signature(file));
            requireSingle(manifest, file);
            loading.requireVersion(manifest);
            files.approved(manifest, file, sha256, why);
            shelved.put(file, new Shelved(file, print, manifest, copy, null));
        } catch (PluginRefused e) {
            refuse(file, print, manifest, e);
            delete(copy);
        } catch (IOException e) {
            // Not shelved, so it is tried again at the next look.
            log.warn("{} cannot be copied now: {}", file, e.toString());
        }
    }

    private void requireSingle(PluginManifest manifest, String file) throws PluginRefused {
        Optional<Shelved> other = shelved.values().stream()
                .filter(one -> one.problem() == null && one.id().equals(manifest.id()))
                .findFirst();
        if (other.isPresent()) {
            throw new PluginRefused(
                    "plugin-duplicate",
                    "The plugin " + manifest.id() + " is there already as "
                            + other.get().file() + ". Delete one of the two files; " + file + " is not used.");
        }
    }

    private void refuse(String file, Print print, @Nullable PluginManifest manifest, PluginRefused refused) {
        log.warn("Plugin file {} refused. {}: {}", file, refused.problem().code(), refused.getMessage());
        shelved.put(file, new Shelved(file, print, manifest, null, refused.problem()));
    }

    /** From our own copy, so that the file in the folder can be replaced and deleted also where the system locks open files. */
    private Path copy(String file) throws IOException {
        // A portal that was stopped and started again in one process has put its copies away.
        Path copy = Files.createDirectories(copies).resolve(++copied + "-" + file);
        return Files.copy(folder.resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
    }

    private boolean switchOnAndOff(Set<String> disabled) {
        boolean changed = false;
        for (Shelved file : List.copyOf(shelved.values())) {
            if (file.problem() != null || file.manifest() == null || file.copy() == null) {
                continue;
            }
            boolean runs = loaded.containsKey(file.id());
            if (runs && disabled.contains(file.id())) {
                unload(file.id());
                changed = true;
            } else if (!runs && !disabled.contains(file.id())) {
                load(file, file.manifest(), file.copy());
                changed = true;
            }
        }
        return changed;
    }

    private void load(Shelved file, PluginManifest manifest, Path copy) {
        try {
            loaded.put(manifest.id(), loading.load(manifest, copy));
            log.info("Plugin {} {} loaded from {}", manifest.id(), manifest.version(), file.file());
        } catch (PluginRefused e) {
            refuse(file.file(), file.print(), manifest, e);
            delete(copy);
        }
    }

    private void unload(String id) {
        LoadedPlugin plugin = loaded.remove(id);
        if (plugin != null) {
            plugin.close(PATIENCE);
            loading.unload(id);
            Broom.sweep();
            log.info("Plugin {} {} taken out", id, plugin.manifest().version());
        }
    }

    private PluginRow row(Shelved file, Set<String> disabled) {
        LoadedPlugin plugin = loaded.get(file.id());
        PluginRow.State state = file.problem() != null
                ? PluginRow.State.REFUSED
                : disabled.contains(file.id()) ? PluginRow.State.DISABLED : PluginRow.State.LOADED;
        return PluginRow.of(
                file.id(),
                file.file(),
                Optional.ofNullable(file.manifest()),
                state,
                Optional.ofNullable(file.problem()),
                state == PluginRow.State.LOADED && plugin != null ? extensions(plugin) : List.of());
    }

    private static List<ExtensionRow> extensions(LoadedPlugin plugin) {
        String id = plugin.manifest().id();
        return plugin.extensions().stream()
                .map(extension ->
                        new ExtensionRow(id, extension.id(), extension.role(), extension.name(), extension.abilities()))
                .toList();
    }

    private static void delete(@Nullable Path copy) {
        if (copy == null) {
            return;
        }
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            copy.toFile().deleteOnExit();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            List.copyOf(loaded.keySet()).forEach(this::unload);
            jars.unloadAll();
            shelved.values().forEach(file -> delete(file.copy()));
            shelved.clear();
            delete(copies);
        } finally {
            lock.unlock();
        }
    }
}
