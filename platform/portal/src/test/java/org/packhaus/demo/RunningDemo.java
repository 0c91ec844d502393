package org.packhaus.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.packhaus.Portal;
import org.packhaus.database.FreshSchema;
import org.packhaus.plugin.BuiltPlugins;
import org.packhaus.sandbox.Sandbox;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/** {@code ./packhaus demo} inside the test: a sandbox and a portal with a web server, on free ports and on the build's database server. */
public final class RunningDemo implements AutoCloseable {
    private static final List<Path> PLUGINS = List.of(BuiltPlugins.jar("otto"), BuiltPlugins.jar("dhl"));
    private static final int SELLERS = 2;

    private final Sandbox sandbox;
    private final ConfigurableApplicationContext portal;
    private final Path data;

    private RunningDemo(Sandbox sandbox, ConfigurableApplicationContext portal) {
        this.sandbox = sandbox;
        this.portal = portal;
        this.data = Path.of(portal.getEnvironment().getRequiredProperty("packhaus.data"));
    }

    public static boolean pluginsAreBuilt() {
        return PLUGINS.stream().allMatch(Files::exists);
    }

    public static RunningDemo start() {
        Sandbox sandbox = Sandbox.start(0);
        try {
            ConfigurableApplicationContext portal = new SpringApplicationBuilder(Portal.class)
                    .profiles("demo")
                    .initializers(new FreshSchema(), RunningDemo::putPluginsIn)
                    .run(
                            "--server.port=0",
                            "--vaadin.productionMode=true",
                            "--logging.level.org.apache.fontbox=error",
                            "--packhaus.plugins.policy=ALLOW_UNSIGNED",
                            "--packhaus.demo.sandbox=" + sandbox.uri(),
                            "--packhaus.demo.sellers=" + SELLERS,
                            "--packhaus.demo.orders=30",
                            "--packhaus.demo.seed=7");
            RunningDemo demo = new RunningDemo(sandbox, portal);
            demo.awaitOrders();
            return demo;
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    private static void putPluginsIn(ConfigurableApplicationContext context) {
        Path folder = Path.of(context.getEnvironment().getRequiredProperty("packhaus.data"), "plugins");
        try {
            Files.createDirectories(folder);
            for (Path plugin : PLUGINS) {
                Files.copy(plugin, folder.resolve(plugin.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list that still grows would move under the fingers. */
    private void awaitOrders() {
        var jdbc = portal.getBean(JdbcTemplate.class);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            var read = jdbc.queryForObject(
                    "select count(*) from import_state where finished_at is not null", Integer.class);
            var bookable = jdbc.queryForObject(
                    "select count(*) from sales_order where stage = 'TO_SHIP' and stock_light = 'GREEN'",
                    Integer.class);
            return read != null && read == SELLERS && bookable != null && bookable > 5;
        });
    }

    public String address() {
        var web = ((WebServerApplicationContext) portal).getWebServer();
        return "http://localhost:" + (web == null ? 0 : web.getPort());
    }

    public ConfigurableApplicationContext portal() {
        return portal;
    }

    @Override
    public void close() {
        portal.close();
        sandbox.close();
        var unused = FileSystemUtils.deleteRecursively(data.toFile());
    }
}
