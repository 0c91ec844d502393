package org.packhaus.sdk;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests through {@link PluginTools#http()} and tells "certainly nothing happened" from "who knows", so that not
 * every plugin has to get that right again. Using it is a choice, not a duty. It keeps nothing, so one in a field is fine.
 *
 * <p>What comes back has a status below 500 and is not 408 or 429; what the service <em>said</em> in it is the plugin's to read.
 */
public final class Calls {
    private final PluginTools tools;
    private final String service;

    /** @param service as the seller knows it ({@code DHL}); it stands in the messages */
    public Calls(PluginTools tools, String service) {
        this.tools = tools;
        this.service = service;
    }

    /**
     * Sends what may be sent again: a read, a token request, an absolute stock level.
     *
     * @throws Unavailable for whatever kept the service from answering
     */
    public Answer ask(HttpRequest request) throws Unavailable {
        try {
            return new Answer(receive(request), false);
        } catch (IOException e) {
            throw unavailable(e);
        } catch (Unclear e) {
            throw new Unavailable(e.code(), e.text(), null, e);
        }
    }

    /**
     * Sends what must not happen twice: a purchase, a report.
     *
     * @throws Unavailable if it certainly had no effect: no connection, or turned away with 429
     * @throws Unclear if it may have: a time-out after sending, a cut connection, a 5xx
     */
    public Answer act(HttpRequest request) throws Unavailable, Unclear {
        try {
            return new Answer(receive(request), true);
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException e) {
            throw unavailable(e);
        } catch (HttpTimeoutException e) {
            throw new Unclear(
                    "no-answer-in-time", service + " did not answer in time. It may have done what was asked.", e);
        } catch (IOException e) {
            throw new Unclear(
                    "answer-lost",
                    "The connection to " + service
                            + " broke before its answer was here. It may have done what was asked.",
                    e);
        }
    }

    private HttpResponse<byte[]> receive(HttpRequest request) throws IOException, Unavailable, Unclear {
        HttpResponse<byte[]> response;
        try {
            response = tools.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unclear("interrupted", "The request to " + service + " was broken off.", e);
        }
        int status = response.statusCode();
        if (status == 429) {
            throw new Unavailable(
                    "too-many-requests",
                    service + " takes no more requests for the moment.",
                    retryAfter(response).orElse(null),
                    null);
        }
        if (status >= 500 || status == 408) {
            throw new Unclear("service-failed", service + " failed with HTTP " + status + ".", null);
        }
        return response;
    }

    private Unavailable unavailable(IOException e) {
        return e instanceof HttpTimeoutException && !(e instanceof HttpConnectTimeoutException)
                ? new Unavailable("no-answer-in-time", service + " did not answer in time.", null, e)
                : new Unavailable("not-reachable", service + " cannot be reached at the moment.", null, e);
    }

    /** RFC 9110, 10.2.3: seconds or a date. */
    private Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After").map(String::strip).flatMap(this::duration);
    }

    private Optional<Duration> duration(String text) {
        if (!text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(tools.clock().instant(), until);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** What a service answered. */
    public final class Answer {
        private final HttpResponse<byte[]> response;
        private final boolean acted;

        private Answer(HttpResponse<byte[]> response, boolean acted) {
            this.response = response;
            this.acted = acted;
        }

        /** The HTTP status. */
        public int status() {
            return response.statusCode();
        }

        /** Whether the status is a 2xx. */
        public boolean isSuccess() {
            return status() / 100 == 2;
        }

        /** A header's first value. */
        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** The body as it came. */
        public byte[] bytes() {
            return response.body();
        }

        /** The body as UTF-8. */
        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        /**
         * The body as JSON. Of a refusal whatever can be read, {@link Json#MISSING} if nothing; of a success all of it.
         *
         * @throws Unclear if a success of {@link Calls#act} cannot be read
         * @throws Unavailable if a success of {@link Calls#ask} cannot be read
         */
        public Json json() throws PluginException {
            try {
                return tools.parse(text());
            } catch (JsonException e) {
                if (isSuccess()) {
                    throw useless("answer-unreadable", "cannot be read", e);
                }
                return Json.MISSING;
            }
        }

        /**
         * What to throw when a success lacks what it should hold: as {@link #json()} would.
         *
         * @param what is missing, the rest of a sentence: {@code "names no shipment number"}
         */
        public PluginException lacks(String what) {
            return useless("answer-incomplete", what, null);
        }

        private PluginException useless(String code, String what, @Nullable Throwable cause) {
            String text = "The answer of " + service + " " + what + ".";
            return acted
                    ? new Unclear(code, text + " It may have done what was asked.", cause)
                    : new Unavailable(code, text, null, cause);
        }
    }
}
