package org.packhaus.security;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.seller.SellerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates users and gives them roles. Who may do so is the caller's question ({@link Permission#ADMINISTER}). */
@Service
@Transactional
public class UserService {
    /** bcrypt reads no further. */
    private static final int LONGEST_PASSWORD = 72;

    private final UserRepository users;
    private final Memberships memberships;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UserService(
            UserRepository users,
            Memberships memberships,
            PasswordEncoder passwords,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.users = users;
        this.memberships = memberships;
        this.passwords = passwords;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    public UserId create(NewUser wanted) {
        String email = normalised(wanted.email());
        if (users.findByEmail(email).isPresent()) {
            throw new UserException(
                    "user-email-taken", "There is already a user with the e-mail address " + email + ".");
        }
        // Written at once, because roles are written past the entity manager and need the row.
        UserId id = users.saveAndFlush(new User(wanted, email, hash(wanted.password()), clock.instant()))
                .id();
        audit.record(
                "user.create",
                new Subject("user", id.value()),
                Map.of("email", email, "administrator", Boolean.toString(wanted.administrator())));
        return id;
    }

    public void giveRole(UserId user, SellerId seller, Role role) {
        find(user);
        memberships.add(user, seller, role);
        audit.record(
                "user.role.give",
                new Subject("user", user.value()),
                Map.of("seller", seller.toString(), "role", role.name()));
    }

    public void takeRole(UserId user, SellerId seller, Role role) {
        memberships.remove(user, seller, role);
        audit.record(
                "user.role.take",
                new Subject("user", user.value()),
                Map.of("seller", seller.toString(), "role", role.name()));
    }

    public void changePassword(UserId user, String password) {
        find(user).password(hash(password));
        audit.record("user.password", new Subject("user", user.value()), Map.of());
        events.publishEvent(new SessionsEnded(user));
    }

    public void prefer(UserId user, String language, Theme theme) {
        find(user).prefer(language, theme);
    }

    /** Switched off, a user is out at once, wherever they are signed in. */
    public void activate(UserId user, boolean active) {
        find(user).activate(active);
        audit.record(active ? "user.activate" : "user.deactivate", new Subject("user", user.value()), Map.of());
        if (!active) {
            events.publishEvent(new SessionsEnded(user));
        }
    }

    @Transactional(readOnly = true)
    public List<UserRow> list() {
        return users.findAllByOrderByName().stream().map(this::row).toList();
    }

    @Transactional(readOnly = true)
    public UserRow user(UserId user) {
        return row(find(user));
    }

    private UserRow row(User user) {
        return UserRow.of(user, memberships.of(user.id()));
    }

    User find(UserId user) {
        return users.findById(user.value())
                .orElseThrow(() -> new UserException("user-unknown", "There is no user " + user + "."));
    }

    String hash(String password) {
        if (password.length() < PasswordStrength.SHORTEST) {
            throw new UserException(
                    "user-password-weak", "A password has at least " + PasswordStrength.SHORTEST + " characters.");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
            throw new UserException(
                    "user-password-weak", "This password is too long; " + LONGEST_PASSWORD + " characters are enough.");
        }
        return java.util.Objects.requireNonNull(passwords.encode(password));
    }

    static String normalised(String email) {
        String plain = email.strip().toLowerCase(Locale.ROOT);
        int at = plain.indexOf('@');
        if (at < 1 || at == plain.length() - 1 || plain.length() > 254) {
            throw new UserException("user-email-invalid", "'" + plain + "' is not an e-mail address.");
        }
        return plain;
    }
}
