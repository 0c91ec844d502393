package org.packhaus.plugin.gls;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.TokenCache;
import org.packhaus.sdk.Unavailable;

/**
 * Talks to GLS: token (client credentials, 14400 s), ShipIT Farm in its own media type, Track &amp; Trace in JSON. A request
 * refused with 401 is sent once more with a new token, but only if the token it carried was an old one: GLS did not read the
 * first, so nothing is bought twice.
 */
final class GlsApi {
    static final String SHIPMENTS = "/shipit-farm/v1/backend/rs/shipments";
    static final String TRACKING = "/track-and-trace-v1/tracking/simple/trackids/";
    private static final String TOKEN = "/oauth2/v2/token";
    private static final String ACCESS_REFUSED = "access-refused";
    private static final String SHIPIT = "application/glsVersion1+json";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration RENEW_BEFORE = Duration.ofMinutes(2);
    private static final long LIFE_SECONDS = 14_400;

    /** GLS's own status: the depot's system behind the interface is switched off, so the request was not carried out. */
    private static final int BACKEND_INACTIVE = 490;

    private final PluginTools tools;
    private final Calls calls;
    private final TokenCache<GlsSettings> tokens;

    GlsApi(PluginTools tools) {
        this.tools = tools;
        this.calls = new Calls(tools, "GLS");
        this.tokens = new TokenCache<>(tools.clock(), RENEW_BEFORE);
    }

    /** Posts to ShipIT what must not happen twice. @param path below {@link #SHIPMENTS} */
    Calls.Answer act(GlsSettings settings, String path, Json body) throws PluginException {
        return authorised(settings, token -> calls.act(posting(settings, path, token, body)));
    }

    /** Posts to ShipIT what may be posted again. @param path below {@link #SHIPMENTS} */
    Calls.Answer ask(GlsSettings settings, String path, Json body) throws PluginException {
        return authorised(settings, token -> calls.ask(posting(settings, path, token, body)));
    }

    /**
     * Asks Track &amp; Trace. An app may lack that one product and sell labels all the same, so its refusal does not blame the
     * settings: they would be paused as a whole.
     *
     * @param numbers joined by commas
     */
    Calls.Answer track(GlsSettings settings, String numbers) throws PluginException {
        try {
            return authorised(
                    settings,
                    token -> calls.ask(HttpRequest.newBuilder(settings.at(TRACKING + numbers))
                            .timeout(TIMEOUT)
                            .header("Accept", "application/json")
                            .header("Accept-Language", "DE")
                            .header("Authorization", "Bearer " + token.reveal())
                            .GET()
                            .build()));
        } catch (InvalidSettings e) {
            if (e.code().equals(ACCESS_REFUSED)) {
                throw new Unavailable(
                        "tracking-refused",
                        "GLS does not let this app follow parcels. Add “Track And Trace” to it in GLS's developer portal.",
                        null,
                        e);
            }
            throw e;
        }
    }

    /** @param body {@link Json#MISSING} for none */
    private HttpRequest posting(GlsSettings settings, String path, Secret token, Json body) {
        return HttpRequest.newBuilder(settings.at(SHIPMENTS + path))
                .timeout(TIMEOUT)
                .header("Accept", SHIPIT)
                .header("Content-Type", SHIPIT)
                .header("Authorization", "Bearer " + token.reveal())
                .POST(body.isPresent() ? BodyPublishers.ofString(tools.print(body)) : BodyPublishers.noBody())
                .build();
    }

    private interface Send {
        Calls.Answer with(Secret token) throws PluginException;
    }

    private Calls.Answer authorised(GlsSettings settings, Send send) throws PluginException {
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
                    ACCESS_REFUSED,
                    "GLS does not let this app use the interface (" + GlsErrors.of(answer)
                            + "). In GLS's developer portal the app needs “Authentication”, “ShipIT Farm” and “Track And"
                            + " Trace”.",
                    "clientId");
        }
        if (answer.status() == BACKEND_INACTIVE) {
            throw new Unavailable("backend-inactive", "GLS's system is switched off at the moment. Nothing was done.");
        }
        return answer;
    }

    private TokenCache.Token fetchToken(GlsSettings settings) throws PluginException {
        String credentials = settings.clientId() + ":" + settings.clientSecret().reveal();
        Calls.Answer answer = calls.ask(HttpRequest.newBuilder(settings.at(TOKEN))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
        if (!answer.isSuccess()) {
            GlsErrors errors = GlsErrors.of(answer);
            boolean isId = errors.toString().toLowerCase(java.util.Locale.ROOT).contains("identifier");
            throw new InvalidSettings(
                    "credentials-refused",
                    "GLS refuses the client ID or its secret (" + errors
                            + "). Both are shown at the app in GLS's developer portal (dev-portal.gls-group.net).",
                    isId ? "clientId" : "clientSecret");
        }
        Json body = answer.json();
        String value = body.at("access_token").textOrEmpty();
        if (value.isEmpty()) {
            throw answer.lacks("holds no token");
        }
        long seconds = body.at("expires_in").number().map(Number::longValue).orElse(LIFE_SECONDS);
        return new TokenCache.Token(Secret.of(value), Duration.ofSeconds(seconds));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
