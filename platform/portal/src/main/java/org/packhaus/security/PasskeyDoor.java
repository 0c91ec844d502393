package org.packhaus.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.authentication.HttpSessionPublicKeyCredentialRequestOptionsRepository;
import org.springframework.stereotype.Service;

/** What somebody who is not signed in may ask about passkeys: a question, which a passkey answers. Each is good for one answer. */
@Service
public class PasskeyDoor {
    private final RelyingParty party;
    private final HttpSessionPublicKeyCredentialRequestOptionsRepository asked =
            new HttpSessionPublicKeyCredentialRequestOptionsRepository();

    PasskeyDoor(RelyingParty party) {
        this.party = party;
    }

    /** For {@code PublicKeyCredential.parseRequestOptionsFromJSON}; the session keeps what was asked. */
    public String ask(HttpServletRequest request, HttpServletResponse response) {
        PublicKeyCredentialRequestOptions options = party.challenge();
        asked.save(request, response, options);
        return party.json(options);
    }

    Optional<PublicKeyCredentialRequestOptions> takeAsked(HttpServletRequest request, HttpServletResponse response) {
        Optional<PublicKeyCredentialRequestOptions> known = Optional.ofNullable(asked.load(request));
        asked.save(request, response, null);
        return known;
    }
}
