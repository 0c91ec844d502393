package org.packhaus.shipment;

/** A parcel: one box with one label. */
public record ParcelId(long value) implements Comparable<ParcelId> {
    public ParcelId {
        if (value <= 0) {
            throw new IllegalArgumentException("not a parcel's id: " + value);
        }
    }

    @Override
    public int compareTo(ParcelId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
