package org.packhaus.plugin.dhl;

import java.net.URI;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.test.CarrierContract;
import org.packhaus.sdk.test.ScriptedServer;

class DhlContractTest extends CarrierContract<DhlSettings> {
    @Override
    protected Carrier<DhlSettings> extension(PluginTools tools) {
        return new DhlCarrier(tools);
    }

    @Override
    protected DhlSettings settings(URI service) {
        return FakeDhl.settings(service);
    }

    @Override
    protected DhlSettings wrongSettings(URI service) {
        return FakeDhl.settings(service, "exp1red-password");
    }

    @Override
    protected void play(ScriptedServer server) throws Exception {
        new FakeDhl().teach(server);
    }

    @Override
    protected String purchasePath() {
        return FakeDhl.ORDERS;
    }

    @Override
    protected BookingRequest undeliverable() {
        return Requests.to(
                request(false),
                Address.to("Änne Groß")
                        .street("Kurt-Schumacher-Straße", "20 b")
                        .city("99999", "Bonn")
                        .build());
    }

    @Override
    protected String undeliverableField() {
        return "to.postalCode";
    }
}
