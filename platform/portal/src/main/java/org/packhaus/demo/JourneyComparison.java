package org.packhaus.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.packhaus.demo.Report.Journeys;
import org.packhaus.demo.SandboxControl.TrueItem;
import org.packhaus.demo.SandboxControl.TrueOrder;
import org.packhaus.demo.SandboxControl.TrueParcel;
import org.packhaus.tracking.Promise.Verdict;
import org.packhaus.tracking.ScoreRow;
import org.packhaus.tracking.TrackedRow;

/** Compares, parcel by parcel and score by score, what we know of the ways with what carriers and marketplace know. */
final class JourneyComparison {
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
    private static final Duration UNTIL_SCANNED = Duration.ofHours(12);
    private static final int MOST_WORDS = 20;

    private final Instant now;
    private int parcels;
    private int states;
    private int attempts;
    private int attemptsEqual;
    private int promises;
    private int promisesEqual;
    private int scores;
    private int scoresEqual;
    private final Map<String, Integer> byStep = new TreeMap<>();
    private final Map<String, Integer> byPromise = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    /** @param now when all of them were asked last */
    JourneyComparison(Instant now) {
        this.now = now;
    }

    /** A parcel as we hold it, and until when it had to leave. */
    record Ours(TrackedRow row, @Nullable Instant shipBy) {}

    /** Adds one seller's parcels. */
    void add(List<TrueParcel> truth, List<TrueOrder> orders, Map<String, Ours> ours, List<ScoreRow> ourScores) {
        Map<String, TrueOrder> byNumber = new HashMap<>();
        orders.forEach(order ->
                order.items().forEach(item -> item.tracking().ifPresent(number -> byNumber.put(number, order))));
        TrueScores trueScores = new TrueScores();
        for (TrueParcel parcel : truth) {
            Optional<TrueOrder> order = Optional.ofNullable(byNumber.get(parcel.number()));
            Optional<Ours> held = Optional.ofNullable(ours.get(parcel.number()));
            Optional<Verdict> verdict = order.flatMap(JourneyComparison::promisedBy)
                    .flatMap(by -> verdict(parcel, by, held.map(Ours::shipBy).orElse(null)));
            add(parcel, verdict, held);
            // What is on its way without an end may still turn up: it is late, but not in the scores.
            trueScores.add(
                    parcel, order.map(TrueOrder::zipCode).orElse(""), verdict.filter(ended -> isSettled(parcel)));
        }
        compare(trueScores.rows(), ourScores);
    }

    private void add(TrueParcel truth, Optional<Verdict> verdict, Optional<Ours> held) {
        parcels++;
        byStep.merge(truth.step().isEmpty() ? "NONE" : truth.step(), 1, Integer::sum);
        if (held.isEmpty()) {
            differ(truth, "is not followed");
            return;
        }
        TrackedRow row = held.get().row();
        if (isThere(truth.step(), row)) {
            states++;
        } else {
            differ(truth, "is " + truth.step() + ", we say " + row.state());
        }
        byPromise.merge(row.promise().name(), 1, Integer::sum);
        if (truth.firstAttemptAt().isPresent()) {
            attempts++;
            if (isSame(truth.firstAttemptAt(), row.firstAttemptAt())
                    && isSame(truth.deliveredAt(), row.deliveredAt())
                    && isSame(truth.handedOverAt(), row.handedOverAt())
                    && truth.attempts() == row.attempts()) {
                attemptsEqual++;
            } else {
                differ(
                        truth,
                        "was handed over, tried, delivered " + truth.handedOverAt() + truth.firstAttemptAt()
                                + truth.deliveredAt() + " in " + truth.attempts() + ", we say " + row.handedOverAt()
                                + row.firstAttemptAt() + row.deliveredAt() + " in " + row.attempts());
            }
        }
        if (verdict.isPresent()) {
            promises++;
            if (row.promise() == verdict.get()) {
                promisesEqual++;
            } else {
                differ(truth, "is " + verdict.get() + ", we say " + row.promise());
            }
        }
    }

    private void compare(Map<TrueScores.Key, ScoreRow> truth, List<ScoreRow> ours) {
        Map<TrueScores.Key, ScoreRow> held = new HashMap<>();
        ours.forEach(row -> held.put(TrueScores.Key.of(row), TrueScores.withoutCost(row)));
        Set<TrueScores.Key> keys = new HashSet<>(truth.keySet());
        keys.addAll(held.keySet());
        for (TrueScores.Key key : keys) {
            scores++;
            ScoreRow theirs = truth.get(key);
            if (theirs != null && theirs.equals(held.get(key))) {
                scoresEqual++;
            } else if (differences.size() < MOST_WORDS) {
                differences.add("scored " + theirs + ", we say " + held.get(key));
            }
        }
    }

    /** The earliest day that its buyer was told for what leaves in it. */
    private static Optional<Instant> promisedBy(TrueOrder order) {
        return order.due().stream()
                .map(TrueItem::expectedDelivery)
                .min(Instant::compareTo)
                .map(day -> day.atZone(GERMANY)
                        .toLocalDate()
                        .plusDays(1)
                        .atTime(LocalTime.MIDNIGHT)
                        .atZone(GERMANY)
                        .toInstant());
    }

    private static boolean isSettled(TrueParcel parcel) {
        return parcel.firstAttemptAt().isPresent()
                || parcel.step().equals("LOST")
                || parcel.step().equals("RETURNING");
    }

    /** How the promise ended; empty while it can still be kept. */
    private Optional<Verdict> verdict(TrueParcel parcel, Instant by, @Nullable Instant shipBy) {
        if (!isSettled(parcel) && now.isBefore(by)) {
            return Optional.empty();
        }
        if (parcel.firstAttemptAt().filter(at -> at.isBefore(by)).isPresent()) {
            return Optional.of(Verdict.ON_TIME);
        }
        Instant latest = shipBy == null ? by : shipBy.plus(UNTIL_SCANNED);
        boolean inTime = !parcel.handedOverAt().orElse(Instant.MAX).isAfter(latest);
        return Optional.of(inTime ? Verdict.LATE_CARRIER : Verdict.LATE_SELLER);
    }

    /** Carriers round to the minute. */
    private static boolean isSame(Optional<Instant> theirs, @Nullable Instant ours) {
        return theirs.isEmpty()
                ? ours == null
                : ours != null && Duration.between(theirs.get(), ours).abs().compareTo(Duration.ofMinutes(1)) <= 0;
    }

    private static boolean isThere(String step, TrackedRow row) {
        return switch (row.state()) {
            case UNKNOWN -> false;
            case ANNOUNCED -> step.isEmpty() || step.equals("ANNOUNCED");
            case ACCEPTED, IN_TRANSIT, OUT_FOR_DELIVERY, DELAYED ->
                Set.of("HANDED_OVER", "SORTED", "AT_DEPOT", "OUT_FOR_DELIVERY", "DELAYED")
                        .contains(step);
            case READY_FOR_PICKUP -> step.equals("AT_SHOP");
            case DELIVERY_FAILED -> step.equals("ATTEMPT_FAILED");
            case DELIVERED -> step.equals("DELIVERED");
            case RETURNED_TO_SENDER -> step.equals("RETURNING");
            case LOST -> step.equals("LOST");
            case CANCELLED -> false;
        };
    }

    private void differ(TrueParcel truth, String how) {
        if (differences.size() < MOST_WORDS) {
            differences.add(truth.carrier() + " " + truth.number() + " " + how);
        }
    }

    Journeys result() {
        return new Journeys(
                parcels,
                states,
                attempts,
                attemptsEqual,
                promises,
                promisesEqual,
                scores,
                scoresEqual,
                byStep,
                byPromise,
                List.copyOf(differences));
    }
}
