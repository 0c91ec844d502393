package org.packhaus.rule;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Money;

/**
 * What came of asking a carrier for the price of a product.
 *
 * @param price euros before tax; null unless it is {@link Answer#LIVE}
 * @param days working days; null if the carrier does not say
 */
record LiveQuote(
        Answer answer, @Nullable Money price, @Nullable Integer days) {

    /** How it ended. */
    enum Answer {
        LIVE,
        /** It named prices, but none for this product, or none in euros. */
        NOT_OFFERED,
        /** It understood and named none. */
        REFUSED,
        /** Nothing came in time. */
        NO_ANSWER;

        /** As it is kept with a shipment. */
        String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    static LiveQuote without(Answer answer) {
        return new LiveQuote(answer, null, null);
    }

    /** What counts: the live price, else that of the table, and the reason for it. The table knows the days if the carrier does not say. */
    Rate over(Rate table) {
        return new Rate(
                Optional.ofNullable(price).or(table::price),
                Optional.ofNullable(days).or(table::days),
                answer.word());
    }
}
