package org.packhaus.security;

import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;

/** What a browser needs to make a passkey. Good for one answer. */
public final class PasskeyOffer {
    private final PublicKeyCredentialCreationOptions options;
    private final String json;

    PasskeyOffer(PublicKeyCredentialCreationOptions options, String json) {
        this.options = options;
        this.json = json;
    }

    PublicKeyCredentialCreationOptions options() {
        return options;
    }

    /** For {@code PublicKeyCredential.parseCreationOptionsFromJSON}. */
    public String json() {
        return json;
    }
}
