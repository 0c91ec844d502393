package org.packhaus.vault;

import org.jspecify.annotations.Nullable;

/** A secret cannot be sealed or opened. Never carries a secret. The code is explained in docs/operations. */
public final class VaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    VaultException(String code, String text, @Nullable Throwable cause) {
        super(code + ": " + text, cause);
        this.code = code;
    }

    /** One of {@code VAULT_KEY_INVALID}, {@code VAULT_KEY_LOST}, {@code VAULT_KEY_WRONG}, {@code VAULT_SECRET_UNREADABLE}. */
    public String code() {
        return code;
    }
}
