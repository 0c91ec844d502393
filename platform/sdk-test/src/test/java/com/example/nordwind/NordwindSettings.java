package com.example.nordwind;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Optional;
import org.packhaus.sdk.Secret;

/** One account at Nordwind. */
public record NordwindSettings(
        @NotBlank String customerNumber,
        @NotNull Secret apiKey,
        @NotNull Speed speed,
        Optional<URI> baseUrl) {

    public enum Speed {
        BREEZE,
        GALE
    }

    URI at(String path) {
        return URI.create(baseUrl.map(URI::toString).orElse("https://api.nordwind.example") + path);
    }
}
