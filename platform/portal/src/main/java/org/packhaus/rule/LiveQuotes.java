package org.packhaus.rule;

import java.util.Map;
import java.util.Optional;

/**
 * What carriers answered lately: one more price table.
 *
 * @param answers by {@link ParcelShape#key()}
 */
record LiveQuotes(Map<String, Map<Offer, LiveQuote>> answers) {
    static final LiveQuotes NONE = new LiveQuotes(Map.of());

    Optional<LiveQuote> find(Offer offer, Optional<ParcelShape> shape) {
        return shape.map(ParcelShape::key).map(answers::get).map(quotes -> quotes.get(offer));
    }

    boolean isEmpty() {
        return answers.isEmpty();
    }
}
