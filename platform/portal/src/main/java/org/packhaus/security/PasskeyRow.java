package org.packhaus.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param name as its owner calls it: "Notebook", "YubiKey"
 */
public record PasskeyRow(
        long id, String name, Instant created, @Nullable Instant lastUsed) {}
