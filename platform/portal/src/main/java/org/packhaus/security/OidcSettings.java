package org.packhaus.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in by somebody else's word (OpenID Connect). Off without an issuer.
 *
 * @param issuer for example {@code https://login.example.org/realms/staff}
 * @param name what the button calls it
 * @param createUsers whether somebody whom nobody has invited gets an account, without any role; else they are refused
 */
@ConfigurationProperties("packhaus.oidc")
record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("OpenID Connect") String name,
        @DefaultValue("false") boolean createUsers) {

    OidcSettings {
        if (!issuer.isBlank() && clientId.isBlank()) {
            throw new IllegalArgumentException("packhaus.oidc.issuer is set, so packhaus.oidc.client-id must be, too");
        }
    }

    boolean isOn() {
        return !issuer.isBlank();
    }

    /** Without the secret: this text may reach a log. */
    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ", " + clientId + "]";
    }
}
