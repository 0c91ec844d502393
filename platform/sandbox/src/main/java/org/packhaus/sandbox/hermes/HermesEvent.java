package org.packhaus.sandbox.hermes;

import org.packhaus.sandbox.carrier.Sale;
import org.packhaus.sandbox.carrier.Step;

/** What Hermes writes of a parcel: a long code (3x3), the short one (2x2) and a text. */
enum HermesEvent {
    ANNOUNCED("000000000", "0000", "Die Sendung ist angekündigt.", "The parcel is announced."),
    TAKEN_OVER("037001003", "1900", "Die Sendung wurde abgeholt.", "The parcel was picked up."),
    SORTED("030000006", "1510", "Die Sendung wurde sortiert.", "The parcel was sorted."),
    AT_DEPOT("045001002", "2000", "Die Sendung ist im Zieldepot.", "The parcel is at the depot of its destination."),
    ON_TOUR("050001000", "3000", "Die Sendung ist in Zustellung.", "The parcel is out for delivery."),
    HELD("048001001", "4610", "Die Sendung verzögert sich.", "The parcel is delayed."),
    GOES_BACK("100001001", "6080", "Die Sendung geht an den Absender zurück.", "The parcel goes back to the sender."),
    NOT_MET("060003004", "3731", "Niemand war zu Hause.", "Nobody was at home."),
    AT_SHOP("055001005", "3410", "Die Sendung liegt im PaketShop.", "The parcel waits at the ParcelShop."),
    DELIVERED("090001000", "3510", "Die Sendung ist zugestellt.", "The parcel is delivered."),
    COLLECTED(
            "090003008",
            "3530",
            "Die Sendung wurde im PaketShop abgeholt.",
            "The parcel was collected at the ParcelShop.");

    private final String longCode;
    private final String shortCode;
    private final String german;
    private final String english;

    HermesEvent(String longCode, String shortCode, String german, String english) {
        this.longCode = longCode;
        this.shortCode = shortCode;
        this.german = german;
        this.english = english;
    }

    static HermesEvent of(Step step, Sale sale) {
        return switch (step) {
            case ANNOUNCED -> ANNOUNCED;
            case HANDED_OVER -> TAKEN_OVER;
            case SORTED -> SORTED;
            case AT_DEPOT -> AT_DEPOT;
            case OUT_FOR_DELIVERY -> ON_TOUR;
            case DELAYED -> HELD;
            case RETURNING -> GOES_BACK;
            case LOST -> throw new IllegalStateException("Hermes has no word for a lost parcel");
            case ATTEMPT_FAILED -> NOT_MET;
            case AT_SHOP -> AT_SHOP;
            case DELIVERED -> Hermes.goesToShop(sale) ? COLLECTED : DELIVERED;
        };
    }

    String longCode() {
        return longCode;
    }

    String shortCode() {
        return shortCode;
    }

    String german() {
        return german;
    }

    String english() {
        return english;
    }
}
