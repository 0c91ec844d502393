package org.packhaus.dayend.ui;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import org.packhaus.dayend.CloseState;
import org.packhaus.dayend.ClosingRow;
import org.packhaus.dayend.DayEndRow;
import org.packhaus.dayend.DayEndService;
import org.packhaus.dayend.Duty;
import org.packhaus.shell.Badge.Tone;
import org.packhaus.shell.Formats;

/** How carriers' days stand, in the reader's words. */
record DayWords(Formats formats) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** A short state and how urgent it is. */
    record Says(Tone tone, String words) {}

    /** The worst of what is to be said of all. */
    Says all(List<DayEndRow> days) {
        long late = days.stream().filter(day -> day.overdueSince() != null).count();
        if (late > 0) {
            return new Says(Tone.LATE, formats.text("day-end.sub.late", late));
        }
        int open = days.stream().mapToInt(DayEndRow::open).sum();
        long carriers = days.stream().filter(day -> day.open() > 0).count();
        return open == 0
                ? new Says(Tone.OK, formats.text("day-end.sub.none"))
                : new Says(Tone.LINE, formats.text("day-end.sub.open", formats.number(open), carriers));
    }

    Says state(DayEndRow day) {
        if (day.isUnderWay()) {
            return new Says(Tone.INFO, formats.text("day-end.state.closing"));
        }
        if (day.overdueSince() != null) {
            return new Says(Tone.LATE, formats.text("day-end.state.late"));
        }
        if (day.unfinished() != null) {
            return new Says(Tone.WARN, formats.text("day-end.state.failed"));
        }
        return day.open() > 0
                ? new Says(Tone.IDLE, formats.text("day-end.state.open"))
                : new Says(Tone.OK, formats.text("day-end.state.done"));
    }

    /** What the carrier wants. */
    String duty(Duty duty) {
        return formats.text("day-end.duty."
                + switch (duty) {
                    case MANDATORY -> "mandatory";
                    case OPTIONAL -> "optional";
                    case NONE -> "none";
                    case UNKNOWN -> "unknown";
                });
    }

    String plan(DayEndRow day) {
        return day.automatic()
                ? formats.text("day-end.by-itself", time(day.at()), zone(day), formats.when(day.next()))
                : formats.text("day-end.by-hand");
    }

    /** The hour is the seller's, whoever reads it where. */
    String zone(DayEndRow day) {
        return day.zone().getDisplayName(TextStyle.FULL, formats.locale());
    }

    /** What is done about a closing that failed. */
    String next(ClosingRow failed) {
        return failed.dueAt() == null
                ? formats.text("day-end.failed.person")
                : formats.text("day-end.failed.again", formats.time(failed.dueAt()));
    }

    /** What the button does. */
    String deed(DayEndRow day) {
        return formats.text(day.duty() == Duty.NONE ? "day-end.list" : "day-end.close");
    }

    /** Whether pressing it could do anything. */
    static boolean canClose(DayEndRow day) {
        boolean failed = day.unfinished() != null && day.unfinished().state() == CloseState.FAILED;
        return !day.isUnderWay() && day.duty() != Duty.UNKNOWN && (day.open() > 0 || failed);
    }

    String closed(ClosingRow closing) {
        return formats.text(
                "day-end.last", formats.when(closing.since()), formats.number(closing.parcels()), by(closing));
    }

    String by(ClosingRow closing) {
        return closing.by().equals(DayEndService.BY_ITSELF) ? formats.text("day-end.itself") : closing.by();
    }

    String paper(ClosingRow.Paper paper) {
        return formats.text(paper.own() ? "day-end.paper.own" : "day-end.paper.carrier");
    }

    String weight(long grams) {
        return formats.text("day-end.kilograms", grams / 1000.0);
    }

    static String time(LocalTime at) {
        return TIME.format(at);
    }
}
