package org.packhaus.sdk.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;

class CallsTest {
    private final FakeTools tools = new FakeTools(Instant.parse("2026-11-22T12:00:00Z"));
    private final ScriptedServer server = ScriptedServer.start();
    private final Calls calls = new Calls(tools, "Nordwind");

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(URI.create(server.uri() + "/buy"))
                .timeout(Duration.ofMillis(500))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
    }

    private void answer(Reply reply) {
        server.on("POST", "/buy", call -> reply);
    }

    @Test
    void aTimeOutAfterSendingIsUnclearForAnActAndUnavailableForAQuestion() {
        CountDownLatch never = new CountDownLatch(1);
        server.on("POST", "/buy", call -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Reply.of(200);
        });
        assertThatThrownBy(() -> calls.act(request()))
                .isInstanceOfSatisfying(Unclear.class, e -> assertThat(e.code()).isEqualTo("no-answer-in-time"));
        assertThatThrownBy(() -> calls.ask(request())).isInstanceOf(Unavailable.class);
        never.countDown();
    }

    @Test
    void aRefusedConnectionHadNoEffect() {
        HttpRequest nobody = HttpRequest.newBuilder(ScriptedServer.nobody())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThatThrownBy(() -> calls.act(nobody)).isInstanceOf(Unavailable.class);
        HttpRequest unknown = HttpRequest.newBuilder(URI.create("http://nowhere.invalid/"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThatThrownBy(() -> calls.act(unknown)).isInstanceOf(Unavailable.class);
    }

    @Test
    void waitsAsLongAsTheServiceAskedFor() {
        answer(Reply.of(429).withHeader("Retry-After", "30"));
        assertThatThrownBy(() -> calls.act(request()))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(30)));
        answer(Reply.of(429).withHeader("Retry-After", "Sun, 22 Nov 2026 12:01:30 GMT"));
        assertThatThrownBy(() -> calls.act(request()))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(90)));
        answer(Reply.of(429).withHeader("Retry-After", "soon"));
        assertThatThrownBy(() -> calls.act(request()))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.retryAfter()).isEmpty());
    }

    @Test
    void aFailureOfTheServiceIsUnclearForAnAct() {
        answer(Reply.of(503).withHeader("Retry-After", "30"));
        assertThatThrownBy(() -> calls.act(request())).isInstanceOf(Unclear.class);
        assertThatThrownBy(() -> calls.ask(request())).isInstanceOf(Unavailable.class);
    }

    @Test
    void aSuccessThatCannotBeReadIsUnclearForAnAct() throws Exception {
        answer(Reply.text(201, "application/json", "{\"number\": \"00"));
        assertThatThrownBy(() -> calls.act(request()).json()).isInstanceOf(Unclear.class);
        assertThatThrownBy(() -> calls.ask(request()).json()).isInstanceOf(Unavailable.class);
        assertThat(calls.act(request()).lacks("names no number")).isInstanceOf(Unclear.class);
    }

    @Test
    void aRefusalThatCannotBeReadIsStillARefusal() throws Exception {
        answer(Reply.text(400, "text/html", "<html>no</html>"));
        Calls.Answer answer = calls.act(request());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.isSuccess()).isFalse();
        assertThat(answer.json()).isEqualTo(Json.MISSING);
    }
}
