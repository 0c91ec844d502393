package org.packhaus.security;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/** What a program signs in with, in somebody's name and with a part of their rights. */
@Entity
@Table(name = "api_token")
class ApiToken {
    /** So that a busy program does not write a row with every call. */
    private static final Duration COARSELY = Duration.ofMinutes(1);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "api_token_seq")
    @SequenceGenerator(name = "api_token_seq", sequenceName = "api_token_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    private long userId;
    private String name;
    private String hash;
    private String hint;
    private String permissions;
    private String sellers;
    private Instant createdAt;
    private Instant expiresAt;

    @Nullable
    private Instant lastUsedAt;

    @Nullable
    private Instant revokedAt;

    @SuppressWarnings("NullAway.Init")
    protected ApiToken() {}

    ApiToken(UserId user, TokenWish wish, String hash, String hint, Instant now) {
        this.userId = user.value();
        this.name = wish.name().strip();
        this.hash = hash;
        this.hint = hint;
        this.permissions =
                wish.permissions().stream().map(Permission::name).sorted().collect(Collectors.joining(","));
        this.sellers = wish.sellers().stream().sorted().map(SellerId::toString).collect(Collectors.joining(","));
        this.createdAt = now;
        this.expiresAt = now.plus(wish.goodFor());
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("token " + name + " has not been saved yet");
        }
        return id;
    }

    UserId user() {
        return new UserId(userId);
    }

    String name() {
        return name;
    }

    boolean worksAt(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    boolean used(Instant now) {
        boolean news = lastUsedAt == null || lastUsedAt.plus(COARSELY).isBefore(now);
        if (news) {
            lastUsedAt = now;
        }
        return news;
    }

    void revoke(Instant now) {
        revokedAt = now;
    }

    Set<Permission> permissions() {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        words(permissions).map(Permission::valueOf).forEach(all::add);
        return all;
    }

    Set<SellerId> sellers() {
        return words(sellers)
                .map(word -> new SellerId(Long.parseLong(word)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> words(String list) {
        return Arrays.stream(list.split(",")).filter(word -> !word.isEmpty());
    }

    TokenRow row() {
        return new TokenRow(id(), name, hint, permissions(), sellers(), createdAt, expiresAt, lastUsedAt);
    }
}
