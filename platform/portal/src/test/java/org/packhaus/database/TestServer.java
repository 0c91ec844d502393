package org.packhaus.database;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.util.unit.DataSize;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mariadb.MariaDBContainer;

/**
 * The one MariaDB of a JVM that runs tests: a container where a Docker engine answers, else the embedded server. Its files stay in
 * {@code target/}, so the next run starts in a second.
 */
final class TestServer {
    private static final Logger log = LoggerFactory.getLogger(TestServer.class);
    /** Speed only: a test's data may be lost with the machine. */
    private static final List<String> FAST = List.of("--innodb-flush-log-at-trx-commit=0", "--max-connections=400");

    /** What benchmarks measure with may be more. */
    private static final DataSize BUFFER = DataSize.parse(System.getProperty("packhaus.test.buffer", "256MB"));

    /** Tests run in several JVMs at once, each with its own. */
    private static final Path DATA = Path.of("target", "test-data", System.getProperty("packhaus.test.fork", "fork-1"))
            .toAbsolutePath();

    /** MariaDB's programs, unpacked once for all tests. */
    static final Path PROGRAMS = DATA.resolve("db").resolve("server");

    private final String root;
    private final String user;
    private final String password;

    private TestServer(String root, String user, String password) {
        this.root = root;
        this.user = user;
        this.password = password;
    }

    private static final class Holder {
        static final TestServer INSTANCE = start();
    }

    static TestServer get() {
        return Holder.INSTANCE;
    }

    private static TestServer start() {
        if (dockerAnswers()) {
            try {
                return container();
            } catch (RuntimeException e) {
                log.warn("A Docker engine answers but gives no MariaDB; the embedded one is used", e);
            }
        }
        EmbeddedMariaDb server = EmbeddedMariaDb.start(DATA.resolve("db"), BUFFER, FAST);
        // Not a hook of its own: this one runs when all application contexts are closed.
        SpringApplication.getShutdownHandlers().add(server::close);
        return new TestServer(server.url(""), server.user(), server.password());
    }

    private static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource") // Testcontainers removes it with the JVM
    private static TestServer container() {
        MariaDBContainer container = new MariaDBContainer("mariadb:11.4")
                .withUsername("root")
                .withCommand("--skip-name-resolve", "--innodb-snapshot-isolation=ON", "--default-time-zone=+00:00");
        container.start();
        return new TestServer(
                "jdbc:mariadb://" + container.getHost() + ":" + container.getMappedPort(3306) + "/",
                "root",
                container.getPassword());
    }

    void create(String schema) {
        try (var connection = DriverManager.getConnection(root, user, password);
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + schema);
            statement.execute("create database " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String url(String schema) {
        return root + schema;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    Path data() {
        return DATA;
    }
}
