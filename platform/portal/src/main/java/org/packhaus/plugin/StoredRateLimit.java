package org.packhaus.plugin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.packhaus.database.TransactionRetry;
import org.packhaus.seller.ConnectionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One row for each connection, locked for a moment, so that all nodes together keep the limit. Times are the database's: nodes' clocks
 * differ. It holds no seller's data, so it needs no scope.
 */
@Component
class StoredRateLimit implements RateLimit {
    private final JdbcClient jdbc;
    private final TransactionRetry transactions;
    private final Set<ConnectionId> known = ConcurrentHashMap.newKeySet();

    StoredRateLimit(JdbcClient jdbc, TransactionRetry transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    private record Read(Bucket bucket, Instant now) {}

    @Override
    public Duration reserve(ConnectionId connection, int perSecond, Duration patience) {
        if (!known.contains(connection)) {
            create(connection, perSecond);
        }
        return transactions.call(() -> {
            Read read =
                    find(connection).orElseGet(() -> new Read(Bucket.full(perSecond, Instant.EPOCH), Instant.EPOCH));
            Bucket bucket = read.bucket().filled(perSecond, read.now());
            Duration pause = bucket.pause(perSecond);
            if (pause.compareTo(patience) < 0) {
                write(connection, bucket.less());
            }
            return pause;
        });
    }

    /** In a transaction of its own: locking a row that is not there locks the gap, and two that do so block each other. */
    private void create(ConnectionId connection, int perSecond) {
        Bucket full = Bucket.full(perSecond, Instant.EPOCH);
        transactions.run(() -> jdbc.sql(
                        "insert ignore into rate_bucket (connection_id, tokens, at) values (:connection, :tokens, :at)")
                .param("connection", connection.value())
                .param("tokens", full.tokens())
                .param("at", LocalDateTime.ofInstant(full.at(), ZoneOffset.UTC))
                .update());
        known.add(connection);
    }

    private Optional<Read> find(ConnectionId connection) {
        return jdbc.sql(
                        "select tokens, at, utc_timestamp(6) as now from rate_bucket where connection_id = :connection for update")
                .param("connection", connection.value())
                .query((row, number) -> new Read(
                        new Bucket(
                                row.getDouble("tokens"),
                                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC)),
                        row.getObject("now", LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .optional();
    }

    private void write(ConnectionId connection, Bucket bucket) {
        jdbc.sql("update rate_bucket set tokens = :tokens, at = :at where connection_id = :connection")
                .param("tokens", bucket.tokens())
                .param("at", LocalDateTime.ofInstant(bucket.at(), ZoneOffset.UTC))
                .param("connection", connection.value())
                .update();
    }
}
