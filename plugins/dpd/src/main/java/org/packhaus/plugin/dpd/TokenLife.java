package org.packhaus.plugin.dpd;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.JsonException;
import org.packhaus.sdk.PluginTools;

/**
 * How long a token of DPD's is good for. The documents say 24 hours, the token itself (a JWT, RFC 7519) may say less. Its
 * times are compared with each other where it has both, so that a clock that is wrong here does no harm.
 */
final class TokenLife {
    private static final Duration PROMISED = Duration.ofHours(24);

    private TokenLife() {}

    static Duration of(String token, PluginTools tools) {
        Json claims = claims(token, tools);
        Optional<BigDecimal> until = claims.at("exp").number();
        if (until.isEmpty()) {
            return PROMISED;
        }
        long from = claims.at("iat")
                .number()
                .map(BigDecimal::longValue)
                .orElseGet(() -> tools.clock().instant().getEpochSecond());
        Duration said = Duration.ofSeconds(Math.max(0, until.get().longValue() - from));
        return said.compareTo(PROMISED) < 0 ? said : PROMISED;
    }

    private static Json claims(String token, PluginTools tools) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Json.MISSING;
        }
        try {
            return tools.parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JsonException e) {
            return Json.MISSING;
        }
    }
}
