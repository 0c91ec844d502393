package org.packhaus.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.seller.ConnectionState;

class PluginHttpTest {
    private static final AtomicInteger ASKED = new AtomicInteger();
    private static HostBench bench;
    private static HttpServer server;
    private static String url;

    @BeforeAll
    static void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            ASKED.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/lost")) {
                exchange.getHttpContext().getServer();
                exchange.close();
                return;
            }
            if (path.equals("/redirect")) {
                exchange.getResponseHeaders().add("Location", "/");
                exchange.sendResponseHeaders(307, -1);
                exchange.close();
                return;
            }
            byte[] body = "{\"said\":\"hi\",\"access_token\":\"abc.def\",\"echo\":\"cracker-4711\"}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Set-Cookie", "session=0815");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        url = "http://localhost:" + server.getAddress().getPort();
        bench = HostBench.open(
                options -> options.extraHosts("localhost:" + server.getAddress().getPort(), "localhost:1"));
        FixtureJar.of("parrot").into(bench.folder, "parrot.jar");
        bench.look();
    }

    @AfterAll
    static void close() {
        bench.close();
        server.stop(0);
    }

    @BeforeEach
    void quiet() throws PluginException {
        bench.pause = Duration.ZERO;
        bench.state = ConnectionState.ACTIVE;
        for (int i = 0; i < 4; i++) {
            bench.say("hello");
        }
        bench.exchanges.clear();
        ASKED.set(0);
    }

    @Test
    void recordsWhatWasSaidAndBlacksOutEverySecret() throws PluginException {
        assertThat(bench.sayAbout("4711-0815", "post " + url + "/v1?client_secret=geheim&q=cracker-4711"))
                .isEqualTo("200 hi");

        Exchange exchange = bench.exchanges.getFirst();
        assertThat(exchange.seller()).isEqualTo(HostBench.SELLER);
        assertThat(exchange.connection()).isEqualTo(HostBench.CONNECTION);
        assertThat(exchange.reference()).isEqualTo("4711-0815");
        assertThat(exchange.method()).isEqualTo("POST");
        assertThat(exchange.url()).isEqualTo(url + "/v1?client_secret=•••&q=•••");
        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.requestHeaders()).contains("Authorization: •••").contains("Content-Type: application/json");
        assertThat(exchange.requestBody())
                .isEqualTo("{\"password\":\"•••\",\"street\":\"Hauptstraße 5\",\"echo\":\"•••\"}");
        assertThat(exchange.responseHeaders()).containsIgnoringCase("set-cookie: •••");
        assertThat(exchange.responseBody()).isEqualTo("{\"said\":\"hi\",\"access_token\":\"•••\",\"echo\":\"•••\"}");
        assertThat(exchange.toString())
                .doesNotContain("cracker-4711")
                .doesNotContain("geheim")
                .doesNotContain("0815\"");
    }

    @Test
    void goesOnlyWhereTheManifestAllows() {
        InvalidSettings refused =
                catchThrowableOfType(InvalidSettings.class, () -> bench.say("get https://evil.example.com/"));

        assertThat(refused.code()).isEqualTo("host-not-allowed");
        assertThat(bench.state).isEqualTo(ConnectionState.BROKEN);
        assertThat(refused.text())
                .isEqualTo(
                        "The plugin parrot may not call evil.example.com:443: its manifest allows api.example.org, *.example.net."
                                + " Correct the address in the connection's settings, or allow the host in packhaus.plugins.extra-hosts.");
    }

    @Test
    void goesToAnAllowedHostWithTlsOnly() {
        assertThatThrownBy(() -> bench.say("get http://api.example.org:443/")).hasMessageContaining("with https only");
    }

    @Test
    void doesNotFollowARedirect() throws PluginException {
        assertThatThrownBy(() -> bench.say("get " + url + "/redirect")).isInstanceOf(PluginException.class);

        assertThat(ASKED).hasValue(1);
        assertThat(bench.exchanges.getFirst().status()).isEqualTo(307);
    }

    @Test
    void sendsAPostOnceAlthoughItsAnswerIsLost() {
        assertThatThrownBy(() -> bench.say("post " + url + "/lost")).isInstanceOf(Unclear.class);

        assertThat(ASKED).hasValue(1);
        assertThat(bench.exchanges.getFirst().status()).isNull();
        assertThat(bench.exchanges.getFirst().failure()).isNotBlank();
    }

    @Test
    void aRefusedConnectionMeansNothingWasSent() {
        assertThatThrownBy(() -> bench.say("get http://localhost:1/"))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.code()).isEqualTo("nothing-sent"));
    }

    @Test
    void sendsNothingWhenTheRateLimitLeavesNoTime() {
        bench.pause = Duration.ofMinutes(1);

        assertThatThrownBy(() -> bench.say("get " + url + "/", Duration.ofSeconds(5)))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("rate limit of 20 requests a second");
        assertThat(ASKED).hasValue(0);
    }

    @Test
    void aThreadOfThePluginsOwnHasNoConnectionToSpeakFor() throws PluginException {
        assertThat(bench.say("thread-get " + url + "/")).contains("on a thread of its own");
    }

    @Test
    void aBinaryAnswerIsRecordedByItsSizeAndALongOneIsCut() {
        Redaction black = new Redaction(Set.of("x"));

        assertThat(black.body(new byte[] {'%', 'P', 'D', 'F'}, 4, "application/pdf"))
                .isEqualTo("[application/pdf, 4 bytes]");
        assertThat(black.body("A".repeat(500).getBytes(StandardCharsets.UTF_8), 500, "text/plain"))
                .isEqualTo("[Base64, 500 characters]");
        assertThat(black.body("a b ".repeat(10_000).getBytes(StandardCharsets.UTF_8), 40_000, "text/plain"))
                .hasSizeLessThan(Redaction.LONGEST_BODY + 50)
                .endsWith("[cut; 40000 bytes in all]");
    }

    @Test
    void blacksOutASecretHoweverItIsSpelled() {
        Redaction black = new Redaction(Set.of("pass w\"rd&1"));

        assertThat(black.text("pass w\"rd&1 pass+w%22rd%261 pass%20w%22rd%261 pass w\\\"rd&1 pass w&quot;rd&amp;1"))
                .isEqualTo("••• ••• ••• ••• •••");
        assertThat(black.text("<data appname=\"zt1\" password=\"other\"/>"))
                .isEqualTo("<data appname=\"zt1\" password=\"•••\"/>");
    }
}
