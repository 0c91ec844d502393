package org.packhaus.shell;

import java.time.Instant;
import java.util.Optional;

/** Tells the drawer's card when the carrier comes next and how much must be ready by then. Offered by the room that knows. */
@FunctionalInterface
public interface NextCutOff {

    /** Asked with the user's sellers in scope; empty when nothing is due. */
    Optional<CutOff> next();

    /**
     * @param done orders of this cut-off that are ready
     * @param total all orders of this cut-off
     */
    record CutOff(Instant at, long done, long total) {}
}
