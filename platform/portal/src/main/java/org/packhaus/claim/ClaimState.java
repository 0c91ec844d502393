package org.packhaus.claim;

import java.util.Set;

/** How far a claim is. */
public enum ClaimState {
    /** Opened here; the carrier knows nothing of it. */
    OPEN,
    /** The carrier has it and has not decided. */
    SENT,
    ACCEPTED,
    REFUSED,
    PAID,
    /** The parcel turned up, or it was not worth it. */
    DROPPED;

    /** What it can become next. A refusal may be objected to. */
    public Set<ClaimState> next() {
        return switch (this) {
            case OPEN -> Set.of(SENT, DROPPED);
            case SENT -> Set.of(ACCEPTED, REFUSED, PAID, DROPPED);
            case ACCEPTED -> Set.of(PAID, REFUSED);
            case REFUSED -> Set.of(SENT, DROPPED);
            case PAID, DROPPED -> Set.of();
        };
    }

    /** Whether nobody has to do anything about it any more. */
    public boolean isOver() {
        return switch (this) {
            case OPEN, SENT, ACCEPTED -> false;
            case REFUSED, PAID, DROPPED -> true;
        };
    }
}
