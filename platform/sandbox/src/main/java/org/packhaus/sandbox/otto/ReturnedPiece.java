package org.packhaus.sandbox.otto;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A position item that comes back, or was decided about.
 *
 * @param box the id of its parcel, empty if it was decided without one
 * @param contents what really is in the box; absent without a box
 * @param since when the status was reached
 * @param condition A to E once decided, else empty
 * @param reason once decided, else empty
 * @param byMarketplace OTTO decided, not the seller
 */
record ReturnedPiece(
        String seller,
        String salesOrderId,
        String positionItemId,
        String box,
        @Nullable BoxContents contents,
        Status status,
        Instant since,
        String condition,
        String reason,
        boolean byMarketplace) {

    /** As Returns V3 names them. */
    enum Status {
        MISDIRECTED,
        ANNOUNCED,
        ACCEPTED,
        REJECTED
    }

    static ReturnedPiece in(ReturnBox box, String salesOrderId, String positionItemId, BoxContents contents) {
        return new ReturnedPiece(
                box.seller(),
                salesOrderId,
                positionItemId,
                box.id(),
                contents,
                Status.ANNOUNCED,
                box.announced(),
                "",
                "",
                false);
    }

    static ReturnedPiece unannounced(String seller, String salesOrderId, String positionItemId, Instant at) {
        return new ReturnedPiece(seller, salesOrderId, positionItemId, "", null, Status.ANNOUNCED, at, "", "", false);
    }

    ReturnedPiece misdirected(Instant at) {
        return new ReturnedPiece(
                seller, salesOrderId, positionItemId, box, contents, Status.MISDIRECTED, at, "", "", false);
    }

    ReturnedPiece decided(boolean accepted, String how, String why, boolean marketplace, Instant at) {
        return new ReturnedPiece(
                seller,
                salesOrderId,
                positionItemId,
                box,
                contents,
                accepted ? Status.ACCEPTED : Status.REJECTED,
                at,
                how,
                why,
                marketplace);
    }

    boolean open() {
        return status == Status.ANNOUNCED || status == Status.MISDIRECTED;
    }
}
