package org.packhaus.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;

/** A sign-in with a passkey: what was asked, and what the browser has answered. Who it is stands in the answer. */
final class PasskeyShown extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final PublicKeyCredentialRequestOptions asked;

    @Nullable
    private String answer;

    PasskeyShown(PublicKeyCredentialRequestOptions asked, String answer) {
        super(List.of());
        this.asked = asked;
        this.answer = answer;
    }

    PublicKeyCredentialRequestOptions asked() {
        return asked;
    }

    @Override
    public Object getPrincipal() {
        return "";
    }

    @Override
    public String getCredentials() {
        return answer == null ? "" : answer;
    }

    @Override
    public void eraseCredentials() {
        answer = null;
    }
}
