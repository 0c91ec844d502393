package org.packhaus.plugin.dhl;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.Unavailable;

/** DHL Parcel DE Tracking v0: XML in a query parameter, XML back. */
final class DhlTracking {
    static final int MOST = 20;
    static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Calls calls;

    DhlTracking(PluginTools tools) {
        this.calls = new Calls(tools, "DHL's tracking");
    }

    List<TrackingReport> of(List<String> numbers, DhlSettings settings) throws PluginException {
        if (numbers.isEmpty()) {
            return List.of();
        }
        if (numbers.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " numbers a call, not " + numbers.size());
        }
        String user = settings.trackingUser().orElse(settings.user());
        Secret password = settings.trackingPassword().orElse(settings.password());
        String question = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?><data appname=\"" + escape(user)
                + "\" language-code=\"de\" password=\"" + escape(password.reveal()) + "\" piece-code=\""
                + escape(String.join(";", numbers)) + "\" request=\"d-get-piece-detail\"/>";
        String basic = Base64.getEncoder()
                .encodeToString(
                        (settings.apiKey() + ":" + settings.apiSecret().reveal()).getBytes(StandardCharsets.UTF_8));
        Calls.Answer answer = calls.ask(
                HttpRequest.newBuilder(settings.at("/parcel/de/tracking/v0/shipments?xml=" + DhlApi.encode(question)))
                        .timeout(TIMEOUT)
                        .header("Accept", "application/xml")
                        .header("Authorization", "Basic " + basic)
                        .GET()
                        .build());
        if (answer.status() == 401 || answer.status() == 403) {
            throw new InvalidSettings(
                    "tracking-refused",
                    "DHL does not let this app use “Parcel DE Tracking” (HTTP " + answer.status()
                            + "). Add it to the app in DHL's developer portal.",
                    "apiKey");
        }
        if (!answer.isSuccess()) {
            throw new Unavailable("tracking-failed", "DHL's tracking answered with HTTP " + answer.status() + ".");
        }
        return read(answer);
    }

    private static List<TrackingReport> read(Calls.Answer answer) throws PluginException {
        TrackingXml xml;
        try {
            xml = TrackingXml.parse(answer.bytes());
        } catch (TrackingXml.Unreadable e) {
            throw answer.lacks("cannot be read");
        }
        return switch (xml.code()) {
            case "0" -> xml.reports();
            // No data (yet), or none of these numbers is a piece code.
            case "100", "200", "41", "45" -> xml.reports();
            case "5", "6" ->
                throw new InvalidSettings(
                        "tracking-user-refused",
                        "DHL's tracking refuses the user or the password (" + xml.error()
                                + "). In the business customer portal the user must be allowed to use tracking.",
                        "trackingUser");
            default -> throw new Unavailable("tracking-failed", "DHL's tracking failed: " + xml.error());
        };
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
