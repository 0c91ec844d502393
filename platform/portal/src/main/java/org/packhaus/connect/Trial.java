package org.packhaus.connect;

import java.util.List;
import java.util.Optional;
import org.packhaus.order.OrderId;

/**
 * What a trial run found.
 *
 * @param order the simulated order that was shipped; empty for a dry run
 * @param dry whether nothing was bought because a connection points to the real service
 */
public record Trial(List<TrialLine> lines, Optional<OrderId> order, boolean dry) {
    public Trial {
        lines = List.copyOf(lines);
    }

    /** Whether nothing that was tried failed. */
    public boolean isFine() {
        return lines.stream().noneMatch(line -> line.result() == TrialLine.Result.FAILED);
    }
}
