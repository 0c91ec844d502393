package org.packhaus.sandbox.fault;

/**
 * One dial.
 *
 * @param operation an operation ({@code dhl.orders.create}), a family ({@code dhl.*}) or {@code *}
 * @param rate from 0 to 1
 * @param millis how long a slow answer takes
 * @param seed the same seed draws the same faults for the n-th call of an operation
 */
public record FaultDial(String operation, FaultKind kind, double rate, int millis, long seed) {

    boolean turns(String called) {
        if (operation.endsWith("*")) {
            return called.startsWith(operation.substring(0, operation.length() - 1));
        }
        return operation.equals(called);
    }

    boolean hits(int dial, String called, long count) {
        long mixed = mix(seed * 31 + dial);
        mixed = mix(mixed ^ called.hashCode());
        mixed = mix(mixed + count);
        return (mixed >>> 11) * 0x1.0p-53 < rate;
    }

    /** The finaliser of SplitMix64: neighbouring numbers come out unrelated. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
