package org.packhaus.plugin.ups;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Optional;
import org.packhaus.sdk.Secret;

/**
 * One account at UPS.
 *
 * @param clientId of the app in UPS's developer portal
 * @param clientSecret of that app
 * @param shipperNumber the account number, six letters and digits; it is part of every tracking number
 * @param negotiatedRates whether prices are asked for as agreed in the contract, not as on the price list
 * @param phone the seller's, with country code; UPS demands one for parcels abroad
 * @param baseUrl where UPS is; production if absent
 */
public record UpsSettings(
        @NotBlank String clientId,
        @NotNull Secret clientSecret,
        @NotBlank @Pattern(regexp = "[0-9A-Za-z]{6}") String shipperNumber,
        boolean negotiatedRates,
        Optional<@Pattern(regexp = "[+0-9][0-9 /()-]{4,24}") String> phone,
        Optional<URI> baseUrl) {

    URI at(String path) {
        String base = baseUrl.map(URI::toString).orElse("https://onlinetools.ups.com");
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    /** As UPS wants it: capitals. */
    String account() {
        return shipperNumber.toUpperCase(java.util.Locale.ROOT);
    }
}
