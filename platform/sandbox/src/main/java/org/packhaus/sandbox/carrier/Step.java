package org.packhaus.sandbox.carrier;

import java.time.Instant;
import java.util.Optional;
import org.packhaus.sandbox.otto.CarrierNews;

/** Where a parcel can be on its way; each carrier words it with codes of its own. */
public enum Step {
    ANNOUNCED(""),
    HANDED_OVER("ON_THE_WAY"),
    SORTED(""),
    AT_DEPOT(""),
    OUT_FOR_DELIVERY(""),
    DELAYED(""),
    ATTEMPT_FAILED("DELIVERY_ATTEMPT_FAILED"),
    AT_SHOP("DELIVERED_FOR_PICKUP"),
    DELIVERED("DELIVERED"),
    RETURNING(""),
    LOST("");

    private final String ottoState;

    Step(String ottoState) {
        this.ottoState = ottoState;
    }

    Optional<CarrierNews.News> news(Instant at) {
        return ottoState.isEmpty() ? Optional.empty() : Optional.of(new CarrierNews.News(ottoState, at));
    }
}
