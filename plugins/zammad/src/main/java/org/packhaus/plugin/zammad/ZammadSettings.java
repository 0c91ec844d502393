package org.packhaus.plugin.zammad;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.packhaus.sdk.Secret;

/**
 * One help desk.
 *
 * @param address of the help desk
 * @param token of an agent who may read and write tickets
 * @param group into which new tickets go, and whose tickets are read
 */
public record ZammadSettings(
        @NotNull URI address,
        @NotNull Secret token,
        @NotBlank String group) {

    URI at(String path) {
        String base = address.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
