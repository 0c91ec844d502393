package org.packhaus.plugin;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.packhaus.seller.ConnectionRole;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The real plugins as this build packaged them: in the portal's folder and loaded while a test runs, and out of it again afterwards,
 * because other tests share the portal. Where they are not packaged yet, the test is skipped.
 */
public final class BuiltPlugins implements BeforeEachCallback, AfterEachCallback {
    private final List<String> plugins;

    public BuiltPlugins(String... plugins) {
        this.plugins = List.of(plugins);
    }

    /** Where the build puts it. */
    public static Path jar(String plugin) {
        return Path.of("../../plugins", plugin, "target", plugin + ".jar");
    }

    static void assumeBuilt(String plugin) {
        assumeTrue(
                Files.exists(jar(plugin)),
                () -> "SKIPPED: plugins/" + plugin + " is not packaged yet (mvn verify packages it before this test)");
    }

    /** Never seen half, as by a person who knows how. @return where it lies now */
    static Path dropIn(ApplicationContext portal, String plugin) throws IOException {
        Path folder = folder(portal);
        Path part =
                Files.copy(jar(plugin), folder.resolve("." + plugin + ".part"), StandardCopyOption.REPLACE_EXISTING);
        return Files.move(part, folder.resolve(plugin + ".jar"), StandardCopyOption.ATOMIC_MOVE);
    }

    static void takeOut(ApplicationContext portal, List<String> plugins) throws IOException {
        for (String plugin : plugins) {
            Files.deleteIfExists(folder(portal).resolve(plugin + ".jar"));
        }
        PluginHost host = portal.getBean(PluginHost.class);
        Awaitility.await().until(() -> host.list().isEmpty());
    }

    private static Path folder(ApplicationContext portal) {
        return Path.of(portal.getEnvironment().getRequiredProperty("packhaus.data"), "plugins");
    }

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        plugins.forEach(BuiltPlugins::assumeBuilt);
        ApplicationContext portal = SpringExtension.getApplicationContext(test);
        for (String plugin : plugins) {
            dropIn(portal, plugin);
        }
        PluginHost host = portal.getBean(PluginHost.class);
        Awaitility.await()
                .until(() -> Stream.of(ConnectionRole.values())
                                .mapToInt(role -> host.extensions(role).size())
                                .sum()
                        == plugins.size());
    }

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
        takeOut(SpringExtension.getApplicationContext(test), plugins);
    }
}
