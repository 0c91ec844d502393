package org.packhaus.shipment;

/** A row of the label ledger: one wanted label. */
public record PurchaseId(long value) implements Comparable<PurchaseId> {
    public PurchaseId {
        if (value <= 0) {
            throw new IllegalArgumentException("not a purchase's id: " + value);
        }
    }

    @Override
    public int compareTo(PurchaseId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
