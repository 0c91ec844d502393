package org.packhaus.sandbox.dhl;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.packhaus.sandbox.otto.CarrierNews;

/**
 * Where a parcel is by now. It follows from the number and the hours since the label was made: one in sixteen is not at home at
 * first, one in sixteen goes to an outlet; parcels for a Packstation wait there.
 */
record Journey(List<Step> steps) {

    /**
     * One event.
     *
     * @param ice DHL's event code, {@code ric} its reason, {@code standard} its TTpro code
     * @param news OTTO's state, or empty when OTTO does not tell it
     */
    record Step(Instant at, String ice, String ric, String standard, String text, String place, String news) {}

    static Journey of(Parcel parcel, Instant now) {
        if (parcel.voided || parcel.isReturn()) {
            return new Journey(List.of());
        }
        List<Step> steps = new ArrayList<>();
        Party to = parcel.consignee();
        String from = parcel.shipper().city();
        Plan plan = new Plan(steps, parcel.created, now);
        plan.step(1, "PARCV", "OTHER", "VA", "Die Sendung wurde elektronisch angekündigt.", "", "");
        plan.step(
                6,
                "SHRCU",
                "OTHER",
                "ES",
                "Die Sendung wurde vom Absender in der Filiale eingeliefert.",
                from,
                "ON_THE_WAY");
        plan.step(10, "LDTMV", "MVMTV", "AA", "Die Sendung wurde im Start-Paketzentrum bearbeitet.", from, "");
        plan.step(20, "ULFMV", "UNLDD", "EE", "Die Sendung ist im Ziel-Paketzentrum eingetroffen.", to.city(), "");
        plan.step(26, "SRTED", "OTHER", "PO", "Die Sendung wurde in das Zustellfahrzeug geladen.", to.city(), "");
        int fate = Character.digit(parcel.number.charAt(18), 10) * 10 + Character.digit(parcel.number.charAt(19), 10);
        if (to.packstation()) {
            plan.step(
                    29,
                    "HLDCC",
                    "PKBOX",
                    "LA",
                    "Die Sendung liegt in der Packstation zur Abholung bereit.",
                    to.city(),
                    "DELIVERED_FOR_PICKUP");
            plan.step(
                    45,
                    "DLVRD",
                    "PKBOX",
                    "ZU",
                    "Der Empfänger hat die Sendung aus der Packstation abgeholt.",
                    to.city(),
                    "DELIVERED");
        } else if (to.outlet() || fate % 16 == 3) {
            plan.step(
                    30,
                    "HLDCC",
                    "SERPT",
                    "LA",
                    "Die Sendung liegt in der Filiale zur Abholung bereit.",
                    to.city(),
                    "DELIVERED_FOR_PICKUP");
            plan.step(
                    52,
                    "DLVRD",
                    "SERPT",
                    "ZU",
                    "Der Empfänger hat die Sendung in der Filiale abgeholt.",
                    to.city(),
                    "DELIVERED");
        } else if (fate % 16 == 7) {
            plan.step(
                    30,
                    "NTDEL",
                    "NHOME",
                    "ZN",
                    "Der Empfänger wurde nicht angetroffen.",
                    to.city(),
                    "DELIVERY_ATTEMPT_FAILED");
            plan.step(54, "DLVRD", "OTHER", "ZU", "Die Sendung wurde erfolgreich zugestellt.", to.city(), "DELIVERED");
        } else {
            plan.step(30, "DLVRD", "OTHER", "ZU", "Die Sendung wurde erfolgreich zugestellt.", to.city(), "DELIVERED");
        }
        return new Journey(steps);
    }

    private record Plan(List<Step> steps, Instant start, Instant now) {
        void step(int hours, String ice, String ric, String standard, String text, String place, String news) {
            Instant at = start.plus(Duration.ofHours(hours));
            if (!at.isAfter(now)) {
                steps.add(new Step(at, ice, ric, standard, text, place, news));
            }
        }
    }

    List<CarrierNews.News> news() {
        return steps.stream()
                .filter(s -> !s.news().isEmpty())
                .map(s -> new CarrierNews.News(s.news(), s.at()))
                .toList();
    }
}
