package org.packhaus.sdk;

import java.util.List;

/**
 * Ability of a {@link Carrier} that is {@link Tracking}: it also calls an address of ours when something happens to a parcel. Its message is a
 * hint and no more: the host then asks for the parcels with {@link Tracking#track}, so that a forged message costs a call and changes
 * nothing. The host makes the address, with a word in it that nobody can guess.
 */
public interface TrackingPush<S extends Record> {

    /**
     * Calls nobody.
     *
     * @param body as it came, at most 256 kB of UTF-8
     * @return the tracking numbers the message speaks of; empty if it is none of this carrier's
     */
    List<String> numbers(String body, S settings);
}
