package org.packhaus.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.packhaus.sdk.Connectable;
import org.pf4j.ClassLoadingStrategy;
import org.pf4j.DefaultPluginManager;
import org.pf4j.JarPluginLoader;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginStatusProvider;
import org.pf4j.PluginWrapper;

/**
 * PF4J, cut down: one JAR is one plugin, seen through {@link SdkOnlyClassLoader}. Which files are loaded, and whether they are switched
 * on, is decided outside. Not for several threads at once.
 */
final class PluginJars extends DefaultPluginManager {

    PluginJars(Path folder) {
        super(folder);
        // While it is 0.0.0, PF4J skips the check.
        setSystemVersion(sdkVersion());
    }

    /** The SDK's version without what follows a hyphen: 1.0.0-SNAPSHOT must satisfy {@code >=1.0.0}. */
    static String sdkVersion() {
        try (InputStream in = Connectable.class.getResourceAsStream("sdk.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            String version = properties.getProperty("version", "");
            if (!version.matches("\\d+\\.\\d+\\.\\d+.*")) {
                throw new IllegalStateException("the SDK does not say its version, but '" + version + "'");
            }
            return version.replaceFirst("[-+].*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean worksWithThisSdk(String requires) {
        return getVersionManager().checkVersionConstraint(getSystemVersion(), requires);
    }

    /** The names of the classes that carry {@code @Extension}. PF4J's own way to make them would skip a broken one silently. */
    Set<String> extensionNames(String pluginId) {
        return getExtensionClassNames(pluginId);
    }

    void unloadAll() {
        // From a copy: stopPlugins() of PF4J walks the list that it changes.
        List.copyOf(getPlugins()).stream().map(PluginWrapper::getPluginId).forEach(this::unloadPlugin);
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new JarPluginLoader(this) {
            @Override
            public ClassLoader loadPlugin(Path jar, PluginDescriptor descriptor) {
                PluginClassLoader loader = new PluginClassLoader(
                        pluginManager, descriptor, new SdkOnlyClassLoader(), ClassLoadingStrategy.APD);
                loader.addFile(jar.toFile());
                return loader;
            }
        };
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new ManifestPluginDescriptorFinder();
    }

    @Override
    protected PluginRepository createPluginRepository() {
        return new PluginRepository() {
            @Override
            public List<Path> getPluginPaths() {
                return List.of();
            }

            @Override
            public boolean deletePluginPath(Path path) {
                return false;
            }
        };
    }

    @Override
    protected PluginStatusProvider createPluginStatusProvider() {
        return new PluginStatusProvider() {
            @Override
            public boolean isPluginDisabled(String id) {
                return false;
            }

            @Override
            public void disablePlugin(String id) {}

            @Override
            public void enablePlugin(String id) {}
        };
    }
}
