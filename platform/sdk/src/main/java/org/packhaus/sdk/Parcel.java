package org.packhaus.sdk;

import java.util.List;
import java.util.Optional;

/**
 * What is handed to the carrier: one box with one label.
 *
 * @param weight with packaging
 * @param dimensions outside; absent when nobody measured it and the carrier does not ask
 * @param contents what is inside; needed where customs asks, and for the carrier's own description
 */
public record Parcel(Weight weight, Optional<Dimensions> dimensions, List<Content> contents) {
    public Parcel {
        contents = List.copyOf(contents);
    }

    /**
     * Pieces of one kind in a parcel.
     *
     * @param sku the seller's number
     * @param title what it is
     * @param pieces how many, at least 1
     * @param value of one piece
     */
    public record Content(String sku, String title, int pieces, Money value) {}
}
