package org.packhaus.sandbox.carrier;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the roads are like. Calm until the control API says otherwise: then parcels are late, come back and get lost as they do in real
 * life, the same ones for the same seed.
 */
public final class Roads {
    static final String FATE = "sandboxFate";

    private volatile OptionalLong seed = OptionalLong.empty();
    private volatile Optional<Fate> everybodys = Optional.empty();

    /** From now on every parcel that is sold has a fate by this seed. */
    public void busy(long wanted) {
        everybodys = Optional.empty();
        seed = OptionalLong.of(wanted);
    }

    public void calm() {
        everybodys = Optional.empty();
        seed = OptionalLong.empty();
    }

    /** From now on every parcel that is sold has this fate. */
    public void all(Fate fate) {
        everybodys = Optional.of(fate);
    }

    /** Seals what becomes of a parcel. */
    public JsonNode seal(JsonNode details, String number) {
        OptionalLong busy = seed;
        Optional<Fate> all = everybodys;
        if (all.isEmpty() && busy.isEmpty() || !(details instanceof ObjectNode object)) {
            return details;
        }
        Fate fate = all.orElseGet(() -> fate(busy.orElseThrow(), number));
        return object.deepCopy().put(FATE, fate.name());
    }

    private static Fate fate(long seed, String number) {
        int lot = new SplittableRandom(seed * 31 + number.hashCode()).nextInt(100);
        if (lot < 57) {
            return Fate.SMOOTH;
        }
        if (lot < 62) {
            return Fate.LEFT_LATE;
        }
        if (lot < 72) {
            return Fate.AT_SHOP;
        }
        if (lot < 82) {
            return Fate.SECOND_ATTEMPT;
        }
        if (lot < 92) {
            return Fate.SLOW;
        }
        return lot < 97 ? Fate.RETURNED : Fate.LOST;
    }
}
