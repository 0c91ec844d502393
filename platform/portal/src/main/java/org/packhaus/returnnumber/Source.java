package org.packhaus.returnnumber;

import java.util.Optional;
import org.packhaus.seller.ConnectionId;

/**
 * What booking has to know of a source.
 *
 * @param always also where the label would bring a number by itself
 * @param connection whose return labels are bought
 */
public record Source(String carrierCode, SourceKind kind, boolean always, Optional<ConnectionId> connection) {}
