package org.packhaus.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.springframework.beans.factory.annotation.Autowired;

/** What the host keeps in the database. */
@DatabaseTest
class StoredHostTest {
    private static final AtomicLong CONNECTIONS = new AtomicLong(9000);

    @Autowired
    StoredRateLimit rates;

    @Autowired
    PluginFiles files;

    @Autowired
    ExchangeLog exchanges;

    @Autowired
    SellerService sellers;

    @Test
    void manyNodesTogetherKeepAConnectionsRateLimit() throws Exception {
        ConnectionId connection = new ConnectionId(CONNECTIONS.incrementAndGet());
        List<Future<Duration>> places = new ArrayList<>();
        try (ExecutorService nodes = Executors.newFixedThreadPool(8)) {
            Callable<Duration> reserve = () -> rates.reserve(connection, 20, Duration.ofMinutes(1));
            for (int i = 0; i < 60; i++) {
                places.add(nodes.submit(reserve));
            }
        }
        List<Duration> pauses = new ArrayList<>();
        for (Future<Duration> place : places) {
            pauses.add(place.get());
        }

        // 60 places at 17 a second, 3 of them at once: the last one waits more than 3 seconds, less what has passed
        // meanwhile.
        assertThat(pauses).filteredOn(Duration::isZero).hasSizeGreaterThanOrEqualTo(3);
        assertThat(pauses.stream().distinct().count()).isGreaterThan(40);
    }

    @Test
    void aPlaceThatWouldComeTooLateIsNotTaken() {
        ConnectionId connection = new ConnectionId(CONNECTIONS.incrementAndGet());

        assertThat(rates.reserve(connection, 1, Duration.ofSeconds(5))).isZero();
        Duration pause = rates.reserve(connection, 1, Duration.ofMillis(1));
        assertThat(pause).isGreaterThan(Duration.ofMillis(100));
        assertThat(rates.reserve(connection, 1, Duration.ofMillis(1))).isLessThanOrEqualTo(pause);
    }

    @Test
    void aPluginSwitchedOffStaysOffWhateverFileOfItComes() {
        PluginManifest manifest = new PluginManifest("kept", "1.0.0", "", "", "", "*", List.of());
        assertThat(files.setEnabled("kept", false)).isFalse();

        files.approved(manifest, "kept.jar", "a".repeat(64), "signature of Example");
        assertThat(files.switches().disabled()).doesNotContain("kept");
        assertThat(files.setEnabled("kept", false)).isTrue();
        files.approved(manifest, "kept.jar", "b".repeat(64), "signature of Example");

        assertThat(files.switches().disabled()).contains("kept");
    }

    @Test
    void aPluginKeptToSomeSellersStaysSoWhateverFileOfItComes() {
        PluginManifest manifest = new PluginManifest("tried", "1.0.0", "", "", "", "*", List.of());
        SellerId first = sellers.create(new NewSeller("Tries first", new Mark("T", 1), SenderAddress.EMPTY));
        SellerId other = sellers.create(new NewSeller("Waits", new Mark("W", 2), SenderAddress.EMPTY));
        assertThat(files.keepFor("tried", Set.of(first))).as("never seen").isFalse();

        files.approved(manifest, "tried.jar", "a".repeat(64), "signature of Example");
        assertThat(files.switches().isFor("tried", other)).isTrue();
        assertThat(files.keepFor("tried", Set.of(first))).isTrue();
        files.approved(manifest, "tried.jar", "b".repeat(64), "signature of Example");
        PluginSwitches kept = files.switches();
        assertThat(kept.isFor("tried", first)).isTrue();
        assertThat(kept.isFor("tried", other)).isFalse();
        assertThat(kept.isFor("tried", null))
                .as("one that is just being set up")
                .isFalse();
        assertThat(kept.isFor("other", other)).isTrue();

        files.keepFor("tried", Set.of());
        assertThat(files.switches().isFor("tried", other)).isTrue();
    }

    @Test
    void exchangesAreRecordedBehindTheCallsAndSeenByTheirSellerOnly() {
        SellerId anna = sellers.create(new NewSeller("Exchange Anna", new Mark("X", 1), SenderAddress.EMPTY));
        SellerId berta = sellers.create(new NewSeller("Exchange Berta", new Mark("X", 1), SenderAddress.EMPTY));
        ConnectionId connection = new ConnectionId(CONNECTIONS.incrementAndGet());

        exchanges.add(exchange(anna, connection));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> SellerScope.get(Set.of(anna), () -> exchanges.newest(connection, Long.MAX_VALUE, 10))
                                .size()
                        == 1);
        SellerScope.run(berta, () -> {
            assertThat(exchanges.newest(connection, Long.MAX_VALUE, 10)).isEmpty();
            assertThat(exchanges.about(List.of("order-1"), 10)).isEmpty();
            assertThat(exchanges.forgetBefore(Instant.parse("2100-01-01T00:00:00Z")))
                    .isZero();
        });
        SellerScope.run(anna, () -> {
            ExchangeRow row = exchanges.about(List.of("order-1"), 10).getFirst();
            assertThat(row.status()).isEqualTo(200);
            assertThat(row.millis()).isEqualTo(12);
            assertThat(exchanges.forgetBefore(Instant.parse("2026-01-01T00:00:00Z")))
                    .isZero();
            assertThat(exchanges.forgetAbout(List.of("order-1"))).isEqualTo(1);
        });
    }

    private static Exchange exchange(SellerId seller, ConnectionId connection) {
        return new Exchange(
                seller,
                connection,
                Instant.parse("2026-03-01T10:00:00Z"),
                "order-1",
                "POST",
                "https://api.example.org/",
                200,
                Duration.ofMillis(12),
                "",
                "{}",
                "",
                "{}",
                null);
    }
}
