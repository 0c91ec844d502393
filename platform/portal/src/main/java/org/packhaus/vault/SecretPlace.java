package org.packhaus.vault;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Where a secret belongs. It is sealed together with the value: moved to another seller, connection or field, a value does not open.
 */
public record SecretPlace(long seller, long connection, String field) {

    /** Unambiguous whatever the field is called. */
    byte[] associatedData() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF("packhaus/1");
            out.writeLong(seller);
            out.writeLong(connection);
            out.writeUTF(field);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
