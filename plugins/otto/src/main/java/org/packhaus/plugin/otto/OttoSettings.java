package org.packhaus.plugin.otto;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.packhaus.sdk.Secret;

/**
 * One seller's access to OTTO Market. With an {@code appId} and an {@code installationId} the client is a service partner's
 * app that the seller installed; without them it is the seller's own app.
 *
 * @param clientId of the app
 * @param clientSecret of the app, shown once in OTTO Partner Connect
 * @param returnCarrier who brings returns back, as set in OTTO Partner Connect; OTTO refuses any other
 * @param returnAddressCarrierId which return address; needed only by sellers who have several
 * @param daysUntilOttoDecides after how many days OTTO takes a piece back itself, counted from when its parcel arrived; 14 if absent.
 *     OTTO publishes no number
 * @param appId of a service partner's app
 * @param installationId of that app at this seller
 * @param carrierNames {@code OUR_CODE=OTTO_NAME}, separated by commas: what OTTO calls carriers that the plugin does not know
 * @param baseUrl where OTTO is; production if absent
 * @param tokenPath where tokens are; {@code /oauth2/token} if absent
 */
public record OttoSettings(
        @NotBlank String clientId,
        @NotNull Secret clientSecret,
        @NotNull ReturnCarrier returnCarrier,
        Optional<@Pattern(regexp = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") String> returnAddressCarrierId,
        Optional<@Min(1) @Max(90) Integer> daysUntilOttoDecides,
        Optional<String> appId,
        Optional<String> installationId,
        Optional<
                        @Pattern(
                                regexp =
                                        "\\s*[A-Za-z0-9_]+\\s*=\\s*[A-Z0-9_]+\\s*(,\\s*[A-Za-z0-9_]+\\s*=\\s*[A-Z0-9_]+\\s*)*")
                        String>
                carrierNames,
        Optional<URI> baseUrl,
        Optional<@Pattern(regexp = "/\\S*") String> tokenPath) {

    /** The carriers that OTTO lets bring returns back. */
    public enum ReturnCarrier {
        DHL,
        GLS,
        HERMES
    }

    Duration untilOttoDecides() {
        return Duration.ofDays(daysUntilOttoDecides.orElse(14));
    }

    URI at(String path) {
        String base = baseUrl.map(URI::toString).orElse("https://api.otto.market");
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    URI tokenUrl() {
        return at(tokenPath.orElse("/oauth2/token"));
    }

    boolean isInstalledApp() {
        return appId.isPresent() || installationId.isPresent();
    }
}
