package org.packhaus.plugin;

import java.util.List;
import java.util.Optional;

/**
 * A plugin file as it is listed. A file that is refused is listed too.
 *
 * @param id from the manifest; the file's name when there is no readable manifest
 * @param hosts the hosts it may call
 * @param requires the SDK versions it works with
 * @param problem why it is refused
 * @param calls since this node started it
 * @param errors of those calls
 */
public record PluginRow(
        String id,
        String file,
        String version,
        String description,
        String provider,
        String license,
        String requires,
        List<String> hosts,
        State state,
        Optional<Problem> problem,
        List<ExtensionRow> extensions,
        long calls,
        long errors) {

    public PluginRow {
        hosts = List.copyOf(hosts);
        extensions = List.copyOf(extensions);
    }

    static PluginRow of(
            String id,
            String file,
            Optional<PluginManifest> manifest,
            State state,
            Optional<Problem> problem,
            List<ExtensionRow> extensions) {
        PluginManifest said = manifest.orElse(new PluginManifest(id, "", "", "", "", "", List.of()));
        return new PluginRow(
                id,
                file,
                said.version(),
                said.description(),
                said.provider(),
                said.license(),
                said.requires(),
                said.hosts(),
                state,
                problem,
                extensions,
                0,
                0);
    }

    PluginRow counted(long callsNow, long errorsNow) {
        return new PluginRow(
                id,
                file,
                version,
                description,
                provider,
                license,
                requires,
                hosts,
                state,
                problem,
                extensions,
                callsNow,
                errorsNow);
    }

    /** Whether it can be used. */
    public enum State {
        LOADED,
        /** A person has switched it off. */
        DISABLED,
        /** It cannot be loaded; see the problem. */
        REFUSED
    }

    /**
     * Why a file is refused.
     *
     * @param code explained in docs/operations
     * @param text what is wrong and what to do
     */
    public record Problem(String code, String text) {}
}
