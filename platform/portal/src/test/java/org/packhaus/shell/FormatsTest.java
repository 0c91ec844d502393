package org.packhaus.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:12:00Z");

    private static Formats in(Locale locale) {
        var berlin = ZoneId.of("Europe/Berlin");
        return new Formats(locale, berlin, Clock.fixed(NOW, berlin));
    }

    @Test
    void saysTimeLeftAsShortAsItStaysUseful() {
        var formats = in(Locale.ENGLISH);
        assertThat(formats.length(Duration.ofMinutes(48))).isEqualTo("48 min");
        assertThat(formats.length(Duration.ofMinutes(108))).isEqualTo("1 h 48");
        assertThat(formats.length(Duration.ofMinutes(-125))).isEqualTo("2 h 05");
        assertThat(formats.length(Duration.ofHours(15))).isEqualTo("15 h");
        assertThat(formats.length(Duration.ofHours(28))).isEqualTo("1 d 4 h");
        assertThat(formats.length(Duration.ofDays(9))).isEqualTo("9 d");
    }

    @Test
    void saysTodayWeekdayOrDate() {
        var formats = in(Locale.ENGLISH);
        assertThat(formats.when(NOW.plus(Duration.ofHours(2)))).isEqualTo("today 11:12");
        assertThat(formats.when(NOW.plus(Duration.ofDays(1)))).isEqualTo("Wed 09:12");
        assertThat(formats.when(NOW.plus(Duration.ofDays(20)))).isEqualTo("14 Dec 09:12");
    }

    @Test
    void writesSumsAndCountsTheReadersWay() {
        assertThat(in(Locale.ENGLISH).money(new BigDecimal("1129.95"), "EUR")).isEqualTo("€1,129.95");
        assertThat(in(Locale.GERMAN).money(new BigDecimal("1129.95"), "EUR")).isEqualTo("1.129,95\u00a0€");
        assertThat(in(Locale.ENGLISH).count(2204)).isEqualTo("2,204");
        assertThat(in(Locale.ENGLISH).count(10_000)).isEqualTo("10,000+");
    }

    @Test
    void namesACountryOnlyWhenItIsNotGermany() {
        assertThat(in(Locale.ENGLISH).country("DE")).isEmpty();
        assertThat(in(Locale.GERMAN).country("AT")).isEqualTo("Österreich");
    }
}
