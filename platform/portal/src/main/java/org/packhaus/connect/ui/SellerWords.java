package org.packhaus.connect.ui;

import java.time.Duration;
import java.util.Locale;
import org.packhaus.connect.Account;
import org.packhaus.connect.Health;
import org.packhaus.returnnumber.SourceKind;
import org.packhaus.returnnumber.SourceRow;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;

/** What sellers, connections and pools say, in their reader's words. */
record SellerWords(Formats formats) {

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String role(ConnectionRole role) {
        return formats.text("connection.role." + word(role));
    }

    String health(Health health) {
        return formats.text("connection.health." + word(health));
    }

    Badge badge(Health health) {
        return new Badge(tone(health), icon(health), health(health));
    }

    static Badge.Tone tone(Health health) {
        return switch (health) {
            case WORKS -> Badge.Tone.OK;
            case UNTRIED -> Badge.Tone.LINE;
            case PAUSED -> Badge.Tone.IDLE;
            case FAILING -> Badge.Tone.WARN;
            case BROKEN, PLUGIN_MISSING -> Badge.Tone.LATE;
        };
    }

    private static Icon icon(Health health) {
        return switch (health) {
            case WORKS -> Icon.TICK;
            case UNTRIED -> Icon.HELP;
            case PAUSED -> Icon.HOLD;
            case FAILING -> Icon.CLOCK;
            case BROKEN, PLUGIN_MISSING -> Icon.ALERT;
        };
    }

    /** When it last answered. */
    String success(Account account) {
        var at = account.row().lastSuccess();
        return at == null ? formats.text("connection.never") : formats.text("connection.answered", formats.when(at));
    }

    String carrier(String code) {
        return code.equals("HERMES") ? "Hermes" : code;
    }

    String kind(SourceKind kind) {
        return formats.text("returns.kind." + word(kind));
    }

    /** "DHL, pool, 1,842 left". */
    String source(SourceRow source) {
        return source.kind() == SourceKind.POOL
                ? formats.text("returns.pool.left", carrier(source.carrierCode()), formats.number(source.free()))
                : carrier(source.carrierCode()) + ", " + kind(source.kind());
    }

    /** How long a pool lasts when it goes on like in the last days. */
    String lasts(long free, long used, Duration in) {
        if (used == 0) {
            return formats.text("returns.lasts.unknown");
        }
        long days = free * Math.max(1, in.toDays()) / used;
        return days > 365 ? formats.text("returns.lasts.long") : formats.text("returns.lasts", days);
    }
}
