package org.packhaus.shipment;

/** A shipment: what of one order leaves together. */
public record ShipmentId(long value) implements Comparable<ShipmentId> {
    public ShipmentId {
        if (value <= 0) {
            throw new IllegalArgumentException("not a shipment's id: " + value);
        }
    }

    @Override
    public int compareTo(ShipmentId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
