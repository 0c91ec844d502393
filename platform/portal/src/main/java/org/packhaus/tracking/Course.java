package org.packhaus.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.TrackingStatus;

/**
 * Where a parcel stands, from its whole history and never from the last scan alone: scans come late, twice, in any order, and are taken
 * back.
 *
 * <ul>
 *   <li>What is withdrawn does not count.
 *   <li>A shop or a locker is not the buyer.
 *   <li>Once it goes back, an arrival is one at the sender's.
 *   <li>What is final stays so, whatever scan comes later, unless the carrier itself says that it was wrong.
 * </ul>
 *
 * @param since when it came to stand so
 * @param handedOverAt the first proof that the carrier has it; null before
 * @param firstAttemptAt when it was first at the buyer's door, shop or locker; null before
 * @param attempts days on which it was tried; fetching it from a shop is none
 * @param deliveredAt when the buyer got it; null before, and for one that went back
 * @param lastScanAt null before the carrier had it
 */
record Course(
        TrackingStatus status,
        @Nullable Instant since,
        @Nullable Instant handedOverAt,
        @Nullable Instant firstAttemptAt,
        int attempts,
        @Nullable Instant deliveredAt,
        @Nullable Instant lastScanAt) {
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

    static final Course NONE = new Course(TrackingStatus.ANNOUNCED, null, null, null, 0, null, null);

    /**
     * @param history in the order it was told
     * @param carrierSays where the carrier's plugin, which knows codes that take others back, says that it stands; UNKNOWN if it does not
     */
    static Course of(List<Scan> history, TrackingStatus carrierSays) {
        List<Scan> scans = standing(history);
        if (scans.isEmpty()) {
            return carrierSays == TrackingStatus.UNKNOWN
                    ? NONE
                    : new Course(carrierSays, null, null, null, 0, null, null);
        }
        Optional<Instant> goesBack = firstAt(scans, TrackingStatus.RETURNED_TO_SENDER);
        TrackingStatus status = status(scans, carrierSays, goesBack.isPresent());
        boolean delivered = status == TrackingStatus.DELIVERED;
        // A delivery that the carrier does not stand by was none; one after the turn is the sender's.
        List<Scan> outward = scans.stream()
                .filter(scan -> goesBack.isEmpty() || !scan.at().isAfter(goesBack.get()))
                .filter(scan -> scan.status() != TrackingStatus.DELIVERED || delivered)
                .toList();
        Instant last = scans.getLast().at();
        Instant since = since(scans, status);
        Instant attempted = outward.stream()
                .filter(scan -> Scan.proveAttempt(scan.status()))
                .map(Scan::at)
                .findFirst()
                .orElse(Scan.proveAttempt(status) ? since : null);
        return new Course(
                status,
                since,
                handedOver(scans, status),
                attempted,
                Math.max(attempts(outward), attempted == null ? 0 : 1),
                delivered ? since : null,
                scans.stream().anyMatch(scan -> scan.status() != TrackingStatus.ANNOUNCED) ? last : null);
    }

    /** By time, as told where times are equal, each once. */
    private static List<Scan> standing(List<Scan> history) {
        Set<Scan.Key> seen = new HashSet<>();
        return history.stream()
                .filter(scan -> !scan.withdrawn())
                .filter(scan -> seen.add(scan.key()))
                .sorted(Comparator.comparing(Scan::at))
                .toList();
    }

    private static TrackingStatus status(List<Scan> scans, TrackingStatus carrierSays, boolean goesBack) {
        TrackingStatus told = carrierSays == TrackingStatus.UNKNOWN ? fromScans(scans) : carrierSays;
        if (goesBack && told == TrackingStatus.DELIVERED) {
            Instant back = firstAt(scans, TrackingStatus.RETURNED_TO_SENDER).orElseThrow();
            boolean before = firstAt(scans, TrackingStatus.DELIVERED)
                    .filter(at -> at.isBefore(back))
                    .isPresent();
            return before ? TrackingStatus.DELIVERED : TrackingStatus.RETURNED_TO_SENDER;
        }
        return told;
    }

    private static TrackingStatus fromScans(List<Scan> scans) {
        Stream<TrackingStatus> known =
                scans.stream().map(Scan::status).filter(status -> status != TrackingStatus.UNKNOWN);
        List<TrackingStatus> all = known.toList();
        return all.stream()
                .filter(Course::isFinal)
                // A parcel that was lost and is scanned again was found.
                .filter(status -> status != TrackingStatus.LOST || all.getLast() == TrackingStatus.LOST)
                .reduce((earlier, later) ->
                        // Once it goes back, or has come, nothing else is final.
                        earlier == TrackingStatus.RETURNED_TO_SENDER || earlier == TrackingStatus.DELIVERED
                                ? earlier
                                : later)
                .orElseGet(() -> all.isEmpty() ? TrackingStatus.UNKNOWN : all.getLast());
    }

    static boolean isFinal(TrackingStatus status) {
        return switch (status) {
            case DELIVERED, RETURNED_TO_SENDER, LOST, CANCELLED -> true;
            case UNKNOWN,
                    ANNOUNCED,
                    ACCEPTED,
                    IN_TRANSIT,
                    OUT_FOR_DELIVERY,
                    READY_FOR_PICKUP,
                    DELIVERY_FAILED,
                    DELAYED -> false;
        };
    }

    /** For what is final the first scan that says so, else the last; where no scan says so, the last of all. */
    private static Instant since(List<Scan> scans, TrackingStatus status) {
        List<Instant> times = scans.stream()
                .filter(scan -> scan.status() == status)
                .map(Scan::at)
                .toList();
        if (times.isEmpty()) {
            return scans.getLast().at();
        }
        return isFinal(status) ? times.getFirst() : times.getLast();
    }

    private static @Nullable Instant handedOver(List<Scan> scans, TrackingStatus status) {
        Optional<Instant> proof =
                scans.stream().filter(Scan::provesHandOver).map(Scan::at).findFirst();
        if (proof.isPresent() || !Scan.proveHandOver(status)) {
            return proof.orElse(null);
        }
        // The carrier says so of the parcel without a scan that we can read: the first we cannot read will have been
        // it.
        return scans.stream()
                .filter(scan -> scan.status() == TrackingStatus.UNKNOWN)
                .map(Scan::at)
                .findFirst()
                .orElse(scans.getLast().at());
    }

    private static int attempts(List<Scan> outward) {
        boolean waits = false;
        Set<LocalDate> days = new HashSet<>();
        for (Scan scan : outward) {
            boolean fetched = waits && scan.status() == TrackingStatus.DELIVERED;
            if (Scan.proveAttempt(scan.status())
                    && !fetched
                    && !(waits && scan.status() == TrackingStatus.READY_FOR_PICKUP)) {
                days.add(scan.at().atZone(GERMANY).toLocalDate());
            }
            waits = scan.status() == TrackingStatus.READY_FOR_PICKUP
                    || (waits && scan.status() != TrackingStatus.OUT_FOR_DELIVERY);
        }
        return days.size();
    }

    private static Optional<Instant> firstAt(List<Scan> scans, TrackingStatus status) {
        return scans.stream()
                .filter(scan -> scan.status() == status)
                .map(Scan::at)
                .findFirst();
    }
}
