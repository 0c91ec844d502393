package org.packhaus.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a plugin file says of itself. */
record PluginManifest(
        String id,
        String version,
        String description,
        String provider,
        String license,
        String requires,
        List<String> hosts) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+([-+].*)?");

    static PluginManifest of(Path jar) throws PluginRefused {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Manifest manifest = file.getManifest();
            if (manifest == null) {
                throw new PluginRefused(
                        "plugin-manifest",
                        "The file has no META-INF/MANIFEST.MF. Build it with packhaus-plugin-parent as the parent POM.");
            }
            return of(manifest.getMainAttributes());
        } catch (IOException | SecurityException e) {
            throw new PluginRefused(
                    "plugin-broken-file",
                    "The file is no readable JAR (" + e.getMessage() + "). Copy it again, completely.",
                    e);
        }
    }

    private static PluginManifest of(Attributes manifest) throws PluginRefused {
        String id = text(manifest, "Plugin-Id");
        String version = text(manifest, "Plugin-Version");
        if (!ID.matcher(id).matches()) {
            throw new PluginRefused(
                    "plugin-manifest",
                    "The manifest's Plugin-Id is '" + id
                            + "'; it must be lower-case letters, digits, dots and hyphens.");
        }
        if (!VERSION.matcher(version).matches()) {
            throw new PluginRefused(
                    "plugin-manifest", "The manifest's Plugin-Version is '" + version + "'; it must look like 1.0.0.");
        }
        if (!text(manifest, "Plugin-Dependencies").isEmpty()) {
            throw new PluginRefused(
                    "plugin-manifest",
                    "The manifest names Plugin-Dependencies. A plugin cannot depend on another one: put what you need into your JAR.");
        }
        String requires = text(manifest, "Plugin-Requires");
        List<String> hosts = Stream.of(text(manifest, "Plugin-Hosts").split("[,\\s]+"))
                .filter(host -> !host.isEmpty())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .toList();
        return new PluginManifest(
                id,
                version,
                text(manifest, "Plugin-Description"),
                text(manifest, "Plugin-Provider"),
                text(manifest, "Plugin-License"),
                requires.isEmpty() ? "*" : requires,
                hosts);
    }

    private static String text(Attributes manifest, String name) {
        String value = manifest.getValue(name);
        return value == null ? "" : value.strip();
    }
}
