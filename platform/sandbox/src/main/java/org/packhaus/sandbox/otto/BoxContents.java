package org.packhaus.sandbox.otto;

/** What really lies in a box that comes back, and what a careful person at the seller's bench makes of it. */
public enum BoxContents {
    ORIGINAL(true, "A", "RETURN_RECEIVED"),
    OPENED(true, "B", "RETURN_RECEIVED"),
    USED(true, "C", "RETURN_RECEIVED"),
    WORN(true, "D", "RETURN_RECEIVED"),
    DAMAGED(false, "D", "ITEM_DAMAGED"),
    SEAL_BROKEN(false, "C", "DAMAGE_TO_THE_HYGIENE_SEAL"),
    WRONG_ITEM(false, "E", "WRONG_ITEM"),
    /** A piece of some other seller's. */
    OTHERS_ITEM(false, "E", "THIRD_PARTY_ITEM"),
    EMPTY(false, "E", "ITEM_NOT_IN_THE_PARCEL");

    final boolean takenBack;
    final String condition;
    final String reason;

    BoxContents(boolean takenBack, String condition, String reason) {
        this.takenBack = takenBack;
        this.condition = condition;
        this.reason = reason;
    }
}
