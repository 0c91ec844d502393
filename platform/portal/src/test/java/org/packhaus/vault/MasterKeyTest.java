package org.packhaus.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
    private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path data;

    @Test
    void isMadeOnceReadableByTheOwnerOnlyAndFoundAgain() throws Exception {
        byte[] sealed = new MasterKey("", data).open(true).encrypt(TEXT, new byte[0]);

        assertThat(Files.getPosixFilePermissions(data.resolve("vault/master.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Aead again = new MasterKey("", data).open(false);
        assertThat(again.decrypt(sealed, new byte[0])).isEqualTo(TEXT);
    }

    @Test
    void isNeverMadeAnewWhenSecretsExist() {
        assertThatThrownBy(() -> new MasterKey("", data).open(false))
                .isInstanceOfSatisfying(
                        VaultException.class, e -> assertThat(e.code()).isEqualTo("vault-key-lost"));
    }

    @Test
    void saysWhatAKeyLooksLike() {
        assertThatThrownBy(() -> new MasterKey("c2hvcnQ=", data).open(true))
                .hasMessageContaining("PACKHAUS_MASTER_KEY")
                .hasMessageContaining("32 random bytes");
    }
}
