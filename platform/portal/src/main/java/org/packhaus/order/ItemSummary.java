package org.packhaus.order;

import org.jspecify.annotations.Nullable;

/** The pieces of one SKU in an order's row; cancelled ones are left out unless all are. */
public record ItemSummary(
        String sku, String title, @Nullable String pictureUrl, int count) {}
