package org.packhaus.shipment;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.CarrierProfile;

/**
 * Whether a carrier's connection can be used now, as far as is known without calling out.
 *
 * @param code why not; {@code ""} if it can
 * @param text what to do about it; {@code ""} if it can be used
 * @param profile absent while the plugin is missing
 * @param tellsPrices whether it can be asked what a parcel costs
 * @param since when it went out; null if it can be used, or nobody wrote it down
 */
public record CarrierStanding(
        String code,
        String text,
        Optional<CarrierProfile> profile,
        boolean tellsPrices,
        @Nullable Instant since) {

    /** Of a carrier whose prices stand in a table, if anywhere. */
    public CarrierStanding(String code, String text, Optional<CarrierProfile> profile) {
        this(code, text, profile, false, null);
    }

    public boolean isReady() {
        return code.isEmpty() && profile.isPresent();
    }
}
