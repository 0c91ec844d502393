package org.packhaus.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All dials. A call draws from each dial that names its operation, in their order, and the first hit counts. Draws depend on seed,
 * dial, operation and the running number of the call, so a run can be repeated.
 */
public final class Faults {

    private static final int SLOW_MILLIS = 1500;

    private volatile List<FaultDial> dials = List.of();
    private final Map<String, AtomicLong> calls = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> drawn = new ConcurrentHashMap<>();

    /** Replaces all dials and starts counting anew. */
    public void turn(List<FaultDial> newDials) {
        dials = List.copyOf(newDials);
        calls.clear();
        drawn.clear();
    }

    public List<FaultDial> dials() {
        return dials;
    }

    /** How often each kind was drawn since the dials were turned, as {@code operation kind}. */
    public Map<String, Long> drawn() {
        Map<String, Long> counts = new TreeMap<>();
        drawn.forEach((name, count) -> counts.put(name, count.get()));
        return counts;
    }

    /** The control API never fails, or nobody could turn the dials back. */
    public Fault draw(String operation) {
        List<FaultDial> current = dials;
        if (current.isEmpty() || operation.startsWith("sandbox.")) {
            return Fault.NONE;
        }
        long count = calls.computeIfAbsent(operation, name -> new AtomicLong()).incrementAndGet();
        for (int i = 0; i < current.size(); i++) {
            FaultDial dial = current.get(i);
            if (dial.turns(operation) && dial.hits(i, operation, count)) {
                drawn.computeIfAbsent(operation + " " + dial.kind().word(), name -> new AtomicLong())
                        .incrementAndGet();
                return new Fault(dial.kind(), dial.millis());
            }
        }
        return Fault.NONE;
    }

    /** The dials behind a name: none, mild, harsh. @param families of operations to turn them for: {@code otto.*} */
    public static Optional<List<FaultDial>> preset(String name, List<String> families, long seed) {
        return switch (name) {
            case "none" -> Optional.of(List.of());
            case "mild" -> Optional.of(everywhere(families, seed, 0.03, 0.02, 0.01, 0.005, 0.01, 0.005));
            case "harsh" -> Optional.of(everywhere(families, seed, 0.06, 0.05, 0.05, 0.03, 0.04, 0.02));
            default -> Optional.empty();
        };
    }

    private static List<FaultDial> everywhere(
            List<String> families,
            long seed,
            double slow,
            double tooMany,
            double error,
            double errorAfter,
            double lost,
            double truncated) {
        List<FaultDial> all = new ArrayList<>();
        for (String family : families) {
            all.add(new FaultDial(family, FaultKind.SLOW, slow, SLOW_MILLIS, seed));
            all.add(new FaultDial(family, FaultKind.TOO_MANY, tooMany, 0, seed));
            all.add(new FaultDial(family, FaultKind.ERROR, error, 0, seed));
            all.add(new FaultDial(family, FaultKind.ERROR_AFTER, errorAfter, 0, seed));
            all.add(new FaultDial(family, FaultKind.ANSWER_LOST, lost, 0, seed));
            all.add(new FaultDial(family, FaultKind.TRUNCATED, truncated, 0, seed));
        }
        return all;
    }
}
