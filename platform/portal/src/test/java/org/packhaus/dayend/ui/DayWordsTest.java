package org.packhaus.dayend.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.packhaus.dayend.CloseState;
import org.packhaus.dayend.ClosingRow;
import org.packhaus.dayend.DayEndRow;
import org.packhaus.dayend.DayEndService;
import org.packhaus.dayend.Duty;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.packhaus.shell.Badge.Tone;
import org.packhaus.shell.Formats;

/** The worst is said first, and a button is there only where it does something. */
class DayWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private final DayWords words = words(Locale.ENGLISH);

    private static DayWords words(Locale language) {
        return new DayWords(new Formats(language, ZoneId.of("Europe/Berlin"), Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private static DayEndRow day(Duty duty, int open, @Nullable Instant overdue, @Nullable ClosingRow unfinished) {
        return new DayEndRow(
                new ConnectionId(1),
                new SellerId(1),
                "GLS",
                duty,
                open,
                true,
                LocalTime.of(15, 15),
                ZoneId.of("Europe/Berlin"),
                NOW.plusSeconds(8100),
                overdue,
                unfinished,
                null);
    }

    private static ClosingRow closing(CloseState state, @Nullable Instant due) {
        return new ClosingRow(
                1,
                new SellerId(1),
                new ConnectionId(1),
                "GLS",
                state,
                3,
                3_750,
                NOW,
                due,
                "code",
                "text",
                DayEndService.BY_ITSELF,
                List.of());
    }

    @Test
    void saysTheWorstOfAllDays() {
        var calm = day(Duty.OPTIONAL, 0, null, null);
        var open = day(Duty.MANDATORY, 41, null, null);
        var late = day(Duty.MANDATORY, 3, NOW, null);
        assertThat(words.all(List.of(calm)))
                .isEqualTo(new DayWords.Says(Tone.OK, "Every parcel with a label is handed over"));
        assertThat(words.all(List.of(calm, open)).words()).isEqualTo("41 parcels of one carrier are open");
        assertThat(words.all(List.of(open, late)).tone()).isEqualTo(Tone.LATE);
        assertThat(words(Locale.GERMAN).all(List.of(late, late)).words())
                .startsWith("2 Tagesabschlüsse sind überfällig");
    }

    @Test
    void aClosingUnderWayIsNeitherLateNorToBePressedAgain() {
        var asked = day(Duty.MANDATORY, 3, NOW, closing(CloseState.ASKING, null));
        assertThat(words.state(asked).tone()).isEqualTo(Tone.INFO);
        assertThat(DayWords.canClose(asked)).isFalse();
    }

    @Test
    void theHourIsSaidWithTheSellersZone() {
        assertThat(words.plan(day(Duty.MANDATORY, 3, null, null)))
                .startsWith("Closes by itself at 15:15 (Central European Time)");
        assertThat(words(Locale.GERMAN).plan(day(Duty.MANDATORY, 3, null, null)))
                .startsWith("Schließt von selbst um 15:15 (Mitteleuropäische Zeit)");
    }

    @Test
    void whatFailedSaysWhatComesNext() {
        assertThat(words.next(closing(CloseState.FAILED, NOW.plusSeconds(600)))).contains("13:10");
        assertThat(words.next(closing(CloseState.FAILED, null))).startsWith("Mend what the carrier names");
        assertThat(DayWords.canClose(day(Duty.MANDATORY, 0, null, closing(CloseState.FAILED, null))))
                .isTrue();
    }

    @Test
    void nothingCanBeClosedWithoutParcelsOrPlugin() {
        assertThat(DayWords.canClose(day(Duty.MANDATORY, 0, null, null))).isFalse();
        assertThat(DayWords.canClose(day(Duty.UNKNOWN, 5, null, null))).isFalse();
        assertThat(words.deed(day(Duty.NONE, 5, null, null))).isEqualTo("Make list");
    }

    @Test
    void speaksThreeLanguagesOfWeightAndWho() {
        assertThat(words.weight(3_750)).isEqualTo("3.75 kg");
        assertThat(words(Locale.GERMAN).weight(3_750)).isEqualTo("3,75 kg");
        assertThat(words(Locale.CHINESE).by(closing(CloseState.CLOSED, null))).isEqualTo("自动");
    }
}
