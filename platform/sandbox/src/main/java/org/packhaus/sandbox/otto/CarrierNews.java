package org.packhaus.sandbox.otto;

import java.time.Instant;
import java.util.List;

/** What OTTO hears from carriers about a number. Implemented by whoever plays the carriers. */
@FunctionalInterface
public interface CarrierNews {

    /** A state of OTTO's ({@code ON_THE_WAY}, {@code DELIVERED} …) and when it was reached. */
    record News(String state, Instant at) {}

    /** What is known of the number by now, oldest first; nothing for a number that cannot be tracked. */
    List<News> of(String carrier, String trackingNumber, Instant now);
}
