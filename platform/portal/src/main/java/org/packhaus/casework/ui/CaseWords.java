package org.packhaus.casework.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.packhaus.casework.CaseRow;
import org.packhaus.casework.CaseState;
import org.packhaus.casework.ContactReason;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Texts;

/** Cases in words. */
record CaseWords(Formats formats) {
    static final String REFUSALS = "case.refused.";

    private static final Duration SOON = Duration.ofHours(2);

    Badge clock(CaseRow row) {
        Instant until = row.answerBy();
        if (row.state() != CaseState.OPEN || until == null) {
            return new Badge(
                    row.state() == CaseState.SOLVED ? Badge.Tone.OK : Badge.Tone.IDLE,
                    null,
                    formats.text("case.state." + row.state().name().toLowerCase(Locale.ROOT)));
        }
        Duration left = Duration.between(formats.now(), until);
        if (left.isNegative()) {
            return new Badge(
                    Badge.Tone.LATE, Icon.ALERT, formats.text("case.clock.late", formats.length(left.negated())));
        }
        return new Badge(
                left.compareTo(SOON) < 0 ? Badge.Tone.WARN : Badge.Tone.IDLE,
                Icon.CLOCK,
                formats.text("case.clock", formats.when(until)));
    }

    String reason(ContactReason reason) {
        return formats.text(
                "case.reason." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    String problem(String code) {
        String key = "case.problem." + code;
        return Texts.has(key) ? formats.text(key) : code;
    }

    String subject(CaseRow row) {
        if (row.erased()) {
            return formats.text("case.erased");
        }
        return row.subject().isBlank() ? formats.text("case.no-subject") : row.subject();
    }

    String buyer(CaseRow row) {
        return row.buyerName().isBlank() ? row.buyerAddress() : row.buyerName();
    }
}
