package org.packhaus.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;

class HistoriesTest {
    private static final Instant START = Instant.parse("2026-11-16T08:00:00Z");
    private static final Scan FIRST = scan(1, TrackingStatus.ANNOUNCED);
    private static final Scan SECOND = scan(6, TrackingStatus.ACCEPTED);
    private static final Scan THIRD = scan(9, TrackingStatus.IN_TRANSIT);

    private static Scan scan(int hour, TrackingStatus status) {
        return new Scan(START.plusSeconds(hour * 3600L), status, status.name(), "text", "", false);
    }

    private static Scan reworded(Scan scan) {
        return new Scan(scan.at(), scan.status(), scan.code(), "other words", "Kassel", false);
    }

    private static Scan withdrawn(Scan scan) {
        return new Scan(scan.at(), scan.status(), scan.code(), scan.text(), scan.place(), true);
    }

    @Test
    void addsWhatIsNewOnce() {
        Histories difference = Histories.compare(List.of(FIRST), List.of(FIRST, SECOND, SECOND, THIRD));
        assertThat(difference.added()).containsExactly(SECOND, THIRD);
        assertThat(difference.withdrawn()).isEmpty();
    }

    @Test
    void otherWordsForTheSameAreNoNews() {
        assertThat(Histories.compare(List.of(FIRST, SECOND), List.of(FIRST, reworded(SECOND))))
                .isEqualTo(new Histories(List.of(), Set.of()));
    }

    @Test
    void whatTheCarrierSaysOfTheParcelIsKeptWithAScanThatHasNoMeaningOfItsOwn() {
        TrackingReport report = new TrackingReport(
                "1",
                List.of(
                        new TrackingEvent(START, TrackingStatus.ACCEPTED, "A", "", ""),
                        new TrackingEvent(START.plusSeconds(60), TrackingStatus.UNKNOWN, "X", "Nobody at home", "")),
                TrackingStatus.DELIVERY_FAILED,
                Optional.empty());
        List<Scan> told = TrackingMoves.told(report);
        assertThat(told)
                .extracting(Scan::status)
                .containsExactly(TrackingStatus.ACCEPTED, TrackingStatus.DELIVERY_FAILED);
        assertThat(Histories.compare(
                        told, report.events().stream().map(Scan::of).toList()))
                .as("told again without its meaning, it is the same scan")
                .isEqualTo(new Histories(List.of(), Set.of()));
    }

    @Test
    void whatIsNotToldAnyMoreIsWithdrawn() {
        Histories difference = Histories.compare(List.of(FIRST, SECOND, THIRD), List.of(FIRST, THIRD));
        assertThat(difference.withdrawn()).containsExactly(SECOND.key());
    }

    @Test
    void whatIsToldAgainAfterThatIsAddedAgain() {
        Histories difference = Histories.compare(List.of(FIRST, withdrawn(SECOND)), List.of(FIRST, SECOND));
        assertThat(difference.added()).containsExactly(SECOND);
        assertThat(difference.withdrawn()).isEmpty();
    }

    @Test
    void aCarrierThatForgetsTheBeginningTakesNothingBack() {
        assertThat(Histories.compare(List.of(FIRST, SECOND, THIRD), List.of(THIRD))
                        .withdrawn())
                .isEmpty();
        assertThat(Histories.compare(List.of(FIRST, SECOND), List.of()).withdrawn())
                .isEmpty();
    }
}
