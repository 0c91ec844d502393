package org.packhaus.shipment;

/** The report of one parcel to the sales channel. */
public record ConfirmationId(long value) {
    public ConfirmationId {
        if (value <= 0) {
            throw new IllegalArgumentException("not a confirmation's id: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
