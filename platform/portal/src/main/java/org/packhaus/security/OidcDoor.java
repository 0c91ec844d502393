package org.packhaus.security;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** Whether the sign-in page offers another house's sign-in, and what it is called. */
@Service
public class OidcDoor {
    private final OidcSettings settings;

    OidcDoor(OidcSettings settings) {
        this.settings = settings;
    }

    public Optional<String> name() {
        return settings.isOn() ? Optional.of(settings.name()) : Optional.empty();
    }

    /** Where the way to the other house begins. */
    public String path() {
        return "oauth2/authorization/" + OidcSignIn.ID;
    }
}
