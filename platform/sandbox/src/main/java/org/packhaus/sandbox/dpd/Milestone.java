package org.packhaus.sandbox.dpd;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.packhaus.sandbox.carrier.Step;
import org.packhaus.sandbox.carrier.Travel;

/** The six milestones of ParcelLifeCycleService 2.0, with its English and our German label. */
enum Milestone {
    SHIPMENT(Step.ANNOUNCED, 0, "Order information has been transmitted to DPD.", "Auftragsdaten übermittelt"),
    ACCEPTED(Step.HANDED_OVER, 0, "Parcel handed to DPD", "Paket an DPD übergeben"),
    AT_SENDING_DEPOT(Step.SORTED, 0, "In transit", "Im Versandzentrum"),
    ON_THE_ROAD(Step.SORTED, 2, "In transit", "Auf dem Weg"),
    AT_DELIVERY_DEPOT(Step.AT_DEPOT, 0, "Parcel out for delivery", "Im Zustellzentrum"),
    DELIVERED(Step.DELIVERED, 0, "Parcel delivered", "Zugestellt");

    private final Step step;
    private final int hoursLater;
    private final String english;
    private final String german;

    Milestone(Step step, int hoursLater, String english, String german) {
        this.step = step;
        this.hoursLater = hoursLater;
        this.english = english;
        this.german = german;
    }

    /** Where and when it was reached; empty if it was not. */
    Optional<Travel.Moment> reached(Travel travel, Instant now) {
        return travel.moments().stream()
                .filter(moment -> moment.step() == step)
                .findFirst()
                .map(moment -> new Travel.Moment(step, moment.at().plus(Duration.ofHours(hoursLater)), moment.place()))
                .filter(moment -> !moment.at().isAfter(now));
    }

    String label(boolean inGerman) {
        return inGerman ? german : english;
    }

    /** The model has no milestone for a failed attempt or a parcel shop; only the text says so. */
    String description(Travel travel, boolean inGerman) {
        if (this == AT_DELIVERY_DEPOT && has(travel, Step.ATTEMPT_FAILED)) {
            return inGerman
                    ? "Wir konnten Ihr Paket leider nicht zustellen."
                    : "Unfortunately we have not been able to deliver your parcel.";
        }
        if (this == AT_DELIVERY_DEPOT && has(travel, Step.AT_SHOP)) {
            return inGerman ? "Ihr Paket liegt im Pickup Paketshop bereit." : "Your parcel waits in the parcel shop.";
        }
        return label(inGerman);
    }

    private static boolean has(Travel travel, Step step) {
        return travel.moments().stream().anyMatch(moment -> moment.step() == step);
    }
}
