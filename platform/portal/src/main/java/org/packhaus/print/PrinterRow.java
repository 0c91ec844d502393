package org.packhaus.print;

import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.DocumentType;

/**
 * A printer.
 *
 * @param station whose agent prints on it; null if the portal reaches it itself
 * @param address {@code ipp://host:631/printers/x}, {@code host:9100}, or the name its agent knows it by
 * @param language what it understands
 * @param density of a label printer's head: {@code DPI_203}, {@code DPI_300}, {@code DPI_600}; null for PDF
 * @param sheet how labels lie on its paper, a name of {@link org.packhaus.document.LabelSheet#named}; empty if each is as large as it is
 */
public record PrinterRow(
        PrinterId id,
        String name,
        @Nullable StationId station,
        Route route,
        String address,
        DocumentType language,
        @Nullable String density,
        String sheet) {}
