package org.example.parrot;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalTime;
import java.util.Optional;
import org.packhaus.sdk.Secret;

/** The settings of a parrot. */
public record Cage(
        String say,
        @NotBlank @Pattern(regexp = "[a-z]+") String account,
        @NotBlank Secret password,
        Optional<URI> url,
        @Max(10) int seeds,
        Optional<BigDecimal> weight,
        Optional<LocalTime> wakeUp,
        boolean talks,
        Colour colour) {

    /** Of the feathers. */
    public enum Colour {
        GREEN,
        GREY
    }
}
