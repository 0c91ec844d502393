package org.packhaus.shipment;

import java.time.Instant;

/**
 * A line in the history of a label.
 *
 * @param actor a person's name, or the job that did it
 * @param code why, if there is something to say; else empty
 */
public record LedgerEntry(Instant at, LabelState state, int attempt, String actor, String code, String text) {}
