package org.packhaus.plugin.gls;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
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

/** As much of GLS as the tests need; the sandbox is the faithful one. */
final class FakeGls {
    static final String TOKEN = "/oauth2/v2/token";
    static final String SHIPMENTS = GlsApi.SHIPMENTS;
    static final String REPRINT = GlsApi.SHIPMENTS + "/reprintparcel";
    static final String TRACKING = GlsApi.TRACKING + "*";
    private static final String SECRET = "gls-s3cret-of-the-app";

    final AtomicInteger tokens = new AtomicInteger();
    private final AtomicInteger sold = new AtomicInteger();
    /** Track ID by parcel number. */
    private final Map<String, String> parcels = new ConcurrentHashMap<>();

    static GlsSettings settings(URI base) {
        return settings(base, SECRET);
    }

    static GlsSettings settings(URI base, String secret) {
        return new GlsSettings("gls-app", Secret.of(secret), "276a45fkqM", true, Optional.empty(), Optional.of(base));
    }

    void teach(ScriptedServer server) {
        server.on("POST", TOKEN, this::token)
                .on("POST", SHIPMENTS, call -> authorised(call, this::sell))
                .on("POST", REPRINT, call -> authorised(call, this::reprint))
                .on("POST", SHIPMENTS + "/cancel/*", call -> authorised(call, this::cancel))
                .on(
                        "POST",
                        SHIPMENTS + "/allowedservices",
                        call -> authorised(
                                call,
                                c -> answer(Json.object()
                                        .put(
                                                "AllowedServices",
                                                Json.array(
                                                        Json.object()
                                                                .put("ServiceName", "service_flexdelivery")
                                                                .json(),
                                                        Json.object()
                                                                .put("ServiceName", "service_shopreturn")
                                                                .json())))))
                .on("GET", TRACKING, call -> authorised(call, FakeGls::unknown));
    }

    private Reply token(Call call) {
        String basic =
                "Basic " + Base64.getEncoder().encodeToString(("gls-app:" + SECRET).getBytes(StandardCharsets.UTF_8));
        return call.header("Authorization").filter(basic::equals).isPresent()
                ? Reply.json(
                        200,
                        Json.object()
                                .put("token_type", "Bearer")
                                .put("access_token", "token-" + tokens.incrementAndGet())
                                .put("expires_in", 14_400))
                : Reply.json(
                        400,
                        Json.object()
                                .put(
                                        "errors",
                                        Json.array(Json.object()
                                                .put("message", "Invalid client credentials")
                                                .put("type", "400")
                                                .json())));
    }

    private static Reply authorised(Call call, Function<Call, Reply> answer) {
        return call.header("Authorization").orElse("").startsWith("Bearer token-")
                ? answer.apply(call)
                : fault(401, "The Token has expired: policy(Verify-JWT)");
    }

    static Reply fault(int status, String text) {
        return Reply.json(status, Json.object().put("fault", Json.object().put("faultstring", text)));
    }

    static Reply refusal(String error, String message) {
        return Reply.of(400).withHeader("error", error).withHeader("message", message);
    }

    static Reply answer(Json.Builder body) {
        Reply json = Reply.json(200, body);
        return json.withHeader("Content-Type", "application/glsVersion1+json");
    }

    private Reply sell(Call call) {
        Json shipment = call.json().at("Shipment");
        String code = shipment.at("Consignee").at("Address").at("ZIPCode").textOrEmpty();
        if (code.equals("99999")) {
            return refusal(
                    "INVALID_FIELD_VALUE",
                    "Invalid field Shipment.Consignee.Address.ZIPCode. Value 99999 is not a valid value.");
        }
        List<String> numbers = new ArrayList<>(List.of(number()));
        if (call.text().contains("service_shopreturn")) {
            numbers.add(number());
        }
        return created(numbers);
    }

    private String number() {
        String number = "2028%08d".formatted(sold.incrementAndGet());
        parcels.put(number, "AB%s".formatted(number.substring(6)));
        return number;
    }

    private Reply created(List<String> numbers) {
        List<Json> data = numbers.stream()
                .map(n -> Json.object()
                        .put("TrackID", parcels.getOrDefault(n, ""))
                        .put("ParcelNumber", n)
                        .json())
                .toList();
        List<Json> labels = numbers.stream().map(n -> label("%PDF-1.4 " + n)).toList();
        return answer(Json.object()
                .put(
                        "CreatedShipment",
                        Json.object()
                                .put("ParcelData", Json.array(data))
                                .put("PrintData", Json.array(labels))
                                .put("CustomerID", "2760000001")
                                .put("PickupLocation", "DE 300")));
    }

    static Json label(String content) {
        return Json.object()
                .put(
                        "Data",
                        Json.array(
                                Json.of(Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)))))
                .put("LabelFormat", "PDF")
                .json();
    }

    private Reply reprint(Call call) {
        String number = call.json().at("ParcelNumber").textOrEmpty();
        return parcels.containsKey(number)
                ? created(List.of(number))
                : Reply.of(404).withHeader("error", "NOT_FOUND");
    }

    private Reply cancel(Call call) {
        String trackId = call.path().substring(call.path().lastIndexOf('/') + 1);
        return parcels.values().remove(trackId)
                ? answer(Json.object().put("TrackID", trackId).put("Result", "CANCELLED"))
                : Reply.of(404).withHeader("error", "NOT_FOUND");
    }

    private static Reply unknown(Call call) {
        String asked = call.path().substring(call.path().lastIndexOf('/') + 1);
        return Reply.json(
                200,
                Json.object()
                        .put(
                                "parcels",
                                Json.array(Json.object()
                                        .put("requested", asked)
                                        .put("errorCode", "E_404_01")
                                        .put("errorMessage", "Resource Not Found")
                                        .json())));
    }
}
