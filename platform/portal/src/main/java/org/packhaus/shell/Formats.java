package org.packhaus.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.Instantiator;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;

/** Puts times, sums and counts into the words of one reader: language and time zone of the browser. */
public final class Formats {

    /** Nothing above is ever counted exactly. */
    public static final long COUNTED = 10_000;

    private final Locale locale;
    private final ZoneId zone;
    private final Clock clock;

    public Formats(Locale locale, ZoneId zone, Clock clock) {
        this.locale = locale;
        this.zone = zone;
        this.clock = clock;
    }

    /** For the person who looks at this UI now. */
    public static Formats current() {
        var ui = UI.getCurrent();
        // The portal's own clock: what a screen calls today is what the jobs behind it call so.
        return new Formats(ui.getLocale(), zoneOf(ui), Instantiator.get(ui).getOrCreate(Clock.class));
    }

    private static ZoneId zoneOf(UI ui) {
        var details = ui.getPage().getExtendedClientDetails();
        var id = details == null ? null : details.getTimeZoneId();
        try {
            return id == null || id.isBlank() ? ZoneId.of("Europe/Berlin") : ZoneId.of(id);
        } catch (java.time.DateTimeException unknown) {
            return ZoneId.of("Europe/Berlin");
        }
    }

    public Locale locale() {
        return locale;
    }

    public ZoneId zone() {
        return zone;
    }

    public Instant now() {
        return clock.instant();
    }

    public String text(String key, Object... params) {
        return Texts.of(locale, key, params);
    }

    public String money(BigDecimal amount, String currency) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency));
        return format.format(amount);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** "2,204", and "10,000+" where counting stopped. */
    public String count(long counted) {
        return counted >= COUNTED ? atLeast(COUNTED) : number(counted);
    }

    /** "2,204+" */
    public String atLeast(long counted) {
        return number(counted) + "+";
    }

    public String time(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm").format(at.atZone(zone));
    }

    /** "today 11:00", "Wed 14:00", "23 Nov 14:00". */
    public String when(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        LocalDate today = now().atZone(zone).toLocalDate();
        long days = ChronoUnit.DAYS.between(today, there.toLocalDate());
        if (days == 0) {
            return text("when.today", time(at));
        }
        if (days > -7 && days < 7) {
            return DateTimeFormatter.ofPattern("EEE", locale).format(there) + " " + time(at);
        }
        return day(at) + " " + time(at);
    }

    /** "23 Nov". */
    public String day(Instant at) {
        return day(at.atZone(zone).toLocalDate());
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(text("when.date"), locale).format(day);
    }

    /** "Mon 23 Nov, 20:12". */
    public String date(Instant at) {
        return DateTimeFormatter.ofPattern(text("when.full"), locale).format(at.atZone(zone));
    }

    /** "1 h 48", "1 d 4 h", "12 min"; of a length, so never negative. */
    public String length(Duration length) {
        long minutes = Math.abs(length.toMinutes());
        if (minutes < 60) {
            return text("length.minutes", minutes);
        }
        if (minutes < 24 * 60) {
            long hours = minutes / 60;
            return hours < 12 && minutes % 60 > 0
                    ? text("length.hours-minutes", hours, "%02d".formatted(minutes % 60))
                    : text("length.hours", hours);
        }
        long days = minutes / (24 * 60);
        long hours = minutes / 60 % 24;
        return days < 3 && hours > 0 ? text("length.days-hours", days, hours) : text("length.days", days);
    }

    /** The country's name; nothing for Germany, because that is the rule and not worth a word. */
    public String country(String code) {
        return code.equals("DE") ? "" : Locale.of("", code).getDisplayCountry(locale);
    }
}
