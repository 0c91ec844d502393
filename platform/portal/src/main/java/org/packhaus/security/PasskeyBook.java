package org.packhaus.security;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Users and passkeys as the library for WebAuthn wants to see them. */
@Component
@Transactional
class PasskeyBook implements PublicKeyCredentialUserEntityRepository, UserCredentialRepository {
    private final UserRepository users;
    private final PasskeyRepository passkeys;
    private final Clock clock;

    PasskeyBook(UserRepository users, PasskeyRepository passkeys, Clock clock) {
        this.users = users;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return users.findByPasskeyHandle(handle.getBytes())
                .flatMap(PasskeyBook::entity)
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String email) {
        return find(email).flatMap(PasskeyBook::entity).orElse(null);
    }

    /** The handle was made for a user of ours, at their first passkey. */
    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        find(entity.getName())
                .ifPresent(user -> user.passkeyHandle(entity.getId().getBytes()));
    }

    private Optional<User> find(String email) {
        return users.findByEmail(email.toLowerCase(Locale.ROOT));
    }

    private static Optional<PublicKeyCredentialUserEntity> entity(User user) {
        return Optional.ofNullable(user.passkeyHandle())
                .map(handle -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(new Bytes(handle))
                        .name(user.email())
                        .displayName(user.name())
                        .build());
    }

    @Override
    public void save(CredentialRecord record) {
        passkeys.findByCredentialId(record.getCredentialId().getBytes())
                .ifPresentOrElse(known -> known.used(record, clock.instant()), () -> add(record));
    }

    private void add(CredentialRecord record) {
        User owner = users.findByPasskeyHandle(record.getUserEntityUserId().getBytes())
                .orElseThrow(() -> new IllegalArgumentException("nobody has this handle"));
        passkeys.save(new Passkey(owner.id(), record, clock.instant()));
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return passkeys.findByCredentialId(id.getBytes())
                .flatMap(
                        passkey -> record(passkey, users.findById(passkey.user().value())))
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        Optional<User> owner = users.findByPasskeyHandle(handle.getBytes());
        return owner.stream()
                .flatMap(user -> passkeys.findByUserIdOrderByCreatedAt(user.id().value()).stream())
                .flatMap(passkey -> record(passkey, owner).stream())
                .toList();
    }

    private static Optional<CredentialRecord> record(Passkey passkey, Optional<User> owner) {
        return owner.flatMap(user -> Optional.ofNullable(user.passkeyHandle())).map(passkey::record);
    }

    /** Both interfaces have this; ours means the passkey, for a handle stays with its user. */
    @Override
    public void delete(Bytes id) {
        passkeys.findByCredentialId(id.getBytes()).ifPresent(passkeys::delete);
    }
}
