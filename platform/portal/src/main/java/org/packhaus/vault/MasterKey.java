package org.packhaus.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that opens the keyset in the database, and the only one that is not in the database: from {@code PACKHAUS_MASTER_KEY} (32
 * bytes, Base64) or from a file that is made at the first start. A copy of the database alone gives no secret away; several nodes need
 * the same key.
 */
@Component
class MasterKey {
    private static final int BYTES = 32;

    private final String configured;
    private final Path file;

    MasterKey(@Value("${packhaus.master-key:}") String configured, @Value("${packhaus.data:var}") Path data) {
        this.configured = configured;
        this.file = data.resolve("vault").resolve("master.key");
    }

    /** Empty if it is configured. */
    Optional<Path> file() {
        return configured.isBlank() ? Optional.of(file.toAbsolutePath().normalize()) : Optional.empty();
    }

    /** @param mayCreate whether nothing has been sealed yet, so that a new key can do no harm */
    Aead open(boolean mayCreate) {
        if (!configured.isBlank()) {
            return aead(decode(configured, "PACKHAUS_MASTER_KEY"));
        }
        try {
            if (Files.exists(file)) {
                return aead(decode(Files.readString(file), file.toString()));
            }
            if (!mayCreate) {
                throw new VaultException(
                        "vault-key-lost",
                        "the database holds sealed secrets, but their key is not there: put the file "
                                + file.toAbsolutePath() + " back from your backup, or set PACKHAUS_MASTER_KEY",
                        null);
            }
            return aead(decode(create(), file.toString()));
        } catch (IOException e) {
            throw new VaultException(
                    "vault-key-invalid", "the key file " + file.toAbsolutePath() + " cannot be read or written", e);
        }
    }

    private String create() throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.createDirectories(file.getParent());
        try {
            Files.createFile(file, ownerOnly());
        } catch (FileAlreadyExistsException e) {
            return Files.readString(file);
        }
        String text = Base64.getEncoder().encodeToString(bytes);
        Files.writeString(file, text);
        return text;
    }

    private FileAttribute<?>[] ownerOnly() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static byte[] decode(String text, String source) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw invalid(source, e);
        }
        throw invalid(source, null);
    }

    private static VaultException invalid(String source, @org.jspecify.annotations.Nullable Throwable cause) {
        return new VaultException(
                "vault-key-invalid",
                source + " must hold 32 random bytes in Base64, for example from: openssl rand -base64 32",
                cause);
    }

    @AccessesPartialKey
    private static Aead aead(byte[] bytes) {
        try {
            AeadConfig.register();
            AesGcmParameters parameters = AesGcmParameters.builder()
                    .setKeySizeBytes(BYTES)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build();
            AesGcmKey key = AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                    .build();
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new VaultException("vault-key-invalid", "the master key cannot be used", e);
        }
    }
}
