package org.packhaus.returnnumber;

import java.util.List;

/**
 * What adding a list of numbers would come to.
 *
 * @param fresh numbers that would be added
 * @param known numbers that are in the pool and free; adding them again changes nothing
 * @param used numbers of the pool that a parcel has had; they are never given out again
 * @param faults what is wrong, in the order of the list; the first hundred
 * @param takable whether the numbers without a fault can be taken alone
 */
public record PoolPreview(int fresh, int known, int used, List<PoolImport.Fault> faults, boolean takable) {
    public PoolPreview {
        faults = List.copyOf(faults);
    }
}
