package org.packhaus.audit;

import java.util.Optional;

/** Knows who is signed in; implemented by the security room, because this one does not know users. */
public interface ActorSource {
    Optional<Actor> signedIn();
}
