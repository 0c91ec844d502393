package org.packhaus.document;

import java.util.List;
import java.util.Optional;

/**
 * What is fetched from one place.
 *
 * @param place where it lies; empty if nobody said
 * @param attributes what tells variants apart, in one line
 * @param count pieces of it for all orders
 * @param orders numbers of the orders it is for, those that want several with how many
 * @param seller whose it is; empty if the list has one seller's goods only
 * @param picture PNG or JPEG; without one the SKU's letters stand in its place
 */
record PickRow(
        String place,
        String sku,
        String title,
        String attributes,
        String ean,
        int count,
        List<String> orders,
        String seller,
        Optional<byte[]> picture) {
    PickRow {
        orders = List.copyOf(orders);
    }
}
