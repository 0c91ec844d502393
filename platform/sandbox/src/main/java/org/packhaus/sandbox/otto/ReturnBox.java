package org.packhaus.sandbox.otto;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel a buyer registered for its way back. Where it is follows from the time, so that a restart changes nothing.
 *
 * @param key under which it travels, as the seller reported it with the shipment
 * @param dropped when the carrier gets it; absent if never
 * @param arrives when it is at a door; absent if never
 * @param told when OTTO heard of it, if that was later than it happened
 */
record ReturnBox(
        String id,
        String seller,
        TrackingKey key,
        Instant announced,
        @Nullable Instant dropped,
        @Nullable Instant arrives,
        ReturnWay way,
        boolean fastRefund,
        List<String> pieces,
        @Nullable Instant told) {

    private static final Duration UNTIL_DROPPED = Duration.ofHours(26);
    private static final Duration ON_THE_ROAD = Duration.ofHours(44);

    /** Something that happened to it, in OTTO's words. */
    record State(String state, Instant at, String text) {}

    static ReturnBox registered(
            String id,
            String seller,
            TrackingKey key,
            Instant at,
            ReturnWay way,
            boolean fastRefund,
            List<String> pieces) {
        Instant dropped = way == ReturnWay.NEVER_DROPPED ? null : at.plus(UNTIL_DROPPED);
        Instant arrives = dropped == null || way == ReturnWay.LOST ? null : dropped.plus(ON_THE_ROAD);
        return new ReturnBox(id, seller, key, at, dropped, arrives, way, fastRefund, pieces, null);
    }

    /** The same, in the carrier's hands by then, if it ever gets there. */
    ReturnBox droppedAt(Instant time) {
        if (way == ReturnWay.NEVER_DROPPED || dropped != null && !dropped.isAfter(time)) {
            return this;
        }
        Instant door = way == ReturnWay.LOST ? null : time.plus(ON_THE_ROAD);
        return new ReturnBox(id, seller, key, announced, time, door, way, fastRefund, pieces, told);
    }

    /** The same, at its door by then, if it ever gets there. */
    ReturnBox arrivesAt(Instant time) {
        ReturnBox onTheWay = droppedAt(time);
        Instant door = onTheWay.arrives();
        return door == null || !door.isAfter(time)
                ? onTheWay
                : new ReturnBox(id, seller, key, announced, onTheWay.dropped(), time, way, fastRefund, pieces, told);
    }

    /** The same, heard of only then. */
    ReturnBox toldAt(Instant time) {
        return new ReturnBox(id, seller, key, announced, dropped, arrives, way, fastRefund, pieces, time);
    }

    /** How long it takes to get so far. */
    static Duration until(String state) {
        return switch (state) {
            case "ANNOUNCED" -> Duration.ZERO;
            case "ON_THE_WAY" -> UNTIL_DROPPED;
            default -> UNTIL_DROPPED.plus(ON_THE_ROAD);
        };
    }

    /** Oldest first. */
    List<State> states(Instant now) {
        List<State> states = new ArrayList<>();
        states.add(new State("ANNOUNCED", announced, "Retoure angemeldet"));
        if (dropped != null && !dropped.isAfter(now)) {
            states.add(new State("ON_THE_WAY", dropped, "Retoure am PaketShop abgegeben"));
        }
        if (arrives != null && !arrives.isAfter(now)) {
            states.add(new State(
                    "DELIVERED",
                    arrives,
                    way == ReturnWay.MISDIRECTED ? "Retoure in einem Lager eingegangen" : "Retoure zugestellt"));
        }
        return states;
    }

    Instant changed(Instant now) {
        Instant happened = states(now).getLast().at();
        return told != null && told.isAfter(happened) ? told : happened;
    }
}
