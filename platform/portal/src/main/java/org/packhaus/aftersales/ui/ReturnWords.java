package org.packhaus.aftersales.ui;

import java.time.Duration;
import java.util.Locale;
import org.packhaus.aftersales.Fate;
import org.packhaus.aftersales.ReturnDecisions;
import org.packhaus.aftersales.ReturnRow;
import org.packhaus.aftersales.ReturnStage;
import org.packhaus.sdk.ItemCondition;
import org.packhaus.sdk.ReturnDecision.Verdict;
import org.packhaus.sdk.ReturnedItem;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Texts;

/** What is said of returns, in one reader's language. */
record ReturnWords(Formats formats, ReturnDecisions decisions) {
    private static final Duration SOON = Duration.ofDays(2);

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Badge badge(ReturnRow row) {
        if (row.wish() != null) {
            return new Badge(Badge.Tone.INFO, Icon.CLOCK, formats.text("return.wish." + word(row.wish())));
        }
        if (row.state() == ReturnedItem.State.ACCEPTED) {
            return new Badge(Badge.Tone.OK, Icon.TICK, formats.text("return.state.accepted"));
        }
        if (row.state() == ReturnedItem.State.REJECTED) {
            return new Badge(Badge.Tone.LATE, Icon.X, formats.text("return.state.rejected"));
        }
        return new Badge(tone(row.stage()), Icon.RETURN, formats.text("return.stage." + word(row.stage())));
    }

    private static Badge.Tone tone(ReturnStage stage) {
        return switch (stage) {
            case ANNOUNCED, DECIDED -> Badge.Tone.IDLE;
            case ON_THE_WAY -> Badge.Tone.INFO;
            case ARRIVED, MISDIRECTED -> Badge.Tone.WARN;
        };
    }

    /** How long the seller may still decide; empty if nobody decides instead. */
    String clock(ReturnRow row) {
        return row.overdue()
                .map(due -> {
                    Duration left = Duration.between(formats.now(), due);
                    return left.isNegative()
                            ? formats.text("return.overdue", formats.length(left))
                            : formats.text("return.left", formats.length(left));
                })
                .orElse("");
    }

    boolean isUrgent(ReturnRow row) {
        return row.overdue()
                .filter(due -> due.isBefore(formats.now().plus(SOON)))
                .isPresent();
    }

    /** The channel's reason, in our words or its plugin's; by its code where nobody wrote any. */
    String reason(String code) {
        String key = "return-reason." + code;
        if (Texts.has(key)) {
            return formats.text(key);
        }
        return code.isEmpty()
                ? ""
                : decisions
                        .words(code, formats.locale())
                        .orElseGet(() -> code.charAt(0)
                                + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    String condition(ItemCondition condition) {
        return condition.name() + " · " + formats.text("return.condition." + word(condition));
    }

    String price(ReturnRow row) {
        return row.price() == null
                ? ""
                : formats.money(row.price().amount(), row.price().currency().getCurrencyCode());
    }

    String fate(Fate fate) {
        return formats.text("return.fate." + word(fate));
    }

    String verdict(Verdict verdict) {
        return formats.text("return.verdict." + word(verdict));
    }
}
