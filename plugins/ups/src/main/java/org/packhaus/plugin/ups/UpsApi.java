package org.packhaus.plugin.ups;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.TokenCache;

/**
 * Talks to UPS's REST services. A request refused with 401 is sent once more with a new token, but only if the token it carried
 * was an old one: UPS's gateway did not let the first through, so nothing is bought twice.
 */
final class UpsApi {
    /** The versions our OpenAPI documents name. Label recovery has versions of its own. */
    private static final String SHIP = "/api/shipments/v2409/ship";

    private static final String VOID = "/api/shipments/v2409/void/cancel/";
    private static final String RECOVERY = "/api/labels/v1/recovery";
    private static final String TRACK = "/api/track/v1/details/";

    /** Rating is not among our OpenAPI documents; path and shape are those of UPS's public Rating reference. */
    private static final String SHOP = "/api/rating/v2409/Shop";

    private static final String TOKEN = "/security/v1/oauth/token";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration RENEW_BEFORE = Duration.ofSeconds(60);

    private final PluginTools tools;
    private final Calls calls;
    private final TokenCache<UpsSettings> tokens;

    UpsApi(PluginTools tools) {
        this.tools = tools;
        this.calls = new Calls(tools, "UPS");
        this.tokens = new TokenCache<>(tools.clock(), RENEW_BEFORE);
    }

    /** Buys a label: must not happen twice. */
    Calls.Answer ship(UpsSettings settings, Json body) throws PluginException {
        return authorised(settings, token -> calls.act(posting(settings, SHIP, token, body)));
    }

    Calls.Answer giveBack(UpsSettings settings, String number) throws PluginException {
        return authorised(
                settings,
                token -> calls.act(
                        request(settings, VOID + encode(number), token).DELETE().build()));
    }

    Calls.Answer recover(UpsSettings settings, Json body) throws PluginException {
        return authorised(settings, token -> calls.ask(posting(settings, RECOVERY, token, body)));
    }

    Calls.Answer shop(UpsSettings settings, Json body) throws PluginException {
        return authorised(settings, token -> calls.ask(posting(settings, SHOP, token, body)));
    }

    /** Texts come in German, as the buyer would read them. */
    Calls.Answer track(UpsSettings settings, String number) throws PluginException {
        return authorised(
                settings,
                token -> calls.ask(request(settings, TRACK + encode(number) + "?locale=de_DE", token)
                        .GET()
                        .build()));
    }

    /** Signs in anew, whatever token there is. */
    void signIn(UpsSettings settings) throws PluginException {
        fetchToken(settings);
    }

    private HttpRequest posting(UpsSettings settings, String path, Secret token, Json body) {
        return request(settings, path, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(tools.print(body)))
                .build();
    }

    private static HttpRequest.Builder request(UpsSettings settings, String path, Secret token) {
        return HttpRequest.newBuilder(settings.at(path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("transId", UUID.randomUUID().toString().replace("-", ""))
                .header("transactionSrc", "packhaus")
                .header("Authorization", "Bearer " + token.reveal());
    }

    private interface Send {
        Calls.Answer with(Secret token) throws PluginException;
    }

    private Calls.Answer authorised(UpsSettings settings, Send send) throws PluginException {
        boolean[] fresh = {false};
        TokenCache.Source source = () -> {
            fresh[0] = true;
            return fetchToken(settings);
        };
        Secret token = tokens.get(settings, source);
        Calls.Answer answer = send.with(token);
        if (answer.status() == 401 && !fresh[0]) {
            tokens.forget(settings, token);
            token = tokens.get(settings, source);
            answer = send.with(token);
        }
        if (answer.status() == 401 || answer.status() == 403) {
            tokens.forget(settings, token);
            throw new InvalidSettings(
                    "access-refused",
                    "UPS does not let this app use the interface (" + UpsErrors.of(answer)
                            + "). Look in UPS's developer portal whether the app has the products Shipping, Tracking and"
                            + " Rating, and whether the account belongs to it.",
                    "clientId");
        }
        return answer;
    }

    private TokenCache.Token fetchToken(UpsSettings settings) throws PluginException {
        String basic = Base64.getEncoder()
                .encodeToString(
                        (settings.clientId() + ":" + settings.clientSecret().reveal())
                                .getBytes(StandardCharsets.UTF_8));
        Calls.Answer answer = calls.ask(HttpRequest.newBuilder(settings.at(TOKEN))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("x-merchant-id", settings.account())
                .header("Authorization", "Basic " + basic)
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
        if (!answer.isSuccess()) {
            UpsErrors errors = UpsErrors.of(answer);
            throw new InvalidSettings(
                    "credentials-refused",
                    "UPS refuses the client ID or its secret (" + errors
                            + "). Both are in UPS's developer portal, in the app's details.",
                    errors.mentions("secret") ? "clientSecret" : "clientId");
        }
        Json body = answer.json();
        String value = body.at("access_token").textOrEmpty();
        if (value.isEmpty()) {
            throw answer.lacks("holds no token");
        }
        long seconds = body.at("expires_in").number().map(Number::longValue).orElse(14_399L);
        return new TokenCache.Token(Secret.of(value), Duration.ofSeconds(seconds));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
