package org.packhaus.sdk;

import java.util.Optional;

/** Ability of a {@link Carrier}: a booking whose answer was lost can be found by the reference that was sent. */
public interface FindsByReference<S extends Record> {

    /**
     * Looks a booking up.
     *
     * @param request as it was sent
     * @return the booking with its documents; empty only if the carrier is certain that it sold none under that reference
     */
    Optional<Booking> find(BookingRequest request, S settings) throws PluginException;
}
