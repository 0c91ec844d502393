package org.packhaus.sdk.test;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginTools;

/**
 * The tools a plugin gets, outside the portal: a real HTTP client that goes anywhere and repeats nothing, JSON read and written
 * as the portal does it, and a clock that stands still until it is turned.
 */
public final class FakeTools implements PluginTools {
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Now now;
    private final Clock clock;

    /** Tools whose clock shows the time of now. */
    public FakeTools() {
        this(Instant.now());
    }

    /** Tools whose clock shows that time. */
    public FakeTools(Instant time) {
        this.now = new Now(time);
        this.clock = new Turnable(now, ZoneOffset.UTC);
    }

    /** Turns the clock forward. */
    public void advance(Duration by) {
        now.advance(by);
    }

    @Override
    public HttpClient http() {
        return http;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Json parse(String text) {
        return JsonText.parse(text);
    }

    @Override
    public String print(Json json) {
        return JsonText.print(json);
    }

    private static final class Now {
        private Instant time;

        Now(Instant time) {
            this.time = time;
        }

        synchronized Instant get() {
            return time;
        }

        synchronized void advance(Duration by) {
            time = time.plus(by);
        }
    }

    private static final class Turnable extends Clock {
        private final Now now;
        private final ZoneId zone;

        Turnable(Now now, ZoneId zone) {
            this.now = now;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Turnable(now, other);
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
