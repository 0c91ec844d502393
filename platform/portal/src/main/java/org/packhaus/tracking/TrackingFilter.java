package org.packhaus.tracking;

import java.util.Locale;

/** Which parcels a list shows. */
public enum TrackingFilter {
    UNDERWAY,
    LATE,
    /** Not late yet: somebody can still do something about it. */
    AT_RISK,
    STUCK,
    ATTEMPTED,
    AT_SHOP,
    RETURNING,
    LOST,
    /** The carrier moves it, and the channel has not heard of it for long. */
    CHANNEL,
    ALL;

    /** As it stands in the address of the page; what nobody knows is what is on its way. */
    public static TrackingFilter of(String word) {
        for (TrackingFilter filter : values()) {
            if (filter.word().equals(word)) {
                return filter;
            }
        }
        return UNDERWAY;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
