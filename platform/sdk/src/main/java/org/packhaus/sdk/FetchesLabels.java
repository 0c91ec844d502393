package org.packhaus.sdk;

import java.util.Optional;

/**
 * Ability of a {@link Carrier}: a label can be fetched again by its number. With it a person who found a lost booking in
 * the carrier's own portal only has to type the number.
 */
public interface FetchesLabels<S extends Record> {

    /** The booking under that number, with its documents; empty if the carrier does not know it (any more). */
    Optional<Booking> fetch(String trackingNumber, LabelPaper paper, S settings) throws PluginException;
}
