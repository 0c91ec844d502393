package org.packhaus.plugin.dhl;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Optional;
import org.packhaus.sdk.Secret;

/**
 * One business customer's account at DHL Paket.
 *
 * @param apiKey of the app in DHL's developer portal
 * @param apiSecret of that app
 * @param user of the business customer portal (GKP); a system user of its own is best, for people change passwords
 * @param password of that user
 * @param billingNumberPaket for {@code V01PAK}
 * @param billingNumberKleinpaket for {@code V62KP}
 * @param billingNumberEuropaket for {@code V54EPAK}
 * @param billingNumberInternational for {@code V53WPAK}
 * @param billingNumberWarenpost for {@code V66WPI}
 * @param billingNumberReturn for return labels ({@code V07PAK})
 * @param returnReceiver who gets returns, as named in the business customer portal; needed for return labels bought by themselves
 * @param profile the user's group profile; {@code STANDARD_GRUPPENPROFIL} if absent
 * @param goGreenPlus whether every parcel is sent with GoGreen Plus
 * @param acceptUncodeable whether labels are bought for German addresses that DHL cannot route by machine, for a surcharge
 * @param customsNumber the sender's EORI number, for parcels that pass customs
 * @param tracking which of DHL's two tracking interfaces is asked; Parcel DE if absent
 * @param trackingUser who may use the tracking interface; {@code user} if absent
 * @param trackingPassword of that user
 * @param baseUrl where DHL is; production if absent
 */
public record DhlSettings(
        @NotBlank String apiKey,
        @NotNull Secret apiSecret,
        @NotBlank String user,
        @NotNull Secret password,
        Optional<@Pattern(regexp = "\\w{10}01\\w{2}") String> billingNumberPaket,
        Optional<@Pattern(regexp = "\\w{10}62\\w{2}") String> billingNumberKleinpaket,
        Optional<@Pattern(regexp = "\\w{10}54\\w{2}") String> billingNumberEuropaket,
        Optional<@Pattern(regexp = "\\w{10}53\\w{2}") String> billingNumberInternational,
        Optional<@Pattern(regexp = "\\w{10}66\\w{2}") String> billingNumberWarenpost,
        Optional<@Pattern(regexp = "\\w{10}07\\w{2}") String> billingNumberReturn,
        Optional<@Size(max = 50) String> returnReceiver,
        Optional<@Size(max = 35) String> profile,
        boolean goGreenPlus,
        boolean acceptUncodeable,
        Optional<@Size(max = 35) String> customsNumber,
        Optional<TrackingBy> tracking,
        Optional<String> trackingUser,
        Optional<Secret> trackingPassword,
        Optional<URI> baseUrl) {

    /** The two interfaces that tell where parcels are. */
    public enum TrackingBy {
        /** Parcel DE Tracking: 20 numbers a call, with a user of the business customer portal. */
        PARCEL_DE,
        /** Shipment Tracking - Unified: one number a call, 250 calls a day to begin with, with the API key alone. */
        UNIFIED
    }

    URI at(String path) {
        String base = baseUrl.map(URI::toString).orElse("https://api-eu.dhl.com");
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    TrackingBy trackingBy() {
        return tracking.orElse(TrackingBy.PARCEL_DE);
    }

    String profileName() {
        return profile.orElse("STANDARD_GRUPPENPROFIL");
    }
}
