package org.packhaus.plugin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.packhaus.plugin.settings.SettingsCheck;
import org.packhaus.seller.ConnectionRole;

/** A plugin that runs. Everything that refers into its class loader hangs on this one object. */
final class LoadedPlugin {
    private final PluginManifest manifest;
    private final ClassLoader loader;
    private final List<LoadedExtension> extensions;
    private final SettingsCheck check;
    private final LongAdder calls = new LongAdder();
    private final LongAdder errors = new LongAdder();

    private final ReentrantLock gate = new ReentrantLock();
    private final Condition empty = gate.newCondition();
    private int inside;
    private boolean leaving;

    LoadedPlugin(PluginManifest manifest, ClassLoader loader, List<LoadedExtension> extensions, SettingsCheck check) {
        this.manifest = manifest;
        this.loader = loader;
        this.extensions = List.copyOf(extensions);
        this.check = check;
    }

    PluginManifest manifest() {
        return manifest;
    }

    ClassLoader loader() {
        return loader;
    }

    List<LoadedExtension> extensions() {
        return extensions;
    }

    Optional<LoadedExtension> extension(ConnectionRole role, String extensionId) {
        return extensions.stream()
                .filter(extension -> extension.role() == role && extension.id().equals(extensionId))
                .findFirst();
    }

    long calls() {
        return calls.sum();
    }

    long errors() {
        return errors.sum();
    }

    /** Before a call; false when the plugin is being taken out. */
    boolean enter() {
        gate.lock();
        try {
            if (leaving) {
                return false;
            }
            inside++;
            calls.increment();
            return true;
        } finally {
            gate.unlock();
        }
    }

    void leave() {
        gate.lock();
        try {
            inside--;
            if (inside == 0) {
                empty.signalAll();
            }
        } finally {
            gate.unlock();
        }
    }

    void countError() {
        errors.increment();
    }

    /** Lets no call in any more and waits for those under way. */
    void close(Duration patience) {
        gate.lock();
        try {
            leaving = true;
            long left = patience.toNanos();
            while (inside > 0 && left > 0) {
                left = empty.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            gate.unlock();
        }
        check.close();
    }
}
