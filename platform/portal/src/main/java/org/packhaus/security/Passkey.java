package org.packhaus.security;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

/** One device or password manager with which a user signs in without a password. Only its public half is here. */
@Entity
@Table(name = "passkey")
class Passkey {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "passkey_seq")
    @SequenceGenerator(name = "passkey_seq", sequenceName = "passkey_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    private long userId;
    private String name;
    private byte[] credentialId;
    private byte[] publicKey;
    private long signatureCount;
    private boolean uvInitialized;
    private boolean backupEligible;
    private boolean backupState;
    private String transports;
    private byte[] attestation;
    private byte[] clientData;
    private Instant createdAt;

    @Nullable
    private Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init")
    protected Passkey() {}

    Passkey(UserId user, CredentialRecord record, Instant now) {
        this.userId = user.value();
        this.name = record.getLabel();
        this.credentialId = record.getCredentialId().getBytes();
        this.publicKey = record.getPublicKey().getBytes();
        this.transports = record.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(","));
        this.attestation = bytes(record.getAttestationObject());
        this.clientData = bytes(record.getAttestationClientDataJSON());
        this.createdAt = now;
        update(record);
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    /** What changes with each use. */
    private void update(CredentialRecord record) {
        signatureCount = record.getSignatureCount();
        uvInitialized = record.isUvInitialized();
        backupEligible = record.isBackupEligible();
        backupState = record.isBackupState();
    }

    void used(CredentialRecord record, Instant now) {
        update(record);
        lastUsedAt = now;
    }

    void rename(String wanted) {
        name = wanted;
    }

    UserId user() {
        return new UserId(userId);
    }

    String name() {
        return name;
    }

    PasskeyRow row() {
        if (id == null) {
            throw new IllegalStateException("passkey " + name + " has not been saved yet");
        }
        return new PasskeyRow(id, name, createdAt, lastUsedAt);
    }

    CredentialRecord record(byte[] handle) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(credentialId))
                .userEntityUserId(new Bytes(handle))
                .publicKey(new ImmutablePublicKeyCose(publicKey))
                .signatureCount(signatureCount)
                .uvInitialized(uvInitialized)
                .backupEligible(backupEligible)
                .backupState(backupState)
                .transports(transports())
                .attestationObject(new Bytes(attestation))
                .attestationClientDataJSON(new Bytes(clientData))
                .created(createdAt)
                .lastUsed(lastUsedAt == null ? createdAt : lastUsedAt)
                .label(name)
                .build();
    }

    private Set<AuthenticatorTransport> transports() {
        return Arrays.stream(transports.split(","))
                .filter(one -> !one.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }
}
