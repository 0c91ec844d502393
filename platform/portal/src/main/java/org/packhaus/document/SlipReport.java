package org.packhaus.document;

import java.util.Set;

/**
 * What came of drawing a slip.
 *
 * @param pages how many it took
 * @param missingCharacters code points no font has; boxes stand in their places
 * @param barcode whether the order number could be drawn as a barcode
 */
public record SlipReport(int pages, Set<Integer> missingCharacters, boolean barcode) {
    public SlipReport {
        missingCharacters = Set.copyOf(missingCharacters);
    }
}
