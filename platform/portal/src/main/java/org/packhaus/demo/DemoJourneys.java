package org.packhaus.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.demo.DemoSellers.DemoSeller;
import org.packhaus.demo.Report.Journeys;
import org.packhaus.demo.SandboxControl.TrueParcel;
import org.packhaus.job.RecurringJob;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.seller.SellerScope;
import org.packhaus.tracking.Promise.Verdict;
import org.packhaus.tracking.TrackedRow;
import org.packhaus.tracking.TrackingFilter;
import org.packhaus.tracking.TrackingService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets time pass at the carriers, asks them as the portal always does, and compares what we know in the end with what they know. */
@Component
@Profile("headless")
class DemoJourneys {
    private static final int HOURS_A_STEP = 12;
    private static final int PAGE = 200;
    private static final int MOST_WORDS = 20;
    private static final Duration UNTIL_SCANNED = Duration.ofHours(12);

    private final List<RecurringJob> jobs;
    private final TrackingService tracking;
    private final OrderService orders;

    DemoJourneys(List<RecurringJob> jobs, TrackingService tracking, OrderService orders) {
        this.jobs = jobs;
        this.tracking = tracking;
        this.orders = orders;
    }

    Journeys follow(List<DemoSeller> sellers, SandboxControl sandbox, int days) {
        look(sellers);
        for (int hours = 0; hours < days * 24; hours += HOURS_A_STEP) {
            sandbox.advance(HOURS_A_STEP);
            look(sellers);
            if (hours % 120 == 0) {
                Console.say("       day %d", hours / 24 + 1);
            }
        }
        Comparison all = new Comparison();
        for (DemoSeller seller : sellers) {
            List<TrueParcel> truth = sandbox.parcels(seller.account().key());
            SellerScope.run(Set.of(seller.id()), () -> all.add(truth, ours()));
        }
        return all.result();
    }

    private void look(List<DemoSeller> sellers) {
        RecurringJob poll = jobs.stream()
                .filter(job -> job.name().equals("tracking.poll"))
                .findFirst()
                .orElseThrow();
        for (DemoSeller seller : sellers) {
            SellerScope.run(seller.id(), () -> {
                tracking.lookNow();
                try {
                    poll.run(seller.id());
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    /** A parcel as we hold it, and until when it had to leave. */
    private record Ours(TrackedRow row, @Nullable Instant shipBy) {}

    private Map<String, Ours> ours() {
        Map<String, Ours> ours = new HashMap<>();
        TrackingService.Cursor after = null;
        do {
            TrackingService.Page page = tracking.page(TrackingFilter.ALL, after, PAGE);
            Map<OrderId, OrderRow> known =
                    orders
                            .rows(page.rows().stream()
                                    .map(TrackedRow::order)
                                    .distinct()
                                    .toList())
                            .stream()
                            .collect(Collectors.toMap(OrderRow::id, Function.identity()));
            page.rows().forEach(row -> {
                OrderRow order = known.get(row.order());
                ours.put(row.trackingNumber(), new Ours(row, order == null ? null : order.shipBy()));
            });
            after = page.next();
        } while (after != null);
        return ours;
    }

    private static final class Comparison {
        private int parcels;
        private int states;
        private int attempts;
        private int attemptsEqual;
        private int promises;
        private int promisesEqual;
        private final Map<String, Integer> byStep = new TreeMap<>();
        private final Map<String, Integer> byPromise = new TreeMap<>();
        private final List<String> differences = new ArrayList<>();

        void add(List<TrueParcel> truth, Map<String, Ours> ours) {
            truth.forEach(parcel -> add(parcel, Optional.ofNullable(ours.get(parcel.number()))));
        }

        private void add(TrueParcel truth, Optional<Ours> held) {
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
                        && isSame(truth.handedOverAt(), row.handedOverAt())) {
                    attemptsEqual++;
                } else {
                    differ(
                            truth,
                            "was handed over, tried, delivered " + truth.handedOverAt() + truth.firstAttemptAt()
                                    + truth.deliveredAt() + ", we say " + row.handedOverAt() + row.firstAttemptAt()
                                    + row.deliveredAt());
                }
                promise(truth, row, held.get().shipBy());
            }
        }

        private void promise(TrueParcel truth, TrackedRow row, @Nullable Instant shipBy) {
            Instant by = row.promisedBy();
            if (by == null) {
                return;
            }
            promises++;
            boolean kept = truth.firstAttemptAt().orElseThrow().isBefore(by);
            boolean inTime =
                    shipBy == null || !truth.handedOverAt().orElse(Instant.MAX).isAfter(shipBy.plus(UNTIL_SCANNED));
            Verdict verdict = kept ? Verdict.ON_TIME : inTime ? Verdict.LATE_CARRIER : Verdict.LATE_SELLER;
            if (row.promise() == verdict) {
                promisesEqual++;
            } else {
                differ(truth, "is " + verdict + ", we say " + row.promise());
            }
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
                    byStep,
                    byPromise,
                    List.copyOf(differences));
        }
    }
}
