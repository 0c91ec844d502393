package org.packhaus.sandbox.otto;

/** The state of one position item, which is one physical piece. */
public enum FulfillmentStatus {
    ANNOUNCED,
    PROCESSABLE,
    SENT,
    RETURNED,
    CANCELLED_BY_PARTNER,
    CANCELLED_BY_MARKETPLACE;

    boolean cancelled() {
        return this == CANCELLED_BY_PARTNER || this == CANCELLED_BY_MARKETPLACE;
    }
}
