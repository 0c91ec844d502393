package org.packhaus.sdk;

import java.util.List;
import java.util.Optional;

/**
 * Some returns.
 *
 * @param items one for each piece
 * @param next where the next page begins; empty after the last
 */
public record ReturnPage(List<ReturnedItem> items, Optional<String> next) {
    public ReturnPage {
        items = List.copyOf(items);
    }
}
