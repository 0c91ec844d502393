package org.packhaus.plugin.gls;

import java.net.URI;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.test.CarrierContract;
import org.packhaus.sdk.test.ScriptedServer;

class GlsContractTest extends CarrierContract<GlsSettings> {
    @Override
    protected Carrier<GlsSettings> extension(PluginTools tools) {
        return new GlsCarrier(tools);
    }

    @Override
    protected GlsSettings settings(URI service) {
        return FakeGls.settings(service);
    }

    @Override
    protected GlsSettings wrongSettings(URI service) {
        return FakeGls.settings(service, "exp1red-secret");
    }

    @Override
    protected void play(ScriptedServer server) {
        new FakeGls().teach(server);
    }

    @Override
    protected String purchasePath() {
        return FakeGls.SHIPMENTS;
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
