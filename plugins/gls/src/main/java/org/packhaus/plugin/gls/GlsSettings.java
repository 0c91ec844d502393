package org.packhaus.plugin.gls;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Optional;
import org.packhaus.sdk.Secret;

/**
 * One customer's account at GLS.
 *
 * @param clientId of the app in GLS's developer portal
 * @param clientSecret of that app
 * @param contactId the shipper's, given by GLS with the contract; it decides who pays
 * @param flexDelivery whether buyers whose e-mail address is known may steer their parcels (FlexDelivery)
 * @param zebra how fine the label printer prints; 203 dpi if absent
 * @param baseUrl where GLS is; production if absent
 */
public record GlsSettings(
        @NotBlank String clientId,
        @NotNull Secret clientSecret,
        @NotBlank @Size(max = 50) String contactId,
        boolean flexDelivery,
        Optional<Zebra> zebra,
        Optional<URI> baseUrl) {

    /** The resolutions GLS writes ZPL for. */
    public enum Zebra {
        DPI_203,
        DPI_300
    }

    URI at(String path) {
        String base = baseUrl.map(URI::toString).orElse("https://api.gls-group.net");
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
