package org.packhaus.plugin.otto;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.sdk.SalesChannel;
import org.packhaus.sdk.test.SalesChannelContract;
import org.packhaus.sdk.test.ScriptedServer;

class OttoContractTest extends SalesChannelContract<OttoSettings> {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final FakeOtto otto = new FakeOtto();

    @Override
    protected SalesChannel<OttoSettings> extension(PluginTools tools) {
        return new OttoChannel(tools);
    }

    @Override
    protected OttoSettings settings(URI service) {
        return FakeOtto.settings(service);
    }

    @Override
    protected OttoSettings wrongSettings(URI service) {
        return FakeOtto.settings(service, "wr0ng-secret");
    }

    @Override
    protected void play(ScriptedServer server) {
        otto.teach(server);
    }

    @Override
    protected Set<String> orderIds() {
        return otto.readable();
    }

    @Override
    protected Set<String> unreadableIds() {
        return FakeOtto.UNREADABLE;
    }

    @Override
    protected Confirmation confirmation() {
        return new Confirmation(
                "DHL",
                "0034043416109%07d".formatted(NUMBERS.incrementAndGet()),
                Optional.of(new ReturnNumber("DHL", "60701001756402")),
                Instant.parse("2026-01-19T15:30:00.123456Z"),
                Address.to("").company("Teehaus").city("01067", "Dresden").build(),
                List.of(new Confirmation.Item(FakeOtto.id(1), FakeOtto.id(101))));
    }

    @Override
    protected String reportPath() {
        return "/v1/shipments";
    }

    @Override
    protected String boxesPath() {
        return "/v1/multiparcel-shipments";
    }

    @Override
    protected String ordersPath() {
        return "/v4/orders";
    }
}
