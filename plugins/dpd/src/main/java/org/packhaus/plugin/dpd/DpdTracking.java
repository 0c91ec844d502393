package org.packhaus.plugin.dpd;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.TokenCache;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.Unavailable;

/**
 * Asks the tracking service of DPD Germany's contract customers (LoginService 2.0, ParcelLifeCycleService 2.0): the META API has none.
 * A fault of SOAP comes with HTTP 500 and has to be read, so this does not go through {@link org.packhaus.sdk.Calls}.
 */
final class DpdTracking {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration TOKEN_LIFE = Duration.ofHours(24);
    private static final Duration RENEW_BEFORE = Duration.ofMinutes(5);
    private static final String LANGUAGE = "de_DE";

    private final PluginTools tools;
    private final TokenCache<DpdSettings> tokens;

    DpdTracking(PluginTools tools) {
        this.tools = tools;
        this.tokens = new TokenCache<>(tools.clock(), RENEW_BEFORE);
    }

    /** Empty if DPD does not know the number. */
    Optional<TrackingReport> of(String number, DpdSettings settings) throws PluginException {
        Secret token = tokens.get(settings, () -> signIn(settings));
        Soap answer = ask(number, token, settings);
        if (isRefusal(answer)) {
            tokens.forget(settings, token);
            answer = ask(number, tokens.get(settings, () -> signIn(settings)), settings);
        }
        if (isRefusal(answer)) {
            throw refused(answer);
        }
        if (!answer.all("systemFault").isEmpty()) {
            throw failed(answer);
        }
        return ParcelLife.report(number, answer);
    }

    private TokenCache.Token signIn(DpdSettings settings) throws PluginException {
        String body = "<ns:getAuth>" + Soap.element("delisId", settings.tracker())
                + Soap.element("password", settings.trackerPassword().reveal())
                + Soap.element("messageLanguage", LANGUAGE) + "</ns:getAuth>";
        Soap answer = post(
                settings,
                "/services/LoginService/V2_0/",
                "LoginService/2.0/getAuth",
                Soap.envelope("LoginService/2.0", "", body));
        String token =
                answer.all("authToken").stream().findFirst().map(Soap::text).orElse("");
        if (token.isEmpty()) {
            throw isRefusal(answer) ? refused(answer) : failed(answer);
        }
        return new TokenCache.Token(Secret.of(token), TOKEN_LIFE);
    }

    private Soap ask(String number, Secret token, DpdSettings settings) throws PluginException {
        String header = "<auth:authentication>" + Soap.element("delisId", settings.tracker())
                + Soap.element("authToken", token.reveal()) + Soap.element("messageLanguage", LANGUAGE)
                + "</auth:authentication>";
        String body = "<ns:getTrackingData>" + Soap.element("parcelLabelNumber", number) + "</ns:getTrackingData>";
        return post(
                settings,
                "/services/ParcelLifeCycleService/V2_0/",
                "ParcelLifeCycleService/2.0/getTrackingData",
                Soap.envelope("ParcelLifeCycleService/2.0", header, body));
    }

    /** The answer or the fault; whatever is neither means that the service is not there. */
    private Soap post(DpdSettings settings, String path, String action, String envelope) throws PluginException {
        HttpResponse<byte[]> response = send(HttpRequest.newBuilder(settings.trackingAt(path))
                .timeout(TIMEOUT)
                .header("Accept", "text/xml")
                .header("Content-Type", "text/xml;charset=UTF-8")
                .header("SOAPAction", "\"http://dpd.com/common/service/types/" + action + "\"")
                .POST(BodyPublishers.ofString(envelope))
                .build());
        try {
            Soap answer = Soap.parse(response.body());
            if (response.statusCode() == 200 || !answer.all("Fault").isEmpty()) {
                return answer;
            }
        } catch (Soap.Unreadable e) {
            throw new Unavailable(
                    "tracking-failed",
                    "DPD's tracking answers HTTP " + response.statusCode() + " and nothing that can be read.",
                    null,
                    e);
        }
        throw new Unavailable("tracking-failed", "DPD's tracking answers HTTP " + response.statusCode() + ".");
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws Unavailable {
        try {
            return tools.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted", "The request to DPD's tracking was broken off.", null, e);
        } catch (IOException e) {
            throw new Unavailable("not-reachable", "DPD's tracking cannot be reached at the moment.", null, e);
        }
    }

    private static boolean isRefusal(Soap answer) {
        return !answer.all("authenticationFault").isEmpty();
    }

    private static String fault(Soap answer) {
        for (String name : new String[] {"errorMessage", "faultstring"}) {
            for (Soap message : answer.all(name)) {
                return message.text();
            }
        }
        return "no reason given";
    }

    private static Unavailable failed(Soap answer) {
        return new Unavailable("tracking-failed", "DPD's tracking fails: " + fault(answer) + ".");
    }

    private static InvalidSettings refused(Soap answer) {
        return new InvalidSettings(
                "tracking-refused",
                "DPD's tracking refuses the user or the password (" + fault(answer)
                        + "). Correct them, or leave the user for tracking empty to do without tracking.",
                "trackingUser");
    }
}
