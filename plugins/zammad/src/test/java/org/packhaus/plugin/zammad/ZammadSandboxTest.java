package org.packhaus.plugin.zammad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.packhaus.sandbox.Sandbox;
import org.packhaus.sdk.BuyerMessage;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.MessageAttachment;
import org.packhaus.sdk.Messages.Answer;
import org.packhaus.sdk.Messages.MessagePage;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;
import org.packhaus.sdk.test.SettingsCheck;

/** Tickets both ways, against the sandbox's help desk over HTTP. */
class ZammadSandboxTest {
    private static final Sandbox SANDBOX = Sandbox.start(0);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final FakeTools tools = new FakeTools(Instant.now());
    private final ZammadChannel channel = new ZammadChannel(tools);
    private final Json seller = tools.parse(http("GET", "/sandbox/sellers", "")).at(0);

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void customersWriteAndAreAnsweredInTheirTicket() throws Exception {
        MessagePage before = channel.messages(Optional.empty(), 20, settings());
        long ticket = write(0, "Eva <eva@x.example>", "Wo ist es?", "Bestellung bwqwz7s8cx");
        MessagePage page = channel.messages(Optional.of(before.next()), 20, settings());
        assertThat(page.messages()).singleElement().satisfies(one -> {
            assertThat(one.from()).isEqualTo("eva@x.example");
            assertThat(one.fromName()).isEqualTo("Eva");
            assertThat(one.text()).isEqualTo("Bestellung bwqwz7s8cx");
            assertThat(one.subject()).isEqualTo("Wo ist es?");
        });
        BuyerMessage first = page.messages().getFirst();
        assertThat(channel.messages(Optional.of(page.next()), 20, settings()).messages())
                .isEmpty();

        String sent = channel.send(
                new Answer(
                        "PHA-1",
                        first.from(),
                        "Re: Wo ist es?",
                        "Unterwegs",
                        List.of(first.id()),
                        List.of(new MessageAttachment("a.txt", "text/plain", new byte[] {1}))),
                settings());
        assertThat(sent).startsWith("zammad:" + ticket + ":");

        write(ticket, "Eva <eva@x.example>", "Re", "<p>Danke</p>");
        BuyerMessage reply = channel.messages(Optional.of(page.next()), 20, settings())
                .messages()
                .getLast();
        assertThat(reply.thread()).contains(first.id(), sent);
        assertThat(reply.html()).isEqualTo("<p>Danke</p>");
        assertThat(reply.text()).isEmpty();
    }

    @Test
    void aPageThatIsCutLosesNothing() throws Exception {
        MessagePage page = channel.messages(Optional.empty(), 100, settings());
        for (int i = 0; i < 7; i++) {
            write(0, "a" + i + "@x.example", "s", "n" + i);
        }
        Set<String> seen = new HashSet<>();
        boolean more = true;
        while (more) {
            page = channel.messages(Optional.of(page.next()), 2, settings());
            page.messages().forEach(one -> seen.add(one.text()));
            more = page.more();
        }
        assertThat(seen).contains("n0", "n1", "n2", "n3", "n4", "n5", "n6");
    }

    @Test
    void aNewMatterIsANewTicket() throws Exception {
        assertThat(channel.send(
                        new Answer("PHA-2", "b@x.example", "Ihre Bestellung", "Frage", List.of(), List.of()),
                        settings()))
                .startsWith("zammad:");
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        assertThat(channel.check(settings())).contains(seller.at("key").textOrEmpty());
        assertThatThrownBy(() -> channel.check(settings("wrong", name())))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.component()).contains("token"));
        assertThatThrownBy(() -> channel.send(
                        new Answer("PHA-3", "b@x.example", "s", "t", List.of(), List.of()),
                        settings("zammad-" + seller.at("key").textOrEmpty(), "nobody's")))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void aLostAnswerMayHaveBeenSentAndARefusedConnectionHasNot() throws Exception {
        Answer answer = new Answer("PHA-4", "b@x.example", "s", "t", List.of(), List.of());
        try (ScriptedServer server = ScriptedServer.start()) {
            server.on("POST", "/api/v1/tickets", call -> Reply.of(502));
            assertThatThrownBy(() -> channel.send(answer, new ZammadSettings(server.uri(), Secret.of("x"), "g")))
                    .isInstanceOf(Unclear.class);
        }
        assertThatThrownBy(() -> channel.send(answer, new ZammadSettings(ScriptedServer.nobody(), Secret.of("x"), "g")))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void theFormHasWordsForEverythingInThreeLanguages() {
        assertThat(SettingsCheck.types(ZammadSettings.class)).isEmpty();
        assertThat(SettingsCheck.texts(ZammadChannel.class, ZammadSettings.class))
                .isEmpty();
    }

    private ZammadSettings settings() {
        return settings("zammad-" + seller.at("key").textOrEmpty(), name());
    }

    private String name() {
        return seller.at("name").textOrEmpty();
    }

    private static ZammadSettings settings(String token, String group) {
        return new ZammadSettings(SANDBOX.uri(), Secret.of(token), group);
    }

    private long write(long ticket, String from, String subject, String body) {
        return tools.parse(http(
                        "POST",
                        "/sandbox/tickets?seller=1&ticket=" + ticket + "&from=" + encoded(from) + "&subject="
                                + encoded(subject),
                        body))
                .at("ticket")
                .number()
                .orElseThrow()
                .longValue();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String http(String method, String path, String body) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(SANDBOX.uri() + path))
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
