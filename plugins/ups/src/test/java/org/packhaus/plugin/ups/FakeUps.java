package org.packhaus.plugin.ups;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;

/** As much of UPS as scripted answers need; the sandbox is the faithful one. */
final class FakeUps {
    static final String SHIP = "/api/shipments/v2409/ship";
    static final String RECOVERY = "/api/labels/v1/recovery";
    static final String TOKEN = "/security/v1/oauth/token";
    static final String TRACK = "/api/track/v1/details/*";
    static final String NUMBER = "1Z5R89390357567127";

    private FakeUps() {}

    static UpsSettings settings(URI base) {
        return new UpsSettings("client", Secret.of("s3cret"), "5r8939", true, Optional.empty(), Optional.of(base));
    }

    /** Hands out tokens. */
    static void signIn(ScriptedServer server) {
        server.on(
                "POST",
                TOKEN,
                call -> Reply.text(200, "application/json", "{\"access_token\":\"t\",\"expires_in\":\"14399\"}"));
    }

    static void answer(ScriptedServer server, String method, String path, int status, String body) {
        server.on(method, path, call -> Reply.text(status, "application/json", body));
    }

    static String sale(String label) {
        return """
                {"ShipmentResponse":{"Response":{"ResponseStatus":{"Code":"1","Description":"Success"},
                 "Alert":[{"Code":"120900","Description":"Reference rates may vary."},{"Code":"129001","Description":"Additional handling."}]},
                 "ShipmentResults":{"ShipmentCharges":{"TotalCharges":{"CurrencyCode":"EUR","MonetaryValue":"12.34"}},
                 "NegotiatedRateCharges":{"TotalCharge":{"CurrencyCode":"EUR","MonetaryValue":"9.87"}},
                 "ShipmentIdentificationNumber":"%s","PackageResults":[{"TrackingNumber":"%s",
                 "ShippingLabel":{"ImageFormat":{"Code":"GIF"},"GraphicImage":"%s"}}]}}}""".formatted(NUMBER, NUMBER, label);
    }

    static String recovered(String label) {
        return """
                {"LabelRecoveryResponse":{"Response":{"ResponseStatus":{"Code":"1","Description":"Success"}},
                 "LabelResults":{"TrackingNumber":"%s","LabelImage":{"LabelImageFormat":{"Code":"gif"},"GraphicImage":"%s"}}}}""".formatted(NUMBER, label);
    }

    /** UPS's GIF: 1400 × 800, on its side; black from {@code edge} dots within the 4 × 6 inches. */
    static byte[] gif(int edge) {
        try (var out = new ByteArrayOutputStream()) {
            var picture = new BufferedImage(1400, 800, BufferedImage.TYPE_BYTE_BINARY);
            Graphics2D pen = picture.createGraphics();
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, 1400, 800);
            pen.setColor(Color.BLACK);
            pen.fillRect(edge, edge, 1200 - 2 * edge, 800 - 2 * edge);
            pen.setColor(Color.WHITE);
            pen.fillRect(
                    edge + 10, edge + 10, 100, 100); // what is at the lower left while it lies is at the upper left
            pen.dispose();
            ImageIO.write(picture, "gif", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
