package org.packhaus.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TokenCacheTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T12:00:00Z"));
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return java.util.Objects.requireNonNull(now.get());
        }
    };
    private final AtomicInteger fetched = new AtomicInteger();
    private final TokenCache<String> cache = new TokenCache<>(clock, Duration.ofSeconds(60));

    private TokenCache.Token fetch() {
        return new TokenCache.Token(Secret.of("token-" + fetched.incrementAndGet()), Duration.ofSeconds(1800));
    }

    private Secret get(String key) throws PluginException {
        return cache.get(key, this::fetch);
    }

    @Test
    void keepsATokenUntilShortlyBeforeItExpires() throws Exception {
        Secret first = get("a");
        now.updateAndGet(time -> time.plusSeconds(1739));
        assertThat(get("a")).isEqualTo(first);
        now.updateAndGet(time -> time.plusSeconds(1));
        assertThat(get("a")).isNotEqualTo(first);
        assertThat(fetched).hasValue(2);
    }

    @Test
    void keepsOneForEachKey() throws Exception {
        assertThat(get("a")).isNotEqualTo(get("b"));
        assertThat(get("a")).isEqualTo(Secret.of("token-1"));
    }

    @Test
    void forgetsOnlyTheTokenThatWasRefused() throws Exception {
        Secret refused = get("a");
        cache.forget("a", refused);
        Secret renewed = get("a");
        assertThat(renewed).isNotEqualTo(refused);
        cache.forget("a", refused);
        cache.forget("never seen", refused);
        assertThat(get("a")).isEqualTo(renewed);
        assertThat(fetched).hasValue(2);
    }

    @Test
    void oneFetchesWhileTheOthersWait() throws Exception {
        CountDownLatch all = new CountDownLatch(16);
        List<Future<Secret>> tokens = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                tokens.add(threads.submit(() -> {
                    all.countDown();
                    all.await();
                    return get("a");
                }));
            }
        }
        for (Future<Secret> token : tokens) {
            assertThat(token.get()).isEqualTo(Secret.of("token-1"));
        }
        assertThat(fetched).hasValue(1);
    }

    @Test
    void aFailedFetchIsTriedAgainByTheNext() throws Exception {
        assertThatThrownBy(() -> cache.get("a", () -> {
                    throw new Unavailable("not-reachable", "no");
                }))
                .isInstanceOf(Unavailable.class);
        assertThat(get("a")).isEqualTo(Secret.of("token-1"));
    }
}
