package org.packhaus.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.plugin.PluginProperties.Policy;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.ConnectionState;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Service;

/** Plugins as an administrator of the install looks after them. Speaks in texts and numbers only: nothing here refers into a plugin. */
@Service
public class PluginAdministration {
    private final PluginHost host;
    private final PluginFileRepository files;
    private final Upload upload;
    private final PluginProperties properties;
    private final ConnectionService connections;
    private final CurrentUser user;
    private final Audit audit;

    PluginAdministration(
            PluginHost host,
            PluginFileRepository files,
            Upload upload,
            PluginProperties properties,
            ConnectionService connections,
            CurrentUser user,
            Audit audit) {
        this.host = host;
        this.files = files;
        this.upload = upload;
        this.properties = properties;
        this.connections = connections;
        this.user = user;
        this.audit = audit;
    }

    /** Every file in the folder, also those that are refused, with the reason. */
    public List<PluginDetails> list() {
        user.demand(Permission.ADMINISTER);
        Map<String, PluginFile> known =
                files.findAll().stream().collect(Collectors.toMap(PluginFile::pluginId, Function.identity()));
        List<ConnectionRow> used = user.inFullScope(connections::list);
        return host.list().stream()
                .map(row -> details(row, known.get(row.id()), used))
                .toList();
    }

    /** What it is for, by its own word: in that language, else as its manifest says it. */
    public String about(PluginRow plugin, Locale language) {
        return host.about(plugin.id(), language).orElse(plugin.description());
    }

    private PluginDetails details(PluginRow row, @Nullable PluginFile file, List<ConnectionRow> used) {
        List<ConnectionRow> mine =
                used.stream().filter(one -> one.pluginId().equals(row.id())).toList();
        return new PluginDetails(
                row,
                file == null ? null : file.approvedBy(),
                file == null ? null : file.approvedAt(),
                file == null ? null : file.sha256(),
                mine.size(),
                mine.stream()
                        .filter(one -> one.state() == ConnectionState.BROKEN)
                        .count(),
                upload.hasPrevious(row.id()),
                file == null ? Set.of() : file.sellers());
    }

    /** Where files are looked for, for those who copy them there by hand. */
    public Path folder() {
        user.demand(Permission.ADMINISTER);
        return upload.folder().toAbsolutePath().normalize();
    }

    /** Whether every file needs a signature or a listed checksum. */
    public boolean signedOnly() {
        user.demand(Permission.ADMINISTER);
        return properties.policy() == Policy.SIGNED_ONLY;
    }

    /** Keeps a plugin to some sellers, to try it with them first; none opens it to all. Others' connections to it wait. */
    public void keepFor(String pluginId, Set<SellerId> sellers) {
        user.demand(Permission.ADMINISTER);
        host.keepFor(pluginId, sellers);
    }

    public void enable(String pluginId) {
        user.demand(Permission.ADMINISTER);
        host.enable(pluginId);
    }

    public void disable(String pluginId) {
        user.demand(Permission.ADMINISTER);
        host.disable(pluginId);
    }

    /**
     * Checks a file and puts it into the folder, where it replaces an earlier one of the same plugin; the next look loads it.
     *
     * @param signature {@code name.jar.sig}; null if there is none
     * @return id and version
     * @throws PluginUploadException if it would be refused; then nothing has changed
     */
    public String upload(byte[] jar, byte @Nullable [] signature) {
        user.demand(Permission.ADMINISTER);
        PluginManifest manifest = upload.take(jar, signature, this::fileOf);
        audit.record(
                "plugin.upload",
                new Subject("plugin", 0),
                Map.of("plugin", manifest.id(), "version", manifest.version()));
        return manifest.id() + " " + manifest.version();
    }

    /** Goes back to the file that the last upload replaced. */
    public void rollBack(String pluginId) {
        user.demand(Permission.ADMINISTER);
        String file = fileOf(pluginId);
        if (file == null) {
            throw new PluginUploadException("plugin-missing", "There is no plugin " + pluginId + " in the folder.");
        }
        upload.rollBack(pluginId, file);
        audit.record("plugin.roll-back", new Subject("plugin", 0), Map.of("plugin", pluginId));
    }

    private @Nullable String fileOf(String pluginId) {
        return host.list().stream()
                .filter(row -> row.id().equals(pluginId)
                        && row.problem()
                                .filter(problem -> problem.code().equals("plugin-duplicate"))
                                .isEmpty())
                .map(PluginRow::file)
                .findFirst()
                .orElse(null);
    }
}
