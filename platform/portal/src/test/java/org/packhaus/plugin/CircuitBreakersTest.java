package org.packhaus.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.packhaus.plugin.CircuitBreakers.Circuit;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Unavailable;
import org.packhaus.seller.ConnectionId;

/** What happens to calls of a service that fails too often, and how it comes back. */
class CircuitBreakersTest {
    private static final Circuit LABELS = new Circuit(new ConnectionId(1), "");
    private static final Circuit PRICES = new Circuit(new ConnectionId(1), "prices");

    private final CircuitBreakers breakers =
            new CircuitBreakers(new PluginProperties.Breaker(4, 75, Duration.ofSeconds(2)), Clock.systemUTC());

    private void fails(Circuit circuit) {
        assertThatThrownBy(() -> breakers.call(circuit, false, () -> {
                    throw new Unavailable("down", "It sleeps.");
                }))
                .isInstanceOf(Unavailable.class);
    }

    private void opens(Circuit circuit) {
        for (int i = 0; i < 4; i++) {
            fails(circuit);
        }
        assertThat(breakers.openSince(circuit)).isPresent();
    }

    private void refused() {
        assertThatThrownBy(() -> breakers.call(LABELS, false, () -> "sent"))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.code()).isEqualTo("circuit-open"));
    }

    /** Until the pause is over for everybody. */
    private String afterThePause(CircuitBreakers.Call<String> trial) {
        Awaitility.await().until(() -> breakers.openSince(LABELS).isEmpty());
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptionsMatching(
                        e -> e instanceof Unavailable busy && busy.code().equals("circuit-open"))
                .until(() -> breakers.call(LABELS, false, trial), answer -> true);
    }

    @Test
    void afterThePauseOneTrialIsLetThroughAndItsSuccessCloses() throws PluginException {
        opens(LABELS);
        refused();

        String answer = afterThePause(() -> {
            assertThat(breakers.openSince(LABELS))
                    .as("others wait for the trial")
                    .isPresent();
            refused();
            return "back";
        });

        assertThat(answer).isEqualTo("back");
        assertThat(breakers.openSince(LABELS)).isEmpty();
        for (int i = 0; i < 5; i++) {
            assertThat(breakers.call(LABELS, false, () -> "sent")).isEqualTo("sent");
        }
    }

    @Test
    void aTrialThatFailsOpensAgainAndTheOutageIsStillTheSame() {
        opens(LABELS);
        Instant since = breakers.openSince(LABELS).orElseThrow();

        Awaitility.await().until(() -> {
            try {
                breakers.call(LABELS, false, () -> {
                    throw new Unavailable("still-down", "It sleeps on.");
                });
                return false;
            } catch (Unavailable e) {
                return e.code().equals("still-down");
            }
        });
        assertThat(breakers.openSince(LABELS)).contains(since);
        refused();
    }

    @Test
    void pricesThatFailKeepNoLabelBack() throws PluginException {
        opens(PRICES);

        assertThat(breakers.openSince(LABELS)).isEmpty();
        assertThat(breakers.call(LABELS, false, () -> "sent")).isEqualTo("sent");
    }
}
