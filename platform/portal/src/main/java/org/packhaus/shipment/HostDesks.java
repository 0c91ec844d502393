package org.packhaus.shipment;

import java.time.Duration;
import java.util.Optional;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Cancellation.Cancelled;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.ReportedShipment;
import org.packhaus.sdk.Unavailable;
import org.packhaus.seller.ConnectionId;
import org.springframework.stereotype.Component;

/** Stands in until the host is there. */
@Component
class HostDesks implements CarrierDesk, ChannelDesk {
    private static final Duration DEADLINE = Duration.ofSeconds(40);

    @Override
    public Standing standing(ConnectionId connection) {
        return Standing.out("plugin-missing", "The carrier's plugin is not loaded. Put it into the plugin folder.");
    }

    @Override
    public Duration deadline() {
        return DEADLINE;
    }

    @Override
    public Booking book(ConnectionId connection, BookingRequest request) throws PluginException {
        throw missing();
    }

    @Override
    public Optional<Booking> find(ConnectionId connection, BookingRequest request) throws PluginException {
        throw missing();
    }

    @Override
    public Optional<Booking> fetch(ConnectionId connection, String trackingNumber, LabelPaper paper)
            throws PluginException {
        throw missing();
    }

    @Override
    public Cancelled cancel(ConnectionId connection, String trackingNumber) throws PluginException {
        throw missing();
    }

    @Override
    public Optional<ChannelRules> rules(ConnectionId channel) {
        return Optional.empty();
    }

    @Override
    public String confirm(ConnectionId channel, Confirmation confirmation) throws PluginException {
        throw missing();
    }

    @Override
    public Optional<ReportedShipment> shipment(ConnectionId channel, String carrierCode, String trackingNumber)
            throws PluginException {
        throw missing();
    }

    private static Unavailable missing() {
        return new Unavailable("plugin-missing", "The plugin is not loaded.");
    }
}
