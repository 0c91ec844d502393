package org.packhaus.sdk;

import java.util.List;
import java.util.Optional;

/**
 * Some parcels that come back.
 *
 * @param parcels each once
 * @param next where the next page begins; empty after the last
 */
public record ReturnParcelPage(List<ReturnParcel> parcels, Optional<String> next) {
    public ReturnParcelPage {
        parcels = List.copyOf(parcels);
    }
}
