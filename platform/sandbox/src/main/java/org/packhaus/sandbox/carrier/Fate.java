package org.packhaus.sandbox.carrier;

import tools.jackson.databind.JsonNode;

/** What becomes of a parcel. It is sealed when the label is sold, so that a restart changes nothing. */
public enum Fate {
    SMOOTH,
    /** Nobody is at home, so it waits in a shop. */
    AT_SHOP,
    /** Nobody is at home, somebody is on the next working day. */
    SECOND_ATTEMPT,
    /** Lies in a depot for days, longer than anybody was promised. */
    SLOW,
    /** Stays in the seller's warehouse for days; from then on it goes smoothly, and too late. */
    LEFT_LATE,
    /** Nobody takes it in twice, and it goes back to the sender. */
    RETURNED,
    /** The last anybody hears of it is the depot; carriers that say so write it off after some days. */
    LOST;

    /** On calm roads one in sixteen meets nobody at home, one in sixteen waits in a shop. */
    static Fate of(Sale sale) {
        String sealed = sale.details().path(Roads.FATE).asString("");
        return sealed.isEmpty() ? calm(sale.number()) : valueOf(sealed);
    }

    private static Fate calm(String number) {
        return switch (Math.floorMod(number.hashCode(), 16)) {
            case 3 -> AT_SHOP;
            case 7 -> SECOND_ATTEMPT;
            default -> SMOOTH;
        };
    }

    /** Sealed in what the carrier keeps of a parcel; empty on calm roads. */
    public static String sealed(JsonNode details) {
        return details.path(Roads.FATE).asString("");
    }
}
