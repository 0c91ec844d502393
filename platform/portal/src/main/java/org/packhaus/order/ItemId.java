package org.packhaus.order;

/** One physical piece of an order. */
public record ItemId(long value) implements Comparable<ItemId> {
    public ItemId {
        if (value <= 0) {
            throw new IllegalArgumentException("not an item's id: " + value);
        }
    }

    @Override
    public int compareTo(ItemId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
