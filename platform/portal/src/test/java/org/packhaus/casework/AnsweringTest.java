package org.packhaus.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an answer is due, in which language it is, and what its fields hold. */
class AnsweringTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2026-11-03T09:00:00Z | 2 | 2026-11-03T11:00:00Z
        2026-11-03T15:00:00Z | 2 | 2026-11-04T09:00:00Z
        2026-11-06T15:30:00Z | 1 | 2026-11-09T08:30:00Z
        2026-11-07T12:00:00Z | 1 | 2026-11-09T09:00:00Z
        2026-11-03T02:00:00Z | 8 | 2026-11-03T16:00:00Z
        2026-12-24T15:30:00Z | 1 | 2026-12-28T08:30:00Z
        2027-03-26T10:00:00Z | 1 | 2027-03-30T08:00:00Z
        """)
    void onlyHoursInWhichSomebodyIsThereCount(Instant from, int hours, Instant due) {
        assertThat(BusinessHours.after(from, Duration.ofHours(hours))).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Guten Tag, vielen Dank für Ihre Nachricht. Ihr Paket ist unterwegs. | true
        Dear customer, thank you for your message. Your parcel is on its way to you. | false
        您好，您的包裹正在配送中。 | false
        Cher client, votre colis est en route et arrive demain chez vous | false
        OK | true
        """)
    void germanIsToldByItsSmallWords(String text, boolean german) {
        assertThat(GermanHint.looksGerman(text)).isEqualTo(german);
    }

    @Test
    void whatNobodyKnowsStaysInBraces() {
        String text = AnswerFields.fill("{buyer}: {order}, {tracking}", Map.of("buyer", "A $1", "order", "b7"));
        assertThat(text).isEqualTo("A $1: b7, {tracking}");
        assertThat(AnswerFields.left(text)).isEqualTo("{tracking}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Re: AW: Wo ist mein Paket? [C2345678] | Wo ist mein Paket?
        WG: Fwd: x                            | x
        Regal kaputt                          | Regal kaputt
        """)
    void aSubjectIsPlainWithoutWhatProgramsPutBeforeIt(String subject, String plain) {
        assertThat(CaseIntake.plain(subject)).isEqualTo(plain);
    }
}
