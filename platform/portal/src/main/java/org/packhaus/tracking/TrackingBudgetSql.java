package org.packhaus.tracking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.packhaus.database.TransactionRetry;
import org.packhaus.tracking.TrackingDesk.Reach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What carriers grant a day, counted in a row so that all nodes and all connections of one account share it. It is spent evenly over the
 * day: who has used it up by ten in the morning does not see what is delivered in the afternoon. Holds no seller's data, so it needs no
 * scope; an account is known by its hash only.
 */
@Component
class TrackingBudgetSql {
    /** Part of the day's calls that may be made at once. */
    private static final double AT_ONCE = 0.1;

    private final JdbcClient jdbc;
    private final TransactionRetry transactions;

    TrackingBudgetSql(JdbcClient jdbc, TransactionRetry transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Takes one call out of the day's; false if there is none left at this hour. */
    boolean take(Reach reach, Instant now) {
        if (reach.perDay().isEmpty()) {
            return true;
        }
        LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
        String account = hash(reach.account());
        int granted = granted(reach.perDay().getAsInt(), now);
        return transactions.call(() -> {
            jdbc.sql("insert ignore into tracking_budget (account, day, calls) values (:account, :day, 0)")
                    .param("account", account)
                    .param("day", day)
                    .update();
            return jdbc.sql("update tracking_budget set calls = calls + 1"
                                    + " where account = :account and day = :day and calls < :granted")
                            .param("account", account)
                            .param("day", day)
                            .param("granted", granted)
                            .update()
                    == 1;
        });
    }

    /** How many of a day's calls may have been made by now. */
    static int granted(int perDay, Instant now) {
        LocalTime time = now.atZone(ZoneOffset.UTC).toLocalTime();
        double gone = (double) time.toSecondOfDay() / Duration.ofDays(1).toSeconds();
        return (int) Math.min(perDay, Math.ceil(perDay * (gone + AT_ONCE)));
    }

    void forgetBefore(LocalDate day) {
        transactions.run(() -> jdbc.sql("delete from tracking_budget where day < :day")
                .param("day", day)
                .update());
    }

    private static String hash(String account) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(account.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
