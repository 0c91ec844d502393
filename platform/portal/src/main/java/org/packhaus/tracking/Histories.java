package org.packhaus.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a carrier's newest answer adds to a history, and what it takes back. Nothing is ever replaced: what is not told any more stays as
 * withdrawn.
 *
 * @param added in the answer's order, each once
 * @param withdrawn known, and not in the answer although it reaches that far back
 */
record Histories(List<Scan> added, Set<Scan.Key> withdrawn) {

    static Histories compare(List<Scan> known, List<Scan> told) {
        Set<Scan.Key> standing = new HashSet<>();
        known.stream().filter(scan -> !scan.withdrawn()).map(Scan::key).forEach(standing::add);
        Set<Scan.Key> answer = new HashSet<>();
        List<Scan> added = new ArrayList<>();
        for (Scan scan : told) {
            if (answer.add(scan.key()) && !standing.contains(scan.key())) {
                added.add(scan);
            }
        }
        // Carriers forget old events after some weeks; and an answer without any says nothing of what was before.
        Instant reachesBackTo =
                told.stream().map(Scan::at).min(Instant::compareTo).orElse(Instant.MAX);
        Set<Scan.Key> withdrawn = new HashSet<>(standing);
        withdrawn.removeAll(answer);
        withdrawn.removeIf(key -> key.at().isBefore(reachesBackTo));
        return new Histories(added, withdrawn);
    }
}
