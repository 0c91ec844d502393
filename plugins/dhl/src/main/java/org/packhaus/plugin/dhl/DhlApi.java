package org.packhaus.plugin.dhl;

import java.net.URI;
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
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.TokenCache;

/**
 * Talks to DHL Parcel DE Shipping v2. A request refused with 401 is sent once more with a new token, but only if the token it
 * carried was an old one: DHL did not read the first, so nothing is bought twice.
 */
final class DhlApi {
    private static final String SHIPPING = "/parcel/de/shipping/v2";
    private static final String RETURNS = "/parcel/de/shipping/returns/v1/orders?labelType=SHIPMENT_LABEL";
    private static final String TOKEN = "/parcel/de/account/auth/ropc/v1/token";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration RENEW_BEFORE = Duration.ofSeconds(60);

    private final PluginTools tools;
    private final Calls calls;
    private final TokenCache<DhlSettings> tokens;

    DhlApi(PluginTools tools) {
        this.tools = tools;
        this.calls = new Calls(tools, "DHL");
        this.tokens = new TokenCache<>(tools.clock(), RENEW_BEFORE);
    }

    Calls.Answer get(DhlSettings settings, String path) throws PluginException {
        return authorised(
                settings,
                token -> calls.ask(request(settings, path, token).GET().build()));
    }

    Calls.Answer delete(DhlSettings settings, String path) throws PluginException {
        return authorised(
                settings,
                token -> calls.act(request(settings, path, token).DELETE().build()));
    }

    /** Posts what must not happen twice. */
    Calls.Answer post(DhlSettings settings, String path, Json body) throws PluginException {
        return authorised(settings, token -> calls.act(posting(settings, path, token, body)));
    }

    /** Posts what may be posted again. */
    Calls.Answer ask(DhlSettings settings, String path, Json body) throws PluginException {
        return authorised(settings, token -> calls.ask(posting(settings, path, token, body)));
    }

    /** Buys a return label: must not happen twice. */
    Calls.Answer buyReturn(DhlSettings settings, Json body) throws PluginException {
        return authorised(settings, token -> calls.act(posting(request(settings.at(RETURNS), token), body)));
    }

    private HttpRequest posting(DhlSettings settings, String path, Secret token, Json body) {
        return posting(request(settings, path, token), body);
    }

    private HttpRequest posting(HttpRequest.Builder request, Json body) {
        return request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(tools.print(body)))
                .build();
    }

    private static HttpRequest.Builder request(DhlSettings settings, String path, Secret token) {
        return request(settings.at(SHIPPING + path), token);
    }

    private static HttpRequest.Builder request(URI at, Secret token) {
        return HttpRequest.newBuilder(at)
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Accept-Language", "en-US")
                .header("Authorization", "Bearer " + token.reveal());
    }

    private interface Send {
        Calls.Answer with(Secret token) throws PluginException;
    }

    private Calls.Answer authorised(DhlSettings settings, Send send) throws PluginException {
        boolean[] fresh = {false};
        TokenCache.Source source = () -> {
            fresh[0] = true;
            return fetchToken(settings);
        };
        Secret token = tokens.get(settings, source);
        Calls.Answer answer = send.with(token);
        if (answer.status() == 401 && !fresh[0]) {
            tokens.forget(settings, token);
            answer = send.with(tokens.get(settings, source));
        }
        if (answer.status() == 401 || answer.status() == 403) {
            tokens.forget(settings, token);
            throw new InvalidSettings(
                    "access-refused",
                    "DHL does not let this account use the interface (" + errors(answer)
                            + "). Look in DHL's developer portal whether the app has “Parcel DE Shipping”, and in the"
                            + " business customer portal whether the user may print labels.",
                    answer.status() == 401 ? "apiKey" : "user");
        }
        return answer;
    }

    private TokenCache.Token fetchToken(DhlSettings settings) throws PluginException {
        String form = "grant_type=password&username=" + encode(settings.user()) + "&password="
                + encode(settings.password().reveal()) + "&client_id=" + encode(settings.apiKey()) + "&client_secret="
                + encode(settings.apiSecret().reveal());
        Calls.Answer answer = calls.ask(HttpRequest.newBuilder(settings.at(TOKEN))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        if (!answer.isSuccess()) {
            DhlErrors errors = errors(answer);
            boolean isApp = errors.toString().toLowerCase(java.util.Locale.ROOT).contains("client");
            throw new InvalidSettings(
                    "credentials-refused",
                    "DHL refuses " + (isApp ? "the API key or its secret" : "the user or the password") + " (" + errors
                            + "). Passwords of the business customer portal expire: set a new one there and enter it.",
                    isApp ? "apiSecret" : "password");
        }
        Json body = answer.json();
        String value = body.at("access_token").textOrEmpty();
        if (value.isEmpty()) {
            throw answer.lacks("holds no token");
        }
        long seconds = body.at("expires_in").number().map(Number::longValue).orElse(1799L);
        return new TokenCache.Token(Secret.of(value), Duration.ofSeconds(seconds));
    }

    static DhlErrors errors(Calls.Answer answer) throws PluginException {
        return DhlErrors.of(answer.status(), answer.isSuccess() ? Json.MISSING : answer.json());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
