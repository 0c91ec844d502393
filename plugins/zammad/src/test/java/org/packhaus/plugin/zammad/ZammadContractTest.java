package org.packhaus.plugin.zammad;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.packhaus.sandbox.Sandbox;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.test.MessagesContract;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;

/** The rules of channels of messages, against the sandbox's help desk. */
class ZammadContractTest extends MessagesContract<ZammadSettings, ZammadChannel> {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Sandbox sandbox = Sandbox.start(0);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Override
    protected ZammadChannel extension(PluginTools tools) {
        return new ZammadChannel(tools);
    }

    @Override
    protected ZammadSettings settings(URI service) {
        var seller = tools().parse(http("GET", "/sandbox/sellers", "")).at(0);
        return new ZammadSettings(
                service,
                Secret.of("zammad-" + seller.at("key").textOrEmpty()),
                seller.at("name").textOrEmpty());
    }

    @Override
    protected ZammadSettings wrongSettings(URI service) {
        return new ZammadSettings(
                service, Secret.of("zammad-nobody"), settings(service).group());
    }

    @Override
    protected void play(ScriptedServer server) {
        server.forwardTo(sandbox.uri());
    }

    @Override
    protected void arrives(String from, String subject, String text, boolean html) {
        write(0, from, subject, text);
    }

    @Override
    protected void comesBack(String sentId, String from, String text) {
        write(Long.parseLong(sentId.split(":")[1]), from, "Re", text);
    }

    private void write(long ticket, String from, String subject, String body) {
        http(
                "POST",
                "/sandbox/tickets?seller=1&ticket=" + ticket + "&from=" + encoded(from) + "&subject="
                        + encoded(subject),
                body);
    }

    @Override
    protected int sent() {
        return server().calls("POST", "/api/v1/tickets").size()
                + server().calls("POST", "/api/v1/ticket_articles").size();
    }

    /** Reading marks nothing as long as it only asks. */
    @Override
    protected boolean isAnyRead() {
        return server().calls().stream().anyMatch(call -> !call.method().equals("GET"));
    }

    @Override
    protected ZammadSettings takesAndSaysNothing() {
        server().once("POST", "/api/v1/tickets", Reply::lost);
        return settings();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String http(String method, String path, String body) {
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(sandbox.uri() + path))
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
