package org.packhaus.plugin;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.seller.SellerId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** In the database, so that every node knows. */
@Component
class StoredPluginFiles implements PluginFiles {
    private final PluginFileRepository files;
    private final TransactionRetry transactions;
    private final Audit audit;
    private final Clock clock;

    StoredPluginFiles(PluginFileRepository files, TransactionRetry transactions, Audit audit, Clock clock) {
        this.files = files;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void approved(PluginManifest manifest, String file, String sha256, String why) {
        try {
            approve(manifest, file, sha256, why);
        } catch (DataIntegrityViolationException e) {
            // Another node has seen the same new plugin at the same moment and was first.
            approve(manifest, file, sha256, why);
        }
    }

    private void approve(PluginManifest manifest, String file, String sha256, String why) {
        transactions.callAgainIfStale(() -> {
            PluginFile row = files.findByPluginId(manifest.id()).orElseGet(() -> new PluginFile(manifest.id()));
            if (!row.isOf(sha256)) {
                row.approve(file, manifest.version(), sha256, why, clock.instant());
                PluginFile saved = files.save(row);
                audit.record(
                        "plugin.approve",
                        new Subject("plugin", saved.id()),
                        Map.of(
                                "plugin", manifest.id(),
                                "version", manifest.version(),
                                "file", file,
                                "sha256", sha256,
                                "because", why));
            }
            return null;
        });
    }

    @Override
    public PluginSwitches switches() {
        return transactions.call(() -> {
            List<PluginFile> all = files.findAll();
            return new PluginSwitches(
                    all.stream()
                            .filter(file -> !file.enabled())
                            .map(PluginFile::pluginId)
                            .collect(Collectors.toUnmodifiableSet()),
                    all.stream()
                            .filter(file -> !file.sellers().isEmpty())
                            .collect(Collectors.toUnmodifiableMap(PluginFile::pluginId, PluginFile::sellers)));
        });
    }

    @Override
    public boolean keepFor(String pluginId, Set<SellerId> sellers) {
        return transactions.callAgainIfStale(() -> {
            Optional<PluginFile> row = files.findByPluginId(pluginId);
            row.filter(file -> !file.sellers().equals(sellers)).ifPresent(file -> {
                file.keepFor(sellers);
                audit.record(
                        "plugin.keep-for",
                        new Subject("plugin", file.id()),
                        Map.of(
                                "plugin",
                                pluginId,
                                "sellers",
                                sellers.isEmpty()
                                        ? "all"
                                        : sellers.stream()
                                                .sorted()
                                                .map(SellerId::toString)
                                                .collect(Collectors.joining(", "))));
            });
            return row.isPresent();
        });
    }

    @Override
    public boolean setEnabled(String pluginId, boolean enabled) {
        return transactions.callAgainIfStale(() -> {
            Optional<PluginFile> row = files.findByPluginId(pluginId);
            row.filter(file -> file.enabled() != enabled).ifPresent(file -> {
                file.enable(enabled);
                audit.record(
                        enabled ? "plugin.enable" : "plugin.disable",
                        new Subject("plugin", file.id()),
                        Map.of("plugin", pluginId));
            });
            return row.isPresent();
        });
    }
}
