package org.packhaus.claim.ui;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.packhaus.claim.ClaimLine;
import org.packhaus.claim.ClaimReason;
import org.packhaus.claim.ClaimRow;
import org.packhaus.claim.ClaimState;
import org.packhaus.sdk.Money;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;

/** Claims in words. */
record ClaimWords(Formats formats) {

    String text(String key, Object... params) {
        return formats.text(key, params);
    }

    String state(ClaimState state) {
        return text("claim.state." + word(state));
    }

    String reason(ClaimReason reason) {
        return text("claim.reason." + word(reason));
    }

    Badge badge(ClaimState state) {
        return new Badge(
                switch (state) {
                    case OPEN -> Badge.Tone.WARN;
                    case SENT -> Badge.Tone.INFO;
                    case ACCEPTED, PAID -> Badge.Tone.OK;
                    case REFUSED -> Badge.Tone.LATE;
                    case DROPPED -> Badge.Tone.LINE;
                },
                switch (state) {
                    case OPEN -> Icon.EDIT;
                    case SENT -> Icon.SENT;
                    case ACCEPTED, PAID -> Icon.TICK;
                    case REFUSED, DROPPED -> Icon.X;
                },
                state(state));
    }

    String money(Money money) {
        return formats.money(money.amount(), money.currency().getCurrencyCode());
    }

    String amount(ClaimRow claim) {
        Money paid = claim.paid();
        Money asked = claim.amount();
        if (paid != null) {
            return text("claim.paid", money(paid));
        }
        return asked == null ? "–" : money(asked);
    }

    /** How long somebody has waited, or waited in the end. */
    String age(ClaimRow claim) {
        var until = claim.state().isOver() ? claim.stateAt() : formats.now();
        return text(
                "claim.days",
                Math.max(0, Duration.between(claim.createdAt(), until).toDays()));
    }

    String deadline(LocalDate deadline) {
        return text("claim.until", formats.day(deadline));
    }

    boolean isOverdue(ClaimRow claim) {
        LocalDate deadline = claim.deadline();
        return claim.state() == ClaimState.OPEN
                && deadline != null
                && deadline.isBefore(formats.now().atZone(formats.zone()).toLocalDate());
    }

    String line(ClaimLine line) {
        return switch (line.code()) {
            case "state" -> state(line.state());
            case "opened", "note", "changed" -> text("claim.line." + line.code());
            default -> line.code();
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
