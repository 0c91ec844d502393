package org.packhaus.plugin.dpd;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.Optional;
import org.packhaus.sdk.Secret;

/**
 * One contract with DPD Germany.
 *
 * @param user DPD's name for it is Delis ID
 * @param password of that user
 * @param customerNumber who is charged; DPD gets it as {@code customerID} and as {@code customerAccountNumber}
 * @param depot where DPD fetches the parcels, the four digits in the contract; DPD finds it by the account if absent
 * @param groupCodes whether products are named by the group's number ({@code 101}) instead of Germany's letters ({@code CL});
 *     accounts know one or the other
 * @param zpl300 whether the ZPL printers have 300 dpi instead of 203
 * @param trackingUser who may use the tracking service, often the same; without it parcels are not tracked
 * @param trackingPassword of that user; {@code password} if absent
 * @param baseUrl where DPD is; production if absent
 */
public record DpdSettings(
        @NotBlank String user,
        @NotNull Secret password,
        @NotNull @Pattern(regexp = "[0-9A-Za-z]{1,17}") String customerNumber,
        Optional<@Pattern(regexp = "\\d{4}") String> depot,
        boolean groupCodes,
        boolean zpl300,
        Optional<String> trackingUser,
        Optional<Secret> trackingPassword,
        Optional<URI> baseUrl) {

    /** DPD's tests run on hosts that end so. */
    private static final String PRE_PRODUCTION = ".dpsin.dpdgroup.com";

    URI at(String path) {
        return URI.create(base("https://api.dpdgroup.com") + path);
    }

    /** Tracking has a host of its own; an address that is not DPD's stands for all hosts. */
    URI trackingAt(String path) {
        boolean isTest = baseUrl.map(URI::getHost)
                .filter(host -> host.endsWith(PRE_PRODUCTION))
                .isPresent();
        String base = isTest ? "https://public-ws-stage.dpd.com" : base("https://public-ws.dpd.com");
        return URI.create(base + path);
    }

    private String base(String otherwise) {
        String base = baseUrl.map(URI::toString).orElse(otherwise);
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** Whether there is somebody who may ask where parcels are. */
    boolean tracks() {
        return trackingUser.filter(name -> !name.isBlank()).isPresent();
    }

    /** The Delis ID that tracks. */
    String tracker() {
        return trackingUser.orElse("");
    }

    /** The password of {@link #tracker()}. */
    Secret trackerPassword() {
        return trackingPassword.filter(secret -> !secret.isBlank()).orElse(password);
    }
}
