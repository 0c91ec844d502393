package org.packhaus.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * How a new install gets its first user, with no password known to anybody else: either {@code PACKHAUS_ADMIN_EMAIL} and
 * {@code PACKHAUS_ADMIN_PASSWORD} at the first start, or a one-time code in a file below the data folder that whoever owns the machine
 * types into the page {@code /welcome}. Both work only while there is no user at all.
 */
@Service
public class FirstAdministrator {
    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final UserRepository users;
    private final UserService service;
    private final Entrance entrance;
    private final Path codeFile;
    private final String email;
    private final String password;

    FirstAdministrator(
            UserRepository users,
            UserService service,
            Entrance entrance,
            @Value("${packhaus.data:var}") Path data,
            @Value("${packhaus.admin.email:}") String email,
            @Value("${packhaus.admin.password:}") String password) {
        this.users = users;
        this.service = service;
        this.entrance = entrance;
        this.codeFile = data.resolve("setup-code");
        this.email = email;
        this.password = password;
    }

    public boolean isNeeded() {
        return users.count() == 0;
    }

    /** Where the code is, for the page that asks for it. */
    public Path codeFile() {
        return codeFile.toAbsolutePath().normalize();
    }

    /** Whether this is the code. A page may ask before it asks for more; nothing is used up. */
    public boolean accepts(String code) {
        return isNeeded() && matches(code);
    }

    /** Creates the first administrator for whoever can read the code, and signs them in. */
    public UserId begin(String code, NewUser user, HttpServletRequest request, HttpServletResponse response) {
        UserId id = create(code, user);
        entrance.open(UserService.normalised(user.email()), request, response);
        return id;
    }

    /** Creates the first administrator for whoever can read the code. */
    synchronized UserId create(String code, NewUser user) {
        if (!accepts(code)) {
            throw new UserException(
                    "setup-closed",
                    "The code is wrong, or this install already has a user. The code is in " + codeFile() + ".");
        }
        UserId id = service.create(new NewUser(user.email(), user.name(), user.password(), user.language(), true));
        forgetCode();
        return id;
    }

    @EventListener(ApplicationReadyEvent.class)
    void prepare() {
        if (!isNeeded()) {
            forgetCode();
        } else if (!email.isBlank()) {
            service.create(new NewUser(email, email, password, "en", true));
            log.info("Created the first administrator {}", email);
        } else {
            write();
            log.info("There is no user yet. Open /welcome in a browser; the code it asks for is in {}", codeFile());
        }
    }

    private boolean matches(String code) {
        try {
            return Files.exists(codeFile)
                    && MessageDigest.isEqual(
                            Files.readString(codeFile).strip().getBytes(StandardCharsets.UTF_8),
                            code.strip().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        byte[] bytes = new byte[10];
        new SecureRandom().nextBytes(bytes);
        try {
            Files.createDirectories(codeFile.toAbsolutePath().getParent());
            Files.deleteIfExists(codeFile);
            if (codeFile.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        codeFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(codeFile, HexFormat.of().formatHex(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetCode() {
        try {
            Files.deleteIfExists(codeFile);
        } catch (IOException e) {
            log.warn("{} cannot be deleted; delete it by hand", codeFile, e);
        }
    }
}
