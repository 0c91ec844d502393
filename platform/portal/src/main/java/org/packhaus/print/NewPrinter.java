package org.packhaus.print;

import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.DocumentType;

/** A printer to be added, see {@link PrinterRow}. */
public record NewPrinter(
        String name,
        @Nullable StationId station,
        Route route,
        String address,
        DocumentType language,
        @Nullable String density,
        String sheet) {}
