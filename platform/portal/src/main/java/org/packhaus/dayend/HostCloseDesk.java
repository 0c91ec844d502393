package org.packhaus.dayend;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.packhaus.plugin.Installed;
import org.packhaus.plugin.PluginHost;
import org.packhaus.plugin.PluginMissing;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DayEndClose;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Unavailable;
import org.packhaus.seller.ConnectionId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Carriers behind the host's one door. */
@Component
class HostCloseDesk implements CloseDesk {
    /** Some carriers take thirty parcels a call, so a large day takes minutes. */
    private static final Duration DEADLINE = Duration.ofMinutes(4);

    private final ObjectProvider<PluginHost> plugins;

    HostCloseDesk(ObjectProvider<PluginHost> plugins) {
        this.plugins = plugins;
    }

    @Override
    public Duty duty(ConnectionId carrier) {
        try {
            Optional<Installed<DayEndClose<Record>>> closing = closing(carrier);
            return closing.isEmpty()
                    ? Duty.NONE
                    : closing.get().read((plugin, settings) -> plugin.isMandatory()) ? Duty.MANDATORY : Duty.OPTIONAL;
        } catch (PluginMissing | PluginException e) {
            return Duty.UNKNOWN;
        }
    }

    @Override
    public Duration deadline() {
        return DEADLINE;
    }

    @Override
    public List<CarrierDocument> close(ConnectionId carrier, List<String> trackingNumbers) throws PluginException {
        try {
            Optional<Installed<DayEndClose<Record>>> closing = closing(carrier);
            return closing.isEmpty()
                    ? List.of()
                    : closing.get().call(DEADLINE, (plugin, settings) -> plugin.close(trackingNumbers, settings));
        } catch (PluginMissing e) {
            throw new Unavailable(e.code(), String.valueOf(e.getMessage()), null, e);
        }
    }

    private Optional<Installed<DayEndClose<Record>>> closing(ConnectionId carrier) {
        return plugins.getObject().carrier(carrier).ability(DayEndClose.class);
    }
}
