package org.packhaus.security;

import com.webauthn4j.util.exception.WebAuthnException;
import java.util.Set;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks WebAuthn with browsers. The device must check its owner by finger, face or PIN, so a passkey is two factors at once: something
 * one has and something one knows or is. Knows its own address only when the web server listens, hence the lazy part.
 */
@Component
class RelyingParty {
    private final SingletonSupplier<Webauthn4JRelyingPartyOperations> operations;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    RelyingParty(PasskeyBook book, PublicAddress address) {
        this.operations = SingletonSupplier.of(() -> operations(book, address));
    }

    private static Webauthn4JRelyingPartyOperations operations(PasskeyBook book, PublicAddress address) {
        var made = new Webauthn4JRelyingPartyOperations(
                book,
                book,
                PublicKeyCredentialRpEntity.builder()
                        .id(address.host())
                        .name("Packhaus")
                        .build(),
                Set.of(address.origin()));
        made.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        made.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return made;
    }

    private Webauthn4JRelyingPartyOperations operations() {
        return operations.obtain();
    }

    PublicKeyCredentialCreationOptions offer(Authentication owner) {
        return operations()
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(owner));
    }

    /** Keeps what the device has made. */
    void register(PublicKeyCredentialCreationOptions offered, String answer, String name) {
        try {
            var made = json.readValue(
                    answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            operations()
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            offered, new RelyingPartyPublicKey(made, name)));
        } catch (WebAuthnException | JacksonException | IllegalArgumentException e) {
            throw refused(e);
        }
    }

    /** A question for any passkey of this portal: nobody has to say who they are before they show one. */
    PublicKeyCredentialRequestOptions challenge() {
        return operations().createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /** Whose passkey has answered: the e-mail address. */
    String owner(PublicKeyCredentialRequestOptions asked, String answer) {
        try {
            var shown =
                    json.readValue(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            return operations()
                    .authenticate(new RelyingPartyAuthenticationRequest(asked, shown))
                    .getName();
        } catch (WebAuthnException | JacksonException | IllegalArgumentException | NullPointerException e) {
            throw refused(e);
        }
    }

    private static BadCredentialsException refused(Exception why) {
        return new BadCredentialsException("this passkey is not accepted", why);
    }

    String json(Object options) {
        return json.writeValueAsString(options);
    }

    static Authentication signedIn() {
        return java.util.Objects.requireNonNull(
                SecurityContextHolder.getContext().getAuthentication(), "nobody is signed in");
    }
}
