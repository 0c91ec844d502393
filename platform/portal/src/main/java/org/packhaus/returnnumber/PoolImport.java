package org.packhaus.returnnumber;

import java.util.List;

/**
 * What came of adding numbers to a pool. Either all of them go in or none: a list with a mistake is mended and given again.
 *
 * @param added how many are new
 * @param known how many were in the pool before, which is no mistake
 * @param faults what is wrong, in the order of the list
 */
public record PoolImport(int added, int known, List<Fault> faults) {
    public PoolImport {
        faults = List.copyOf(faults);
    }

    /** @param row from 1 */
    public record Fault(int row, ReturnNumberException why) {}

    public boolean isRefused() {
        return !faults.isEmpty();
    }
}
