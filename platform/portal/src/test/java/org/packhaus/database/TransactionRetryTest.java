package org.packhaus.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class TransactionRetryTest {
    @Autowired
    TransactionRetry transactions;

    @Autowired
    JdbcClient jdbc;

    /** Without the retry one of two transactions that read the same row and then write it is refused with 1020. */
    @Test
    void repeatsTheTransactionThatGaveWay() throws Exception {
        jdbc.sql("create table if not exists counter (id int primary key, n int not null)")
                .update();
        jdbc.sql("insert into counter values (1, 0)").update();
        AtomicInteger attempts = new AtomicInteger();
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> both = List.of(
                    threads.submit(() -> increment(attempts, bothHaveRead)),
                    threads.submit(() -> increment(attempts, bothHaveRead)));
            for (Future<?> one : both) {
                one.get();
            }
        }

        assertThat(jdbc.sql("select n from counter where id = 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(attempts).hasValueGreaterThan(2);
    }

    private void increment(AtomicInteger attempts, CyclicBarrier bothHaveRead) {
        transactions.run(() -> {
            boolean first = attempts.incrementAndGet() <= 2;
            int n = jdbc.sql("select n from counter where id = 1")
                    .query(Integer.class)
                    .single();
            if (first) {
                await(bothHaveRead);
            }
            jdbc.sql("update counter set n = :n where id = 1").param("n", n + 1).update();
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
