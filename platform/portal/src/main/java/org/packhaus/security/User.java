package org.packhaus.security;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "app_user")
class User {
    private static final int FREE_ATTEMPTS = 5;
    private static final Duration FIRST_LOCK = Duration.ofSeconds(15);
    private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "app_user_seq")
    @SequenceGenerator(name = "app_user_seq", sequenceName = "app_user_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    private String email;
    private String name;
    private String passwordHash;
    private String language;

    @Enumerated(EnumType.STRING)
    private Theme theme = Theme.SYSTEM;

    private boolean administrator;
    private boolean active = true;
    private int failedSignIns;

    @Nullable
    private Instant lockedUntil;

    @Nullable
    private Instant lastSignIn;

    private Instant createdAt;
    private int sessionEpoch;

    @Nullable
    private String linkHash;

    @Nullable
    private Instant linkExpires;

    private byte @Nullable [] totpSecret;

    private byte @Nullable [] passkeyHandle;

    private long totpStep;
    private String recoveryCodes = "";

    @SuppressWarnings("NullAway.Init")
    protected User() {}

    User(NewUser wanted, String email, String passwordHash, Instant now) {
        this.email = email;
        this.name = wanted.name().strip();
        this.passwordHash = passwordHash;
        this.language = wanted.language();
        this.administrator = wanted.administrator();
        this.createdAt = now;
    }

    UserId id() {
        if (id == null) {
            throw new IllegalStateException("user " + email + " has not been saved yet");
        }
        return new UserId(id);
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }

    String language() {
        return language;
    }

    Theme theme() {
        return theme;
    }

    boolean administrator() {
        return administrator;
    }

    boolean active() {
        return active;
    }

    @Nullable
    Instant lastSignIn() {
        return lastSignIn;
    }

    boolean lockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** Slower with every wrong password, but never shut out for long: that would be a way to shut out others. */
    void signInFailed(Instant now) {
        failedSignIns++;
        if (failedSignIns >= FREE_ATTEMPTS) {
            Duration lock = FIRST_LOCK.multipliedBy(1L << Math.min(failedSignIns - FREE_ATTEMPTS, 6));
            lockedUntil = now.plus(lock.compareTo(LONGEST_LOCK) < 0 ? lock : LONGEST_LOCK);
        }
    }

    void signedIn(Instant now) {
        failedSignIns = 0;
        lockedUntil = null;
        lastSignIn = now;
    }

    /** Ends the sessions that began with the old one, and uses up a link. */
    void password(String hash) {
        passwordHash = hash;
        failedSignIns = 0;
        lockedUntil = null;
        linkHash = null;
        linkExpires = null;
        endSessions();
    }

    /** Whoever has the link may set a password, until then. A link given out before works no more. */
    void link(String hash, Instant expires) {
        linkHash = hash;
        linkExpires = expires;
    }

    boolean linkWorksAt(Instant now) {
        return active && linkExpires != null && now.isBefore(linkExpires);
    }

    @Nullable
    Instant linkExpires() {
        return linkExpires;
    }

    int sessionEpoch() {
        return sessionEpoch;
    }

    void endSessions() {
        sessionEpoch++;
    }

    byte @Nullable [] totpSecret() {
        return totpSecret;
    }

    /** By which passkeys name this user; null until the first one is made. */
    byte @Nullable [] passkeyHandle() {
        return passkeyHandle;
    }

    void passkeyHandle(byte[] handle) {
        passkeyHandle = handle;
    }

    boolean secondFactor() {
        return totpSecret != null;
    }

    void secondFactor(byte @Nullable [] sealedSecret, long step) {
        totpSecret = sealedSecret;
        totpStep = step;
        recoveryCodes = sealedSecret == null ? "" : recoveryCodes;
    }

    long totpStep() {
        return totpStep;
    }

    List<String> recoveryCodes() {
        return recoveryCodes.isEmpty() ? List.of() : List.of(recoveryCodes.split(" "));
    }

    void recoveryCodes(List<String> hashes) {
        recoveryCodes = String.join(" ", hashes);
    }

    void prefer(String wantedLanguage, Theme wantedTheme) {
        language = wantedLanguage;
        theme = wantedTheme;
    }

    void activate(boolean wanted) {
        active = wanted;
        if (!wanted) {
            endSessions();
        }
    }

    void makeAdministrator(boolean wanted) {
        administrator = wanted;
    }
}
