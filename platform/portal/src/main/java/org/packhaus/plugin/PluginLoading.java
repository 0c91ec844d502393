package org.packhaus.plugin;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.packhaus.plugin.settings.SettingsCheck;
import org.packhaus.sdk.Connectable;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.seller.ConnectionRole;
import org.pf4j.PluginRuntimeException;

/** Makes a {@link LoadedPlugin} from a file that is trusted, or says why not. Not for several threads at once. */
final class PluginLoading {
    private static final Duration TIME_TO_START = Duration.ofSeconds(20);

    private final PluginJars jars;
    private final Function<PluginManifest, PluginTools> tools;

    PluginLoading(PluginJars jars, Function<PluginManifest, PluginTools> tools) {
        this.jars = jars;
        this.tools = tools;
    }

    /** Refuses what was built for another SDK. */
    void requireVersion(PluginManifest manifest) throws PluginRefused {
        boolean works;
        try {
            works = jars.worksWithThisSdk(manifest.requires());
        } catch (RuntimeException e) {
            throw new PluginRefused(
                    "plugin-manifest",
                    "The manifest's Plugin-Requires is '" + manifest.requires()
                            + "'; it must look like >=1.0.0 & <2.0.0.",
                    e);
        }
        if (!works) {
            throw new PluginRefused(
                    "plugin-version",
                    "The plugin needs the SDK " + manifest.requires() + ", this portal has " + jars.getSystemVersion()
                            + ". Get the plugin's version for this portal, or update the portal.");
        }
    }

    LoadedPlugin load(PluginManifest manifest, Path jar) throws PluginRefused {
        requireVersion(manifest);
        try {
            jars.loadPlugin(jar);
            return start(manifest);
        } catch (PluginRefused e) {
            unload(manifest.id());
            throw e;
        } catch (PluginRuntimeException | LinkageError e) {
            unload(manifest.id());
            throw new PluginRefused("plugin-broken-file", "The file cannot be loaded: " + e.getMessage(), e);
        }
    }

    void unload(String pluginId) {
        if (jars.getPlugin(pluginId) != null) {
            jars.unloadPlugin(pluginId);
        }
    }

    private LoadedPlugin start(PluginManifest manifest) throws PluginRefused {
        String id = manifest.id();
        jars.startPlugin(id);
        Set<String> names = jars.extensionNames(id);
        if (names.isEmpty()) {
            throw new PluginRefused(
                    "plugin-no-extension",
                    "The JAR holds no extension: META-INF/extensions.idx is missing or empty. Annotate the class with @Extension and"
                            + " build with packhaus-plugin-parent, which switches on PF4J's annotation processor.");
        }
        ClassLoader loader = jars.getPluginClassLoader(id);
        SettingsCheck check = new SettingsCheck();
        try {
            List<LoadedExtension> extensions = OwnThread.run(
                    "Plugin " + id, loader, TIME_TO_START, () -> extensions(manifest, loader, names, check));
            return new LoadedPlugin(manifest, loader, extensions, check);
        } catch (PluginException e) {
            check.close();
            throw new PluginRefused("plugin-start", "The plugin cannot be started. " + e.text() + reason(e), e);
        }
    }

    private static String reason(PluginException e) {
        return e.getCause() == null ? "" : " " + e.getCause();
    }

    private List<LoadedExtension> extensions(
            PluginManifest manifest, ClassLoader loader, Set<String> names, SettingsCheck check) throws Exception {
        List<LoadedExtension> extensions = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        PluginTools own = tools.apply(manifest);
        for (String name : names) {
            Object instance = instance(loader.loadClass(name), own);
            List<ConnectionRole> roles = Role.of(instance.getClass());
            if (roles.isEmpty()) {
                throw new IllegalStateException(name
                        + " plays none of the roles Carrier, SalesChannel, LabelFormat, AfterSalesChannel. Is the SDK inside the JAR?"
                        + " It must not be.");
            }
            for (ConnectionRole role : roles) {
                LoadedExtension extension = LoadedExtension.of(role, (Connectable<?>) instance, check);
                if (!taken.add(role + " " + extension.id())) {
                    throw new IllegalStateException("two extensions have the id " + extension.id());
                }
                extensions.add(extension);
            }
        }
        return extensions;
    }

    private static Object instance(Class<?> type, PluginTools tools) throws Exception {
        try {
            return type.getConstructor(PluginTools.class).newInstance(tools);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(
                    type.getName() + " needs one public constructor that takes org.packhaus.sdk.PluginTools");
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type.getName() + " cannot be made: " + e.getCause(), e.getCause());
        }
    }
}
