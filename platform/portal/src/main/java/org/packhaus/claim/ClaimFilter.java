package org.packhaus.claim;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The lists of claims: whose turn it is. */
public enum ClaimFilter {
    /** Ours: to be sent to the carrier. */
    OPEN(EnumSet.of(ClaimState.OPEN)),
    /** The carrier's: to decide. */
    SENT(EnumSet.of(ClaimState.SENT)),
    /** The carrier's: to pay. */
    ACCEPTED(EnumSet.of(ClaimState.ACCEPTED)),
    OVER(EnumSet.of(ClaimState.REFUSED, ClaimState.PAID, ClaimState.DROPPED)),
    ALL(EnumSet.allOf(ClaimState.class));

    private final Set<ClaimState> states;

    ClaimFilter(Set<ClaimState> states) {
        this.states = states;
    }

    Set<ClaimState> states() {
        return states;
    }

    /** Where somebody waits, the oldest comes first; what is over, the newest. */
    boolean oldestFirst() {
        return this == OPEN || this == SENT || this == ACCEPTED;
    }

    /** As it stands in the address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its word; {@link #OPEN} for any other. */
    public static ClaimFilter of(String word) {
        for (ClaimFilter one : values()) {
            if (one.word().equals(word)) {
                return one;
            }
        }
        return OPEN;
    }
}
