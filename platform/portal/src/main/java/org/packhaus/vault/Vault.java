package org.packhaus.vault;

import com.google.crypto.tink.KeysetHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Seals and opens secrets. Rotation: {@link #addKey()} on one node, wait until every node has read it ({@link #reload()}, or a
 * restart), {@link #promoteNewestKey()}, then the owners of sealed values seal them again (seller connections:
 * {@code ConnectionService.sealAgain}).
 */
@Service
public class Vault {
    private final Keyset keyset;
    private final MasterKey master;
    private volatile @Nullable KeysetHandle keys;

    Vault(Keyset keyset, MasterKey master) {
        this.keyset = keyset;
        this.master = master;
    }

    /** Where the key that locks everything comes from: a file's path, or empty if it is from the environment. Never the key. */
    public Optional<Path> masterKeyFile() {
        return master.file();
    }

    public byte[] seal(String secret, SecretPlace place) {
        try {
            return Keyset.aead(keys()).encrypt(secret.getBytes(StandardCharsets.UTF_8), place.associatedData());
        } catch (GeneralSecurityException e) {
            throw new VaultException("vault-secret-unreadable", "field " + place.field() + " could not be sealed", e);
        }
    }

    public String open(byte[] sealed, SecretPlace place) {
        try {
            return decrypt(keys(), sealed, place);
        } catch (GeneralSecurityException first) {
            // Another node may have rotated since we read the keyset.
            reload();
            try {
                return decrypt(keys(), sealed, place);
            } catch (GeneralSecurityException e) {
                throw new VaultException(
                        "vault-secret-unreadable",
                        "the secret " + place.field() + " of connection " + place.connection()
                                + " does not open; enter it again",
                        e);
            }
        }
    }

    private static String decrypt(KeysetHandle keys, byte[] sealed, SecretPlace place) throws GeneralSecurityException {
        return new String(Keyset.aead(keys).decrypt(sealed, place.associatedData()), StandardCharsets.UTF_8);
    }

    /** Adds a key that opens but does not seal yet, so that all nodes know it before the first value needs it. */
    public void addKey() {
        keyset.add();
        reload();
    }

    /** From now on values are sealed with the newest key; the old ones still open. */
    public void promoteNewestKey() {
        keyset.promoteNewest();
        reload();
    }

    public void reload() {
        keys = keyset.load();
    }

    private KeysetHandle keys() {
        KeysetHandle known = keys;
        if (known == null) {
            known = keyset.load();
            keys = known;
        }
        return known;
    }
}
