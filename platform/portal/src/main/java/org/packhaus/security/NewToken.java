package org.packhaus.security;

/**
 * A token that was just made.
 *
 * @param secret the token itself, shown this once
 */
public record NewToken(TokenRow row, String secret) {
    /** Without the token: this text may reach a log. */
    @Override
    public String toString() {
        return "NewToken[" + row.hint() + "…]";
    }
}
