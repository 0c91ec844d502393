package org.packhaus.order;

/** Where an order stands in the warehouse. Problem and hold are flags beside it, not stages. */
public enum Stage {
    /** The channel may still take it back and hides the address: reserve, do not ship. */
    ANNOUNCED,
    /** Pieces wait for a label. */
    TO_SHIP,
    /** Every piece that is to go has a label. */
    LABEL_PRINTED,
    /** Every parcel is closed. */
    PACKED,
    /** The channel knows that everything has left. */
    SENT,
    /** Nothing is to be shipped. */
    CANCELLED;

    /** Whether there is still something to do for the warehouse. */
    public boolean isOpen() {
        return this != SENT && this != CANCELLED;
    }
}
