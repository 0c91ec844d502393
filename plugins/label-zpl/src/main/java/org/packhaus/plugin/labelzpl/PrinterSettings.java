package org.packhaus.plugin.labelzpl;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;

/**
 * One label printer.
 *
 * @param density of its print head
 * @param widthMm of the label; with the height absent, or itself absent, every label is as large as the carrier made it
 * @param heightMm of the label
 */
public record PrinterSettings(
        @NotNull Density density,
        Optional<@Min(20) @Max(220) Integer> widthMm,
        Optional<@Min(20) @Max(600) Integer> heightMm) {

    /** The label in dots, if it is known. */
    Optional<Dots.Size> label() {
        return widthMm.flatMap(
                width -> heightMm.map(height -> new Dots.Size(density.dots(width), density.dots(height))));
    }
}
