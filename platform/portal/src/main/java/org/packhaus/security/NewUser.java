package org.packhaus.security;

/**
 * A user to be created.
 *
 * @param password at least 12 characters, at most 72 bytes (what bcrypt reads)
 * @param administrator of the whole install
 */
public record NewUser(String email, String name, String password, String language, boolean administrator) {
    /** Without the password: this text may reach a log. */
    @Override
    public String toString() {
        return "NewUser[" + email + ", administrator=" + administrator + "]";
    }
}
