package org.packhaus.plugin.hermes;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Optional;
import org.packhaus.sdk.Secret;

/**
 * One business customer's account at Hermes Germany. All four credentials come from the customer's contact person at Hermes; the
 * integration system has a set of its own.
 *
 * @param clientId of the application
 * @param clientSecret of the application
 * @param user of the business customer
 * @param password of that user
 * @param parcelClass sent for parcels that nobody measured; contracts made online (Digital Sales) demand one
 * @param resolution of the label printer, for labels in ZPL; 203 dpi if absent
 * @param notifyBuyer whether Hermes writes to buyers whose e-mail address is known
 * @param baseUrl where Hermes is; production if absent
 */
public record HermesSettings(
        @NotBlank String clientId,
        @NotNull Secret clientSecret,
        @NotBlank String user,
        @NotNull Secret password,
        Optional<ParcelClass> parcelClass,
        Optional<Resolution> resolution,
        boolean notifyBuyer,
        Optional<URI> baseUrl) {

    private static final String INTEGRATION = "de-api-int.hermesworld.com";

    /** Hermes's sizes: the sum of the longest and the shortest side decides. */
    public enum ParcelClass {
        XS,
        S,
        M,
        L,
        XL
    }

    /** Of a print head, in dots per inch. */
    public enum Resolution {
        DPI_203(203),
        DPI_300(300);

        private final int dpi;

        Resolution(int dpi) {
            this.dpi = dpi;
        }

        int dpi() {
            return dpi;
        }
    }

    URI at(String path) {
        return on(baseUrl.map(URI::toString).orElse("https://de-api.hermesworld.com"), "/services/hsi" + path);
    }

    /** Tokens are on a host of their own, which the integration system has too; any other address answers for both. */
    URI tokenUrl() {
        String host = baseUrl.map(
                        url -> INTEGRATION.equals(url.getHost()) ? "https://authme-int.myhermes.de" : url + "")
                .orElse("https://authme.myhermes.de");
        return on(host, "/authorization-facade/oauth2/access_token");
    }

    private static URI on(String base, String path) {
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
