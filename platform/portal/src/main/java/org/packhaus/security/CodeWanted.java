package org.packhaus.security;

import org.springframework.security.authentication.InsufficientAuthenticationException;

/** The password was right; a code is asked for before anybody is signed in. */
final class CodeWanted extends InsufficientAuthenticationException {
    private static final long serialVersionUID = 1L;

    private final String email;

    CodeWanted(String email) {
        super("a code of the second factor is wanted");
        this.email = email;
    }

    String email() {
        return email;
    }
}
