package org.packhaus.sdk;

import java.util.List;
import java.util.Optional;

/**
 * What is handed to the carrier: one box with one label.
 *
 * @param weight with packaging
 * @param dimensions outside; absent when nobody measured it and the carrier does not ask
 * @param contents what is inside; needed where customs asks, and for the carrier's own description
 * @param customs what is declared where customs asks; absent within the {@link CustomsUnion}
 */
public record Parcel(
        Weight weight, Optional<Dimensions> dimensions, List<Content> contents, Optional<CustomsDeclaration> customs) {
    public Parcel {
        contents = List.copyOf(contents);
    }

    /** A parcel that passes no customs. */
    public Parcel(Weight weight, Optional<Dimensions> dimensions, List<Content> contents) {
        this(weight, dimensions, contents, Optional.empty());
    }

    /**
     * Pieces of one kind in a parcel.
     *
     * @param sku the seller's number
     * @param title what it is
     * @param pieces how many, at least 1
     * @param value of one piece
     * @param commodity what customs asks of it, if known
     */
    public record Content(String sku, String title, int pieces, Money value, Optional<Commodity> commodity) {

        /** Of which customs knows nothing. */
        public Content(String sku, String title, int pieces, Money value) {
            this(sku, title, pieces, value, Optional.empty());
        }
    }
}
