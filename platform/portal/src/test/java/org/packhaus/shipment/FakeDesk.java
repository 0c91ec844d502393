package org.packhaus.shipment;

import java.time.Duration;
import java.util.Optional;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Cancellation.Cancelled;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.PluginException;
import org.packhaus.seller.ConnectionId;

/** The way to a {@link FakeCarrier}, whose abilities a test may take away and whose door it may shut. */
final class FakeDesk implements CarrierDesk {
    private final FakeCarrier carrier;
    private volatile Standing standing = new Standing("", "", Optional.of(FakeCarrier.PROFILE), true, true, true);

    FakeDesk(FakeCarrier carrier) {
        this.carrier = carrier;
    }

    void abilities(boolean finds, boolean fetches, boolean cancels) {
        standing = new Standing("", "", Optional.of(FakeCarrier.PROFILE), finds, fetches, cancels);
    }

    void shut(String code) {
        standing = Standing.out(code, "The connection does not work. Repair it.");
    }

    @Override
    public Standing standing(ConnectionId connection) {
        return standing;
    }

    @Override
    public Duration deadline() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Booking book(ConnectionId connection, BookingRequest request) throws PluginException {
        return carrier.book(request, new FakeCarrier.Settings());
    }

    @Override
    public Optional<Booking> find(ConnectionId connection, BookingRequest request) throws PluginException {
        return carrier.find(request, new FakeCarrier.Settings());
    }

    @Override
    public Optional<Booking> fetch(ConnectionId connection, String trackingNumber, LabelPaper paper) {
        return carrier.fetch(trackingNumber, paper, new FakeCarrier.Settings());
    }

    @Override
    public Cancelled cancel(ConnectionId connection, String trackingNumber) throws PluginException {
        return carrier.cancel(trackingNumber, new FakeCarrier.Settings());
    }
}
