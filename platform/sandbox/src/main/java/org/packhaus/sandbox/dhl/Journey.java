package org.packhaus.sandbox.dhl;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.packhaus.sandbox.carrier.Fate;
import org.packhaus.sandbox.carrier.Step;
import org.packhaus.sandbox.carrier.Travel;
import org.packhaus.sandbox.otto.CarrierNews;

/**
 * Where a parcel is by now. It follows from its {@link Fate} and the hours since the label was made; parcels for a Packstation
 * wait there.
 */
record Journey(List<Event> steps) {

    /**
     * One event.
     *
     * @param ice DHL's event code, {@code ric} its reason, {@code standard} its TTpro code
     * @param news OTTO's state, or empty when OTTO does not tell it
     */
    record Event(Instant at, String ice, String ric, String standard, String text, String place, String news) {}

    static Journey of(Parcel parcel, Instant now) {
        if (parcel.voided || parcel.isReturn()) {
            return new Journey(List.of());
        }
        List<Event> steps = new ArrayList<>();
        Party to = parcel.consignee();
        String from = parcel.shipper().city();
        Fate fate = fate(parcel, to);
        new Plan(steps, parcel.created, now)
                .step(1, "PARCV", "OTHER", "VA", "Die Sendung wurde elektronisch angekündigt.", "", "");
        Duration left = fate == Fate.LEFT_LATE ? Duration.ofHours(Travel.FORGOTTEN_HOURS) : Duration.ZERO;
        Plan plan = new Plan(steps, parcel.created.plus(left), now);
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
        switch (fate) {
            case SMOOTH, LEFT_LATE -> {
                plan.onTheVan(26, to);
                plan.delivered(30, to);
            }
            case AT_SHOP -> {
                plan.onTheVan(26, to);
                waits(plan, to);
            }
            case SECOND_ATTEMPT -> {
                plan.onTheVan(26, to);
                plan.nobodyThere(30, to);
                plan.delivered(54, to);
            }
            case SLOW -> {
                plan.step(28, "EXPHD", "OTHER", "AN", "Die Sendung wird im Paketzentrum gelagert.", to.city(), "");
                plan.onTheVan(170, to);
                plan.delivered(174, to);
            }
            case RETURNED -> {
                plan.onTheVan(26, to);
                plan.nobodyThere(30, to);
                plan.step(60, "RETRN", "NHOME", "RT", "Die Sendung wird an den Absender zurückgesandt.", to.city(), "");
            }
            case LOST -> plan.step(12 * 24, "DSPSD", "OTHER", "VE", "Die Sendung ist nicht auffindbar.", to.city(), "");
        }
        return new Journey(steps);
    }

    /** Sealed when its label was sold; on calm roads by the last two digits of its number. */
    private static Fate fate(Parcel parcel, Party to) {
        String sealed = Fate.sealed(parcel.shipment);
        int digits = Character.digit(parcel.number.charAt(18), 10) * 10 + Character.digit(parcel.number.charAt(19), 10);
        Fate fate = sealed.isEmpty()
                ? digits % 16 == 3 ? Fate.AT_SHOP : digits % 16 == 7 ? Fate.SECOND_ATTEMPT : Fate.SMOOTH
                : Fate.valueOf(sealed);
        boolean fetched = to.packstation() || to.outlet();
        return fetched && (fate == Fate.SMOOTH || fate == Fate.SECOND_ATTEMPT) ? Fate.AT_SHOP : fate;
    }

    private static void waits(Plan plan, Party to) {
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
        } else {
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
        }
    }

    /** The same in the words of all carriers. */
    Travel travel() {
        return new Travel(steps.stream()
                .map(s -> new Travel.Moment(meaning(s.ice()), s.at(), s.place()))
                .toList());
    }

    private static Step meaning(String ice) {
        return switch (ice) {
            case "PARCV" -> Step.ANNOUNCED;
            case "SHRCU" -> Step.HANDED_OVER;
            case "LDTMV" -> Step.SORTED;
            case "ULFMV" -> Step.AT_DEPOT;
            case "SRTED" -> Step.OUT_FOR_DELIVERY;
            case "EXPHD" -> Step.DELAYED;
            case "HLDCC" -> Step.AT_SHOP;
            case "NTDEL" -> Step.ATTEMPT_FAILED;
            case "RETRN" -> Step.RETURNING;
            case "DSPSD" -> Step.LOST;
            case "DLVRD" -> Step.DELIVERED;
            default -> throw new IllegalStateException("no meaning: " + ice);
        };
    }

    private record Plan(List<Event> steps, Instant start, Instant now) {
        void onTheVan(int hours, Party to) {
            step(hours, "SRTED", "OTHER", "PO", "Die Sendung wurde in das Zustellfahrzeug geladen.", to.city(), "");
        }

        void delivered(int hours, Party to) {
            step(hours, "DLVRD", "OTHER", "ZU", "Die Sendung wurde erfolgreich zugestellt.", to.city(), "DELIVERED");
        }

        void nobodyThere(int hours, Party to) {
            step(
                    hours,
                    "NTDEL",
                    "NHOME",
                    "ZN",
                    "Der Empfänger wurde nicht angetroffen.",
                    to.city(),
                    "DELIVERY_ATTEMPT_FAILED");
        }

        void step(int hours, String ice, String ric, String standard, String text, String place, String news) {
            Instant at = start.plus(Duration.ofHours(hours));
            if (!at.isAfter(now)) {
                steps.add(new Event(at, ice, ric, standard, text, place, news));
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
