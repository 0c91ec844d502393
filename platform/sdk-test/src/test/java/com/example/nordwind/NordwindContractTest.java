package com.example.nordwind;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.test.CarrierContract;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;

class NordwindContractTest extends CarrierContract<NordwindSettings> {
    private final AtomicInteger sold = new AtomicInteger();
    private final Map<String, Json> parcels = new ConcurrentHashMap<>();

    @Override
    protected Carrier<NordwindSettings> extension(PluginTools tools) {
        return new NordwindCarrier(tools);
    }

    @Override
    protected NordwindSettings settings(URI service) {
        return settings(service, "right-key");
    }

    @Override
    protected NordwindSettings wrongSettings(URI service) {
        return settings(service, "stale-key");
    }

    private static NordwindSettings settings(URI service, String key) {
        return new NordwindSettings("4711", Secret.of(key), NordwindSettings.Speed.GALE, Optional.of(service));
    }

    @Override
    protected void play(ScriptedServer server) {
        server.on("POST", "/parcels", call -> {
            if (!call.header("X-Api-Key").orElse("").equals("right-key")) {
                return Reply.of(401);
            }
            if (call.json().at("to").at("postcode").textOrEmpty().equals("99999")) {
                return Reply.json(422, Json.object().put("field", "to.postcode").put("message", "No such postcode."));
            }
            Json parcel = Json.object()
                    .put("number", "NW" + sold.incrementAndGet())
                    .put("label", "JVBERi0xLjQ=")
                    .json();
            parcels.put(call.json().at("reference").textOrEmpty(), parcel);
            return Reply.json(201, parcel);
        });
        server.on(
                "GET",
                "/parcels/*",
                call -> Optional.ofNullable(parcels.get(call.path().substring(9)))
                        .map(parcel -> Reply.json(200, parcel))
                        .orElse(Reply.of(404)));
    }

    @Override
    protected String purchasePath() {
        return "/parcels";
    }

    @Override
    protected BookingRequest undeliverable() {
        BookingRequest fine = request(false);
        return new BookingRequest(
                fine.reference(),
                fine.product(),
                fine.parcel(),
                fine.from(),
                org.packhaus.sdk.Address.to("Änne Groß")
                        .street("Weg", "1")
                        .city("99999", "Nirgendwo")
                        .build(),
                fine.returnTo(),
                fine.shipDate(),
                false,
                fine.services(),
                fine.paper(),
                fine.orderNumber());
    }

    @Override
    protected String undeliverableField() {
        return "to.postalCode";
    }

    @Override
    protected boolean bringsReturnNumbers() {
        return false;
    }
}
