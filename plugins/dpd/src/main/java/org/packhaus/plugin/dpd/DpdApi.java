package org.packhaus.plugin.dpd;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.TokenCache;

/**
 * Talks to DPD's META API. A request refused with 401 is sent once more with a new token, but only if the token it carried was
 * an old one: DPD did not read the first, so nothing is bought twice.
 */
final class DpdApi {
    private static final String ROOT = "/shipping/v1";
    private static final String GERMANY = "001";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration RENEW_BEFORE = Duration.ofMinutes(5);

    private final PluginTools tools;
    private final Calls calls;
    private final TokenCache<DpdSettings> tokens;

    DpdApi(PluginTools tools) {
        this.tools = tools;
        this.calls = new Calls(tools, "DPD");
        this.tokens = new TokenCache<>(tools.clock(), RENEW_BEFORE);
    }

    /** Posts what must not happen twice. */
    Calls.Answer buy(DpdSettings settings, String path, Json body) throws PluginException {
        return authorised(settings, token -> calls.act(posting(settings, path, token, body)));
    }

    /** Posts what may be posted again. */
    Calls.Answer ask(DpdSettings settings, String path, Json body) throws PluginException {
        return authorised(settings, token -> calls.ask(posting(settings, path, token, body)));
    }

    /** Signs in anew, whatever token there is. */
    void signIn(DpdSettings settings) throws PluginException {
        fetchToken(settings);
    }

    private HttpRequest posting(DpdSettings settings, String path, Secret token, Json body) {
        return HttpRequest.newBuilder(settings.at(ROOT + path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("X-DPD-BUCODE", GERMANY)
                .header("Authorization", "Bearer " + token.reveal())
                .POST(BodyPublishers.ofString(tools.print(body)))
                .build();
    }

    private interface Send {
        Calls.Answer with(Secret token) throws PluginException;
    }

    private Calls.Answer authorised(DpdSettings settings, Send send) throws PluginException {
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
                    "DPD does not let this account use the interface (" + DpdErrors.of(answer)
                            + ") Ask your contact at DPD whether the account is open for the META API of DPD Germany.",
                    "user");
        }
        return answer;
    }

    private TokenCache.Token fetchToken(DpdSettings settings) throws PluginException {
        Calls.Answer answer = calls.ask(HttpRequest.newBuilder(settings.at(ROOT + "/login"))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("X-DPD-BUCODE", GERMANY)
                .header("X-DPD-LOGIN", settings.user())
                .header("X-DPD-PASSWORD", settings.password().reveal())
                .POST(BodyPublishers.noBody())
                .build());
        if (!answer.isSuccess()) {
            throw new InvalidSettings(
                    "credentials-refused",
                    "DPD refuses the user or the password (" + DpdErrors.of(answer)
                            + ") Enter them as in DPD's letter of access; test and production have different ones.",
                    "password");
        }
        Optional<String> token = answer.header("X-DPD-TOKEN").filter(value -> !value.isBlank());
        if (token.isEmpty()) {
            throw answer.lacks("holds no token");
        }
        return new TokenCache.Token(Secret.of(token.get()), TokenLife.of(token.get(), tools));
    }
}
