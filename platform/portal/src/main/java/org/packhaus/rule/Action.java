package org.packhaus.rule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Whom a rule names. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "take")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Action.Fixed.class, name = "fixed"),
    @JsonSubTypes.Type(value = Action.Best.class, name = "best")
})
public sealed interface Action {

    /** Always this one. */
    record Fixed(Offer offer) implements Action {}

    /** The best of several. */
    record Best(Aim aim, List<Offer> among) implements Action {
        public Best {
            among = List.copyOf(among);
        }
    }

    /** What "best" means. */
    enum Aim {
        CHEAPEST,
        /** The fewest days among those that keep the promise. */
        FASTEST_IN_TIME,
        /** The one that has come on time most often. */
        BEST_ON_TIME
    }
}
