package org.packhaus.shipment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Money;
import org.packhaus.seller.ConnectionId;

/**
 * Why a carrier was chosen; kept with the shipment, because rules and prices change afterwards.
 *
 * @param code stable, without spaces: {@code seller-default}, {@code rule-cheapest}; the portal has a sentence for each
 * @param detail what the sentence leaves open, mostly the rule's name; may be empty
 * @param considered what was weighed, the chosen one first; empty when there was nothing to weigh
 */
public record CarrierReason(String code, String detail, List<Considered> considered) {
    public static final String SELLER_DEFAULT = "seller-default";

    public CarrierReason {
        considered = List.copyOf(considered);
    }

    public static CarrierReason of(String code) {
        return new CarrierReason(code, "", List.of());
    }

    /** Code and detail in one line, as an order keeps it. */
    String brief() {
        return detail.isEmpty() ? code : code + " " + detail;
    }

    /**
     * One of several that could have brought the parcel.
     *
     * @param product the carrier's own code
     * @param price before tax; null if nobody says
     * @param days working days until the first delivery attempt; null if nobody says
     * @param verdict a stable code: {@code taken}, {@code dearer}, {@code slower}, {@code too-late}, {@code no-price} …
     * @param source whence the price is: {@link #LIVE}, {@link #TABLE}, or why it is not live; null in what was kept before there
     *     were live prices
     * @param since when this one went out, if that is its verdict
     */
    public record Considered(
            ConnectionId connection,
            String product,
            @Nullable Money price,
            @Nullable Integer days,
            String verdict,
            @Nullable String source,
            @Nullable Instant since) {
        /** The carrier said so just before. */
        public static final String LIVE = "live";

        /** The seller's price table says so. */
        public static final String TABLE = "table";
    }
}
