package org.packhaus.tracking;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.packhaus.plugin.Installed;
import org.packhaus.plugin.PluginHost;
import org.packhaus.plugin.PluginMissing;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Tracking;
import org.packhaus.sdk.TrackingPush;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.Unavailable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Carriers behind the host's one door, beside the work: see {@link Installed#aside}. */
@Component
class HostTrackingDesk implements TrackingDesk {
    private static final Logger log = LoggerFactory.getLogger(HostTrackingDesk.class);
    private static final Duration DEADLINE = Duration.ofSeconds(40);

    private final ObjectProvider<PluginHost> plugins;

    HostTrackingDesk(ObjectProvider<PluginHost> plugins) {
        this.plugins = plugins;
    }

    @Override
    public Optional<Reach> reach(ConnectionId carrier) {
        try {
            Optional<Installed<Tracking<Record>>> tracking = tracking(carrier);
            if (tracking.isEmpty()) {
                return Optional.empty();
            }
            String plugin = tracking.get().pluginId();
            return tracking.get().read((able, settings) -> {
                if (able.mostPerDay(settings).equals(OptionalInt.of(0))) {
                    return Optional.empty();
                }
                String account = able.account(settings);
                return Optional.of(new Reach(
                        Math.max(1, able.mostPerCall(settings)),
                        able.mostPerDay(settings),
                        account.isEmpty() ? "connection " + carrier : plugin + " " + account));
            });
        } catch (PluginMissing | PluginException e) {
            log.debug("Carrier {} cannot be asked where parcels are", carrier, e);
            return Optional.empty();
        }
    }

    @Override
    public Optional<URI> page(ConnectionId carrier, String trackingNumber) {
        try {
            Optional<Installed<Tracking<Record>>> tracking = tracking(carrier);
            return tracking.isEmpty()
                    ? Optional.empty()
                    : tracking.get().read((able, settings) -> able.page(trackingNumber));
        } catch (PluginMissing | PluginException | SellerException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<TrackingReport> track(ConnectionId carrier, List<String> trackingNumbers) throws PluginException {
        try {
            return tracking(carrier)
                    .orElseThrow(() -> new Unavailable(
                            "ability-missing", "The carrier's plugin cannot tell where parcels are any more."))
                    .aside()
                    .call(DEADLINE, (able, settings) -> able.track(trackingNumbers, settings));
        } catch (PluginMissing e) {
            throw new Unavailable(e.code(), String.valueOf(e.getMessage()), null, e);
        }
    }

    @Override
    public List<String> spokenOf(ConnectionId carrier, String message) {
        try {
            Optional<Installed<TrackingPush<Record>>> push =
                    plugins.getObject().carrier(carrier).ability(TrackingPush.class);
            return push.isEmpty() ? List.of() : push.get().read((able, settings) -> able.numbers(message, settings));
        } catch (PluginMissing | PluginException | SellerException e) {
            log.debug("A message of carrier {} cannot be read", carrier, e);
            return List.of();
        }
    }

    @Override
    public Duration deadline() {
        return DEADLINE;
    }

    private Optional<Installed<Tracking<Record>>> tracking(ConnectionId carrier) {
        return plugins.getObject().carrier(carrier).ability(Tracking.class);
    }
}
