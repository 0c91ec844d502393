package org.packhaus.plugin.hermes;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.TokenCache;

/**
 * Talks to the Hermes Shipping Interface. A request that was turned away for its token is sent once more with a new one, but only
 * if the token it carried was an old one: Hermes did not read the first, so nothing is bought twice. Tokens are not refreshed but
 * fetched anew: the password is at hand anyway, and a refresh token would be one more thing that can be out of date.
 */
final class HermesApi {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration RENEW_BEFORE = Duration.ofSeconds(60);
    /** Hermes asks every application to name itself. */
    private static final String USER_AGENT = "Packhaus";

    private final PluginTools tools;
    private final Calls calls;
    private final TokenCache<HermesSettings> tokens;

    HermesApi(PluginTools tools) {
        this.tools = tools;
        this.calls = new Calls(tools, "Hermes");
        this.tokens = new TokenCache<>(tools.clock(), RENEW_BEFORE);
    }

    /** @param language of Hermes's texts: DE or EN */
    Calls.Answer get(HermesSettings settings, String path, String language) throws PluginException {
        return authorised(
                settings,
                token -> calls.ask(request(settings.at(path), "application/json", language, token)
                        .GET()
                        .build()));
    }

    /** Buys a label: must not happen twice. @param accept what the label shall be, see {@link LabelMedia} */
    Calls.Answer buy(HermesSettings settings, String path, String accept, Json body) throws PluginException {
        return authorised(
                settings,
                token -> calls.act(request(settings.at(path), accept, "EN", token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(tools.print(body)))
                        .build()));
    }

    private static HttpRequest.Builder request(URI at, String accept, String language, Secret token) {
        return HttpRequest.newBuilder(at)
                .timeout(TIMEOUT)
                .header("Accept", accept)
                .header("Accept-Language", language)
                .header("User-Agent", USER_AGENT)
                .header("Authorization", "Bearer " + token.reveal());
    }

    private interface Send {
        Calls.Answer with(Secret token) throws PluginException;
    }

    private Calls.Answer authorised(HermesSettings settings, Send send) throws PluginException {
        boolean[] fresh = {false};
        TokenCache.Source source = () -> {
            fresh[0] = true;
            return fetchToken(settings);
        };
        Secret token = tokens.get(settings, source);
        Calls.Answer answer = send.with(token);
        if (isTokenRefused(answer) && !fresh[0]) {
            tokens.forget(settings, token);
            answer = send.with(tokens.get(settings, source));
        }
        if (isTokenRefused(answer) || answer.status() == 403) {
            tokens.forget(settings, token);
            throw new InvalidSettings(
                    "access-refused",
                    "Hermes does not let this user use the interface (" + HermesErrors.of(answer)
                            + "). Ask your contact person at Hermes to permit it.",
                    "user");
        }
        return answer;
    }

    /** Orders say 401; tracking says 400 with e902 (invalid) or e903 (expired). */
    private static boolean isTokenRefused(Calls.Answer answer) throws PluginException {
        return answer.status() == 401
                || answer.status() == 400 && HermesErrors.of(answer).has("e902", "e903");
    }

    private TokenCache.Token fetchToken(HermesSettings settings) throws PluginException {
        String form = "grant_type=password&client_id=" + encode(settings.clientId()) + "&client_secret="
                + encode(settings.clientSecret().reveal()) + "&username=" + encode(settings.user()) + "&password="
                + encode(settings.password().reveal());
        Calls.Answer answer = calls.ask(HttpRequest.newBuilder(settings.tokenUrl())
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("User-Agent", USER_AGENT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        if (!answer.isSuccess()) {
            HermesErrors errors = HermesErrors.of(answer);
            boolean isClient = errors.toString().toLowerCase(Locale.ROOT).contains("client");
            throw new InvalidSettings(
                    "credentials-refused",
                    "Hermes refuses " + (isClient ? "the client ID or its secret" : "the user or the password") + " ("
                            + errors + "). The integration system has credentials of its own.",
                    isClient ? "clientSecret" : "password");
        }
        Json body = answer.json();
        String value = body.at("access_token").textOrEmpty();
        if (value.isEmpty()) {
            throw answer.lacks("holds no token");
        }
        // Hermes writes the seconds as a string.
        long seconds = body.at("expires_in").number().map(Number::longValue).orElse(3600L);
        return new TokenCache.Token(Secret.of(value), Duration.ofSeconds(seconds));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
