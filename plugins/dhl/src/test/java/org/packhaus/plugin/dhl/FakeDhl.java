package org.packhaus.plugin.dhl;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.test.Call;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;

/** As much of DHL as the tests need; the sandbox is the faithful one. */
final class FakeDhl {
    static final String ORDERS = "/parcel/de/shipping/v2/orders";
    static final String TOKEN = "/parcel/de/account/auth/ropc/v1/token";
    static final String TRACKING = "/parcel/de/tracking/v0/shipments";
    private static final String PASSWORD = "SandboxPasswort2023!";

    final AtomicInteger tokens = new AtomicInteger();
    private final AtomicInteger sold = new AtomicInteger();
    private final Map<String, Boolean> labels = new ConcurrentHashMap<>();

    static DhlSettings settings(URI base) {
        return settings(base, PASSWORD);
    }

    static DhlSettings settings(URI base, String password) {
        return new DhlSettings(
                "api-key",
                Secret.of("api-s3cret"),
                "user-valid",
                Secret.of(password),
                Optional.of("33333333330102"),
                Optional.of("33333333336201"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("33333333330701"),
                Optional.of("deu"),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(base));
    }

    /** An account that sends everywhere, GoGreen Plus included. */
    static DhlSettings worldwide(URI base, DhlSettings.TrackingBy tracking) {
        DhlSettings domestic = settings(base);
        return new DhlSettings(
                domestic.apiKey(),
                domestic.apiSecret(),
                domestic.user(),
                domestic.password(),
                domestic.billingNumberPaket(),
                domestic.billingNumberKleinpaket(),
                Optional.of("33333333335401"),
                Optional.of("33333333335301"),
                Optional.of("33333333336601"),
                domestic.billingNumberReturn(),
                domestic.returnReceiver(),
                Optional.of("MEIN_PROFIL"),
                true,
                false,
                Optional.of("DE1234567890123"),
                Optional.of(tracking),
                Optional.empty(),
                Optional.empty(),
                Optional.of(base));
    }

    void teach(ScriptedServer server) {
        server.on("POST", TOKEN, this::token)
                .on("POST", ORDERS, call -> authorised(call, this::sell))
                .on("GET", ORDERS, call -> authorised(call, this::show))
                .on("DELETE", ORDERS, call -> authorised(call, this::takeBack))
                .on(
                        "GET",
                        TRACKING,
                        call -> Reply.text(200, "application/xml", "<data code=\"100\" error=\"no data\"/>"));
    }

    private Reply token(Call call) {
        return call.field("password").equals(PASSWORD)
                ? Reply.json(
                        200,
                        Json.object()
                                .put("access_token", "token-" + tokens.incrementAndGet())
                                .put("expires_in", 1799))
                : Reply.json(
                        401,
                        Json.object()
                                .put("title", "Unauthorized")
                                .put("statusCode", 401)
                                .put("detail", "Unauthorized for given resource."));
    }

    private static Reply authorised(Call call, Function<Call, Reply> answer) {
        return call.header("Authorization").orElse("").startsWith("Bearer token-")
                ? answer.apply(call)
                : Reply.json(401, Json.object().put("title", "Unauthorized").put("statusCode", 401));
    }

    private Reply sell(Call call) {
        Json shipment = call.json().at("shipments").at(0);
        if (shipment.at("consignee").at("postalCode").textOrEmpty().equals("99999")) {
            return refusal(
                    "consignee.postalCode",
                    "The city entered does not match the postcode. The shipment is not codeable.");
        }
        if (call.parameter("validate").equals("true")) {
            return Reply.json(
                    200, Json.object().put("status", status(200, "OK")).put("items", Json.array(item(200, "OK"))));
        }
        String number = "0034043333301010%09d".formatted(sold.incrementAndGet());
        labels.put(number, true);
        Json.Builder item = Json.object()
                .put("shipmentNo", number)
                .put("sstatus", status(200, "OK"))
                .put("label", pdf());
        if (shipment.at("services").at("dhlRetoure").isPresent()) {
            item.put("returnShipmentNo", "60701001756402").put("returnLabel", pdf());
        }
        return Reply.json(200, Json.object().put("status", status(200, "OK")).put("items", Json.array(item.json())));
    }

    private Reply show(Call call) {
        String number = call.parameter("shipment");
        return labels.containsKey(number)
                ? Reply.json(
                        200,
                        Json.object()
                                .put("status", status(200, "OK"))
                                .put(
                                        "items",
                                        Json.array(Json.object()
                                                .put("shipmentNo", number)
                                                .put("sstatus", status(200, "OK"))
                                                .put("label", pdf())
                                                .json())))
                : Reply.json(
                        404,
                        Json.object().put("status", status(404, "Not Found")).put("items", Json.array()));
    }

    private Reply takeBack(Call call) {
        String number = call.parameter("shipment");
        return labels.remove(number) != null
                ? Reply.json(
                        200, Json.object().put("status", status(200, "OK")).put("items", Json.array(item(200, "OK"))))
                : Reply.json(
                        400,
                        Json.object()
                                .put("status", status(400, "Bad Request"))
                                .put("items", Json.array(item(204, "UnknownShipmentNumber"))));
    }

    static Reply refusal(String property, String message) {
        Json item = Json.object()
                .put("sstatus", status(400, "Bad Request"))
                .put(
                        "validationMessages",
                        Json.array(Json.object()
                                .put("property", property)
                                .put("validationMessage", message)
                                .put("validationState", "Warning")
                                .json()))
                .json();
        return Reply.json(
                400, Json.object().put("status", status(400, "Bad Request")).put("items", Json.array(item)));
    }

    private static Json item(int status, String title) {
        return Json.object().put("sstatus", status(status, title)).json();
    }

    private static Json.Builder status(int code, String title) {
        return Json.object().put("title", title).put("statusCode", code);
    }

    private static Json.Builder pdf() {
        return Json.object()
                .put("b64", Base64.getEncoder().encodeToString("%PDF-1.4 label".getBytes(StandardCharsets.UTF_8)))
                .put("fileFormat", "PDF")
                .put("printFormat", "910-300-600/610");
    }
}
