package org.packhaus.plugin.zammad;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Unavailable;

/** Zammad's REST interface, version 1, signed in with an agent's token. */
final class ZammadApi {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final PluginTools tools;
    private final Calls calls;

    ZammadApi(PluginTools tools) {
        this.tools = tools;
        this.calls = new Calls(tools, "Zammad");
    }

    Json read(ZammadSettings settings, String path) throws PluginException {
        return allowed(calls.ask(request(settings, path).GET().build()), settings)
                .json();
    }

    byte[] file(ZammadSettings settings, String path) throws PluginException {
        return allowed(calls.ask(request(settings, path).GET().build()), settings)
                .bytes();
    }

    /** What must not happen twice. */
    Calls.Answer write(ZammadSettings settings, String path, Json body) throws PluginException {
        return allowed(
                calls.act(request(settings, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(tools.print(body)))
                        .build()),
                settings);
    }

    private HttpRequest.Builder request(ZammadSettings settings, String path) {
        return HttpRequest.newBuilder(settings.at(path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Authorization", "Token token=" + settings.token().reveal());
    }

    private static Calls.Answer allowed(Calls.Answer answer, ZammadSettings settings) throws PluginException {
        if (answer.status() == 401 || answer.status() == 403) {
            throw new InvalidSettings(
                    "account-refused",
                    "Zammad refuses the token: " + said(answer)
                            + " It needs the permission ticket.agent and the group \"" + settings.group() + "\".",
                    "token");
        }
        if (answer.status() == 404) {
            throw new Unavailable("not-found", "Zammad does not know what was asked for: " + said(answer));
        }
        if (!answer.isSuccess()) {
            throw new Rejected("refused-by-help-desk", "Zammad refuses: " + said(answer));
        }
        return answer;
    }

    private static String said(Calls.Answer answer) throws PluginException {
        Json body = answer.json();
        String human = body.at("error_human").textOrEmpty();
        return human.isEmpty() ? body.at("error").textOrEmpty() : human;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
