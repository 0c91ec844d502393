package org.packhaus.shipment;

import java.util.Optional;
import org.packhaus.sdk.CarrierProfile;

/**
 * Whether a carrier's connection can be used now, as far as is known without calling out.
 *
 * @param code why not; {@code ""} if it can
 * @param text what to do about it; {@code ""} if it can be used
 * @param profile absent while the plugin is missing
 * @param tellsPrices whether it can be asked what a parcel costs
 */
public record CarrierStanding(String code, String text, Optional<CarrierProfile> profile, boolean tellsPrices) {

    /** Of a carrier whose prices stand in a table, if anywhere. */
    public CarrierStanding(String code, String text, Optional<CarrierProfile> profile) {
        this(code, text, profile, false);
    }

    public boolean isReady() {
        return code.isEmpty() && profile.isPresent();
    }
}
