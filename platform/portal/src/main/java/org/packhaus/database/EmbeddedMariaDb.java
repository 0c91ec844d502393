package org.packhaus.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/**
 * The MariaDB that Packhaus brings along: on the loopback address only, with grants checked and a generated password, its data below
 * the data folder and used again at the next start. One portal at a time: a lock on the folder says so before MariaDB would.
 */
final class EmbeddedMariaDb implements DatabaseServer {
    static final String SCHEMA = "packhaus";
    private static final String USER = "packhaus";
    private static final Logger log = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final Duration START = Duration.ofSeconds(90);

    private final ServerFiles files;
    private final FileChannel lockFile;
    private final Process process;
    private final int port;
    private final String password;

    private EmbeddedMariaDb(ServerFiles files, FileChannel lockFile, Process process, int port, String password) {
        this.files = files;
        this.lockFile = lockFile;
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /**
     * @param folder where server, data and password live, usually {@code <data>/db}
     * @param options further options of {@code mariadbd}; a later one wins
     */
    static EmbeddedMariaDb start(Path folder, DataSize buffer, List<String> options) {
        return start(new ServerFiles(folder), buffer, options);
    }

    static EmbeddedMariaDb start(ServerFiles files, DataSize buffer, List<String> options) {
        FileChannel lock = lock(files);
        try {
            ServerProcess.stopOrphan(files);
            files.prepare();
            String password = files.password();
            int port = freePort();
            Process process = launch(files, port, password, buffer, options);
            var server = new EmbeddedMariaDb(files, lock, process, port, password);
            server.awaitReady();
            log.info("Embedded MariaDB is ready on 127.0.0.1:{}, data in {}", port, files.data());
            return server;
        } catch (IOException | RuntimeException e) {
            release(lock);
            throw e instanceof DatabaseException known
                    ? known
                    : new DatabaseException(
                            "db-start-failed", "the embedded MariaDB in " + files.folder() + " did not start", e);
        }
    }

    private static FileChannel lock(ServerFiles files) {
        FileChannel channel = null;
        try {
            files.createFolder();
            channel = FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
            release(channel);
        } catch (OverlappingFileLockException e) {
            release(channel);
        } catch (IOException e) {
            release(channel);
            throw new DatabaseException(
                    "db-start-failed", "the folder " + files.folder() + " cannot be locked; is it writable?", e);
        }
        throw new DatabaseException(
                "db-folder-in-use",
                "another Packhaus is using the data folder " + files.folder().getParent()
                        + "; stop it first, or start this one with another folder (--data DIR)",
                null);
    }

    private static void release(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            log.debug("The lock file did not close", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Process launch(ServerFiles files, int port, String password, DataSize buffer, List<String> options)
            throws IOException {
        ServerFiles.writeSecretly(files.initScript(), initScript(password));
        List<String> command = new ArrayList<>(List.of(
                files.executable().toString(),
                "--no-defaults",
                "--basedir=" + files.server(),
                ServerFiles.DATA_OPTION + files.data(),
                "--tmpdir=" + files.temporary(),
                "--pid-file=" + files.pid(),
                "--init-file=" + files.initScript(),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                // Loopback only; with TLS every start makes a key pair first, which takes from ten seconds to a minute.
                "--skip-ssl",
                "--local-infile=OFF",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--character-set-collations=utf8mb4=uca1400_ai_ci",
                "--default-time-zone=+00:00",
                "--max-allowed-packet=64M",
                "--max-connections=200",
                "--innodb-buffer-pool-size=" + buffer.toBytes(),
                "--innodb-log-file-size=128M",
                // As every newer MariaDB does by default: a lost update is refused (1020) instead of made.
                "--innodb-snapshot-isolation=ON",
                "--innodb-lock-wait-timeout=10"));
        if (!files.windows()) {
            // Relative to the data folder, because the path of a socket may have 107 characters only.
            command.add("--socket=mariadb.sock");
        }
        command.addAll(ServerFiles.asUser());
        command.addAll(options);
        return new ProcessBuilder(command)
                .directory(files.data().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()))
                .start();
    }

    /** Run by the server before it answers anybody. */
    private static String initScript(String password) {
        return """
                delete from mysql.global_priv where User = '' or (User = 'root' and Host <> 'localhost');
                flush privileges;
                create database if not exists %1$s character set utf8mb4 collate utf8mb4_uca1400_ai_ci;
                create user if not exists '%2$s'@'127.0.0.1' identified by '%3$s';
                alter user '%2$s'@'127.0.0.1' identified by '%3$s';
                grant all privileges on *.* to '%2$s'@'127.0.0.1' with grant option;
                """.formatted(SCHEMA, USER, password);
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            try (var connection = DriverManager.getConnection(url(), USER, password)) {
                if (connection.isValid(5)) {
                    Files.deleteIfExists(files.initScript());
                    return;
                }
            } catch (SQLException notYet) {
                log.trace("MariaDB does not answer yet", notYet);
            }
            if (ended()) {
                break;
            }
        }
        process.destroy();
        Files.deleteIfExists(files.initScript());
        throw new DatabaseException(
                "db-start-failed",
                "the embedded MariaDB did not start; its log " + files.log() + " ends with:\n"
                        + ServerProcess.lastLines(files.log(), 15),
                null);
    }

    private boolean ended() {
        try {
            return process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public String url() {
        return url(SCHEMA);
    }

    String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema;
    }

    @Override
    public String user() {
        return USER;
    }

    @Override
    public String password() {
        return password;
    }

    long pid() {
        return process.pid();
    }

    /** Stops the server cleanly and gives the folder free. */
    @Override
    public void close() {
        if (process.isAlive()) {
            ServerProcess.stop(process.toHandle());
            log.info("Embedded MariaDB has stopped");
        }
        release(lockFile);
    }
}
