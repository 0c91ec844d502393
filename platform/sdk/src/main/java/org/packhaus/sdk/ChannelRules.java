package org.packhaus.sdk;

import java.util.Optional;
import java.util.Set;

/**
 * What a channel demands when a parcel is reported, so that no label is bought that it would refuse.
 *
 * @param carriers the {@link CarrierProfile#carrierCode()}s it takes for the way out
 * @param returnNumberRequired whether a parcel needs a return number
 * @param returnCarriers the carrier codes it takes for the way back
 * @param returnCarrier the one this seller has set there, if only that one is taken
 */
public record ChannelRules(
        Set<String> carriers,
        boolean returnNumberRequired,
        Set<String> returnCarriers,
        Optional<String> returnCarrier) {
    public ChannelRules {
        carriers = Set.copyOf(carriers);
        returnCarriers = Set.copyOf(returnCarriers);
    }
}
