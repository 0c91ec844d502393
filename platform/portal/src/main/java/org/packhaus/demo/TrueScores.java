package org.packhaus.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.packhaus.demo.SandboxControl.TrueParcel;
import org.packhaus.order.GermanHolidays;
import org.packhaus.tracking.Promise.Verdict;
import org.packhaus.tracking.ScoreRow;

/** Scorecards as they have to be, from what the carriers themselves know. What a parcel cost they do not say. */
final class TrueScores {
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
    private static final Set<String> EXCEPTIONS = Set.of("RETURNING", "LOST", "DELAYED", "ATTEMPT_FAILED");

    private final Map<Key, Card> cards = new HashMap<>();

    /** What a line is about. */
    record Key(String carrier, String product, String region, int week) {
        static Key of(ScoreRow row) {
            return new Key(row.carrierCode(), row.product(), row.region(), row.week());
        }
    }

    /** Parcels that are in one line. */
    private static final class Card {
        private final List<TrueParcel> parcels = new ArrayList<>();
        private final List<Verdict> verdicts = new ArrayList<>();
    }

    /** @param verdict how its promise ended; empty without one, or before it is decided */
    void add(TrueParcel parcel, String zipCode, Optional<Verdict> verdict) {
        String region = "DE" + zipCode.substring(0, Math.min(1, zipCode.length()));
        LocalDate sold = parcel.soldAt().atZone(ZoneOffset.UTC).toLocalDate();
        int week = sold.get(IsoFields.WEEK_BASED_YEAR) * 100 + sold.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        Card card = cards.computeIfAbsent(new Key(parcel.carrier(), parcel.product(), region, week), key -> new Card());
        card.parcels.add(parcel);
        verdict.ifPresent(card.verdicts::add);
    }

    Map<Key, ScoreRow> rows() {
        Map<Key, ScoreRow> rows = new HashMap<>();
        cards.forEach((key, card) -> rows.put(key, row(key, card)));
        return rows;
    }

    private static ScoreRow row(Key key, Card card) {
        List<Integer> days = card.parcels.stream()
                .flatMap(parcel -> transit(parcel).stream())
                .sorted()
                .toList();
        int onTime = count(card, Verdict.ON_TIME);
        return new ScoreRow(
                key.carrier(),
                key.product(),
                key.region(),
                key.week(),
                card.parcels.size(),
                onTime + count(card, Verdict.LATE_CARRIER),
                onTime,
                count(card, Verdict.LATE_SELLER),
                share(days, 0.5),
                share(days, 0.9),
                card.parcels.stream().mapToInt(TrueParcel::attempts).sum(),
                days.size(),
                (int) card.parcels.stream()
                        .filter(parcel -> EXCEPTIONS.contains(parcel.step()))
                        .count(),
                (int) card.parcels.stream()
                        .filter(parcel -> parcel.step().equals("LOST"))
                        .count(),
                null);
    }

    private static int count(Card card, Verdict wanted) {
        return (int) card.verdicts.stream().filter(wanted::equals).count();
    }

    private static OptionalInt share(List<Integer> sorted, double share) {
        return sorted.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(sorted.get((int) Math.ceil(sorted.size() * share) - 1));
    }

    /** Working days from hand-over to the first attempt. */
    private static Optional<Integer> transit(TrueParcel parcel) {
        return parcel.handedOverAt()
                .flatMap(from -> parcel.firstAttemptAt().map(to -> (int) day(from)
                        .plusDays(1)
                        .datesUntil(day(to).plusDays(1))
                        .filter(TrueScores::isWorkingDay)
                        .count()));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(GERMANY).toLocalDate();
    }

    private static boolean isWorkingDay(LocalDate day) {
        return !Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek())
                && !GermanHolidays.includes(day);
    }

    static ScoreRow withoutCost(ScoreRow row) {
        return new ScoreRow(
                row.carrierCode(),
                row.product(),
                row.region(),
                row.week(),
                row.parcels(),
                row.promised(),
                row.onTime(),
                row.handedOverLate(),
                row.median(),
                row.p90(),
                row.attempts(),
                row.tried(),
                row.exceptions(),
                row.lost(),
                null);
    }
}
