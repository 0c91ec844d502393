package org.packhaus.plugin;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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

    StoredRateLimit(JdbcClient jdbc, TransactionRetry transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    private record Read(Bucket bucket, java.time.Instant now) {}

    @Override
    public Duration reserve(ConnectionId connection, int perSecond, Duration patience) {
        return transactions.call(() -> {
            Read read = read(connection, perSecond);
            Bucket bucket = read.bucket().filled(perSecond, read.now());
            Duration pause = bucket.pause(perSecond);
            if (pause.compareTo(patience) < 0) {
                write(connection, bucket.less());
            }
            return pause;
        });
    }

    private Read read(ConnectionId connection, int perSecond) {
        var found = find(connection);
        if (found.isEmpty()) {
            Bucket full = Bucket.full(perSecond, java.time.Instant.EPOCH);
            jdbc.sql("insert ignore into rate_bucket (connection_id, tokens, at) values (:connection, :tokens, :at)")
                    .param("connection", connection.value())
                    .param("tokens", full.tokens())
                    .param("at", LocalDateTime.ofInstant(full.at(), ZoneOffset.UTC))
                    .update();
            found = find(connection);
        }
        return found.orElseThrow();
    }

    private java.util.Optional<Read> find(ConnectionId connection) {
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
