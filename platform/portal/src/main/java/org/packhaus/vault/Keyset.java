package org.packhaus.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keyset's one row: encrypted under the master key, changed by compare-and-set because several nodes share it. */
@Component
class Keyset {
    private static final byte[] ASSOCIATED = "packhaus/vault-keyset".getBytes(StandardCharsets.US_ASCII);

    private final JdbcClient jdbc;
    private final MasterKey master;

    Keyset(JdbcClient jdbc, MasterKey master) {
        this.jdbc = jdbc;
        this.master = master;
    }

    private record Row(int version, byte[] sealed) {}

    KeysetHandle load() {
        Row row = find().orElseGet(this::create);
        return open(row);
    }

    private Optional<Row> find() {
        return jdbc.sql("select version, sealed from vault_keyset where id = 1")
                .query((result, number) -> new Row(result.getInt(1), result.getBytes(2)))
                .optional();
    }

    private Row create() {
        try {
            AeadConfig.register();
            KeysetHandle fresh = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            byte[] sealed = TinkProtoKeysetFormat.serializeEncryptedKeyset(fresh, master.open(true), ASSOCIATED);
            try {
                jdbc.sql("insert into vault_keyset (id, version, sealed) values (1, 0, :sealed)")
                        .param("sealed", sealed)
                        .update();
            } catch (DuplicateKeyException e) {
                // Another node was faster; its keyset is as good.
                return find().orElseThrow();
            }
            return new Row(0, sealed);
        } catch (GeneralSecurityException e) {
            throw new VaultException("vault-key-invalid", "a keyset could not be made", e);
        }
    }

    private KeysetHandle open(Row row) {
        try {
            AeadConfig.register();
            return TinkProtoKeysetFormat.parseEncryptedKeyset(row.sealed(), master.open(false), ASSOCIATED);
        } catch (GeneralSecurityException e) {
            throw new VaultException(
                    "vault-key-wrong",
                    "the master key does not open the secrets of this database: use the key that belongs to it (PACKHAUS_MASTER_KEY or"
                            + " vault/master.key in the data folder)",
                    e);
        }
    }

    private void change(UnaryOperator<KeysetHandle.Builder> edit) {
        Row before = find().orElseGet(this::create);
        try {
            KeysetHandle after =
                    edit.apply(KeysetHandle.newBuilder(open(before))).build();
            byte[] sealed = TinkProtoKeysetFormat.serializeEncryptedKeyset(after, master.open(false), ASSOCIATED);
            int changed = jdbc.sql(
                            "update vault_keyset set sealed = :sealed, version = version + 1 where id = 1 and version = :version")
                    .param("sealed", sealed)
                    .param("version", before.version())
                    .update();
            if (changed != 1) {
                throw new VaultException(
                        "vault-key-invalid",
                        "another node is rotating the vault's keys; nothing was changed here",
                        null);
            }
        } catch (GeneralSecurityException e) {
            throw new VaultException("vault-key-invalid", "the keyset could not be changed", e);
        }
    }

    void add() {
        change(keys -> keys.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .setStatus(KeyStatus.ENABLED)));
    }

    void promoteNewest() {
        change(keys -> {
            keys.getAt(keys.size() - 1).makePrimary();
            return keys;
        });
    }

    static Aead aead(KeysetHandle keys) throws GeneralSecurityException {
        return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
}
