package org.packhaus.claim;

import java.time.Instant;

/**
 * A line of a claim's history.
 *
 * @param code {@code opened}, {@code state}, {@code note}, {@code changed}
 * @param state it stood in after that
 * @param text as typed; empty once the buyer is forgotten
 */
public record ClaimLine(Instant at, String actor, String code, ClaimState state, String text) {}
