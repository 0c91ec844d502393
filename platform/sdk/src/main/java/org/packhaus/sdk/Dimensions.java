package org.packhaus.sdk;

/**
 * The outside of a parcel, in millimetres.
 *
 * @param length the longest side
 * @param width the middle side
 * @param height the shortest side
 */
public record Dimensions(int length, int width, int height) {
    public Dimensions {
        if (length <= 0 || width <= 0 || height <= 0) {
            throw new IllegalArgumentException("Every side is more than 0 mm.");
        }
    }

    /** Of three sides in any order. */
    public static Dimensions ofSides(int a, int b, int c) {
        int longest = Math.max(a, Math.max(b, c));
        int shortest = Math.min(a, Math.min(b, c));
        return new Dimensions(longest, a + b + c - longest - shortest, shortest);
    }

    @Override
    public String toString() {
        return length + " × " + width + " × " + height + " mm";
    }
}
