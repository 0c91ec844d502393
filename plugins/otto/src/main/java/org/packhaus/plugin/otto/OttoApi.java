package org.packhaus.plugin.otto;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.TokenCache;

/**
 * Talks to OTTO: tokens, headers, and the refusals that every interface has in common. A request refused with 401 is sent
 * once more with a new token; that is safe for reports too, because OTTO did not read the first one.
 */
final class OttoApi {
    /** OTTO answers within 10 s or not at all. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final Duration RENEW_BEFORE = Duration.ofSeconds(60);

    private final PluginTools tools;
    private final Calls calls;
    private final TokenCache<Key> tokens;

    private record Key(OttoSettings settings, Scope scope) {}

    OttoApi(PluginTools tools) {
        this.tools = tools;
        this.calls = new Calls(tools, "OTTO");
        this.tokens = new TokenCache<>(tools.clock(), RENEW_BEFORE);
    }

    Calls.Answer get(OttoSettings settings, Scope scope, String path) throws PluginException {
        return authorised(
                settings,
                scope,
                token -> calls.ask(request(settings, path, token).GET().build()));
    }

    /** Gets a PDF. */
    Calls.Answer file(OttoSettings settings, Scope scope, String path) throws PluginException {
        return authorised(
                settings,
                scope,
                token -> calls.ask(request(settings, path, token)
                        .setHeader("Accept", "application/pdf")
                        .GET()
                        .build()));
    }

    /** Posts what may be posted again. */
    Calls.Answer set(OttoSettings settings, Scope scope, String path, Json body) throws PluginException {
        return authorised(settings, scope, token -> calls.ask(post(settings, path, token, body)));
    }

    /** Posts what must not happen twice. */
    Calls.Answer report(OttoSettings settings, Scope scope, String path, Json body) throws PluginException {
        return authorised(settings, scope, token -> calls.act(post(settings, path, token, body)));
    }

    private HttpRequest post(OttoSettings settings, String path, Secret token, Json body) {
        var builder = request(settings, path, token);
        return (body.isPresent()
                        ? builder.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(tools.print(body)))
                        : builder.POST(BodyPublishers.noBody()))
                .build();
    }

    private HttpRequest.Builder request(OttoSettings settings, String path, Secret token) {
        return HttpRequest.newBuilder(settings.at(path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token.reveal())
                .header(
                        "X-Request-Timestamp",
                        tools.clock().instant().truncatedTo(ChronoUnit.MILLIS).toString());
    }

    private interface Send {
        Calls.Answer with(Secret token) throws PluginException;
    }

    private Calls.Answer authorised(OttoSettings settings, Scope scope, Send send) throws PluginException {
        var key = new Key(settings, scope);
        Secret token = tokens.get(key, () -> fetchToken(settings, scope));
        Calls.Answer answer = send.with(token);
        if (answer.status() == 401) {
            tokens.forget(key, token);
            answer = send.with(tokens.get(key, () -> fetchToken(settings, scope)));
        }
        if (answer.status() == 401) {
            throw new InvalidSettings(
                    "access-refused",
                    "OTTO does not accept this access any more (" + OttoErrors.of(answer)
                            + "). Look in OTTO Partner Connect whether the app still exists.",
                    settings.isInstalledApp() ? "installationId" : "clientId");
        }
        if (answer.status() == 403 && !OttoErrors.of(answer).isAboutOneThing()) {
            throw new InvalidSettings(
                    "interface-not-allowed",
                    "OTTO does not let this app use the interface " + scope.title() + " (" + OttoErrors.of(answer)
                            + "). Add it to the app in OTTO Partner Connect.",
                    "clientId");
        }
        return answer;
    }

    private TokenCache.Token fetchToken(OttoSettings settings, Scope scope) throws PluginException {
        if (!settings.isInstalledApp()) {
            return token(settings, scope, credentials(settings, scope.names()));
        }
        String app = settings.appId().orElseThrow(() -> incomplete("appId"));
        String installation = settings.installationId().orElseThrow(() -> incomplete("installationId"));
        TokenCache.Token developer = token(settings, scope, credentials(settings, "developer"));
        URI url = settings.at("/v1/apps/" + encode(app) + "/installations/" + encode(installation) + "/accessToken");
        Calls.Answer answer = calls.ask(form(url, Map.of("scope", scope.names()))
                .header("Authorization", "Bearer " + developer.value().reveal())
                .build());
        if (answer.status() == 404) {
            throw new InvalidSettings(
                    "installation-refused",
                    "OTTO knows no such installation of this app (" + OttoErrors.of(answer)
                            + "). Enter app ID and installation ID again, as OTTO gave them.",
                    "installationId");
        }
        return token(settings, scope, answer);
    }

    private static InvalidSettings incomplete(String component) {
        return new InvalidSettings(
                "app-incomplete",
                "A service partner's app needs both its app ID and the installation ID; clear both for an app of your own.",
                component);
    }

    private static Map<String, String> credentials(OttoSettings settings, String scope) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", settings.clientId());
        fields.put("client_secret", settings.clientSecret().reveal());
        fields.put("scope", scope);
        return fields;
    }

    private TokenCache.Token token(OttoSettings settings, Scope scope, Map<String, String> credentials)
            throws PluginException {
        return token(
                settings,
                scope,
                calls.ask(form(settings.tokenUrl(), credentials).build()));
    }

    private static TokenCache.Token token(OttoSettings settings, Scope scope, Calls.Answer answer)
            throws PluginException {
        Json body = answer.json();
        if (!answer.isSuccess()) {
            throw refused(settings, scope, answer);
        }
        String value = body.at("access_token").textOrEmpty();
        if (value.isEmpty()) {
            throw answer.lacks("holds no token");
        }
        long seconds = body.at("expires_in").number().map(Number::longValue).orElse(1800L);
        return new TokenCache.Token(Secret.of(value), Duration.ofSeconds(seconds));
    }

    private static InvalidSettings refused(OttoSettings settings, Scope scope, Calls.Answer answer)
            throws PluginException {
        OttoErrors errors = OttoErrors.of(answer);
        if (errors.has("invalid_scope")) {
            return new InvalidSettings(
                    "interface-not-allowed",
                    "This app may not use the interface " + scope.title()
                            + ". Add it to the app in OTTO Partner Connect.",
                    "clientId");
        }
        if (answer.status() == 404 || answer.status() == 405) {
            return new InvalidSettings(
                    "no-token-there", "There is no token to be had at this address (" + errors + ").", "tokenPath");
        }
        if (settings.isInstalledApp() && (answer.status() == 403 || answer.status() == 401)) {
            return new InvalidSettings(
                    "installation-refused",
                    "OTTO refuses the app or its installation (" + errors + "). Has the seller taken the access away?",
                    "installationId");
        }
        return new InvalidSettings(
                "credentials-refused",
                "OTTO refuses the client ID or the client secret (" + errors + "). Enter them again.",
                "clientSecret");
    }

    private static HttpRequest.Builder form(URI url, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    /** For a path's step or a query's value. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
