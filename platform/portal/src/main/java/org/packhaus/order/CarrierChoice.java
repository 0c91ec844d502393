package org.packhaus.order;

import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Money;

/**
 * Who is to bring an order, and why.
 *
 * @param carrier as people call it: {@code DHL}
 * @param product as people call it: {@code DHL Paket}
 * @param price where it is known
 * @param reason short: {@code seller's default}
 */
public record CarrierChoice(
        String carrier, String product, @Nullable Money price, String reason) {}
