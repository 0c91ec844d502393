package org.packhaus.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The second step of a sign-in: a code, typed by somebody whose password was right a moment ago. */
final class CodeEntered extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final String email;

    @Nullable
    private String code;

    CodeEntered(String email, String code) {
        super(List.of());
        this.email = email;
        this.code = code;
    }

    @Override
    public Object getPrincipal() {
        return email;
    }

    @Override
    public String getCredentials() {
        return code == null ? "" : code;
    }

    @Override
    public void eraseCredentials() {
        code = null;
    }
}
