package org.packhaus.order;

import java.time.Instant;
import org.packhaus.sdk.Address;

/**
 * An address as it was at a time; the newest counts, the first is the channel's.
 *
 * @param fromChannel whether the channel sent it; else a person corrected it
 */
public record AddressVersion(Address address, boolean fromChannel, Instant at, String by) {}
