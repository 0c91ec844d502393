package org.packhaus.shipment;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.packhaus.plugin.Installed;
import org.packhaus.plugin.PluginHost;
import org.packhaus.plugin.PluginMissing;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.BringsReturnNumber;
import org.packhaus.sdk.Cancellation;
import org.packhaus.sdk.Cancellation.Cancelled;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.FetchesLabels;
import org.packhaus.sdk.FindsByReference;
import org.packhaus.sdk.ItemCancellation;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Quotes;
import org.packhaus.sdk.ReportedShipment;
import org.packhaus.sdk.ReturnLabels;
import org.packhaus.sdk.SalesChannel;
import org.packhaus.sdk.SeveralBoxes;
import org.packhaus.sdk.Unavailable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.SellerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Carriers and channels behind the host's one door. */
@Component
class HostDesks implements CarrierDesk, ChannelDesk, LabelPapers {
    private static final Logger log = LoggerFactory.getLogger(HostDesks.class);
    /** Long enough for a carrier on a bad day, short enough for a person who waits. */
    private static final Duration DEADLINE = Duration.ofSeconds(40);

    /** Somebody waits for the label; a price that takes longer is looked up in the table. */
    private static final Duration PRICE_DEADLINE = Duration.ofSeconds(4);

    private final ObjectProvider<PluginHost> host;
    private final ConnectionService connections;

    HostDesks(ObjectProvider<PluginHost> host, ConnectionService connections) {
        this.host = host;
        this.connections = connections;
    }

    @Override
    public Standing standing(ConnectionId connection) {
        try {
            ConnectionRow row = connections.connection(connection);
            return switch (row.state()) {
                case ACTIVE -> active(row);
                case PAUSED ->
                    Standing.out(
                            "connection-paused",
                            "The connection " + row.name() + " is paused. Resume it.",
                            row.outSince());
                case BROKEN ->
                    Standing.out(
                            "connection-broken",
                            "The connection " + row.name() + " does not work"
                                    + (row.lastError() == null
                                            ? ""
                                            : " (" + row.lastError().text() + ")")
                                    + ". Repair its settings; work goes on by itself.",
                            row.outSince());
            };
        } catch (SellerException e) {
            return Standing.out(
                    "no-carrier", "The carrier connection was removed. Choose another in the seller's settings.");
        } catch (PluginMissing e) {
            return Standing.out(e.code(), String.valueOf(e.getMessage()));
        }
    }

    private Standing active(ConnectionRow row) {
        ConnectionId connection = row.id();
        Installed<Carrier<Record>> carrier = plugins().carrier(connection);
        Set<Ability> abilities = EnumSet.noneOf(Ability.class);
        finding(carrier).ifPresent(can -> abilities.add(Ability.FINDS));
        fetching(carrier).ifPresent(can -> abilities.add(Ability.FETCHES));
        cancelling(carrier).ifPresent(can -> abilities.add(Ability.CANCELS));
        bringing(carrier).ifPresent(can -> abilities.add(Ability.BRINGS_RETURN_NUMBER));
        returning(carrier).ifPresent(can -> abilities.add(Ability.SELLS_RETURNS));
        quoting(carrier).ifPresent(can -> abilities.add(Ability.TELLS_PRICES));
        Optional<CarrierProfile> profile = Optional.of(plugins().carrierProfile(connection));
        return plugins()
                .leftAloneSince(connection)
                .map(since -> new Standing(
                        "circuit-open",
                        "The service of " + row.name()
                                + " has failed too often lately, so it is left alone for a moment. Nothing was sent; it is tried"
                                + " again by itself.",
                        profile,
                        abilities,
                        since))
                .orElseGet(() -> new Standing("", "", profile, abilities));
    }

    private static Optional<Installed<BringsReturnNumber<Record>>> bringing(Installed<Carrier<Record>> carrier) {
        return carrier.ability(BringsReturnNumber.class);
    }

    private static Optional<Installed<ReturnLabels<Record>>> returning(Installed<Carrier<Record>> carrier) {
        return carrier.ability(ReturnLabels.class);
    }

    private static Optional<Installed<FindsByReference<Record>>> finding(Installed<Carrier<Record>> carrier) {
        return carrier.ability(FindsByReference.class);
    }

    private static Optional<Installed<FetchesLabels<Record>>> fetching(Installed<Carrier<Record>> carrier) {
        return carrier.ability(FetchesLabels.class);
    }

    private static Optional<Installed<Quotes<Record>>> quoting(Installed<Carrier<Record>> carrier) {
        return carrier.ability(Quotes.class);
    }

    private static Optional<Installed<Cancellation<Record>>> cancelling(Installed<Carrier<Record>> carrier) {
        return carrier.ability(Cancellation.class);
    }

    @Override
    public Duration deadline() {
        return DEADLINE;
    }

    @Override
    public Booking book(ConnectionId connection, BookingRequest request) throws PluginException {
        return carrier(connection)
                .about(request.orderNumber())
                .call(DEADLINE, (carrier, settings) -> carrier.book(request, settings));
    }

    @Override
    public Optional<Booking> find(ConnectionId connection, BookingRequest request) throws PluginException {
        return finding(carrier(connection))
                .orElseThrow(() -> cannot("look a booking up"))
                .about(request.orderNumber())
                .call(DEADLINE, (carrier, settings) -> carrier.find(request, settings));
    }

    @Override
    public Optional<Booking> fetch(ConnectionId connection, String trackingNumber, LabelPaper paper)
            throws PluginException {
        return fetching(carrier(connection))
                .orElseThrow(() -> cannot("hand a label out again"))
                .about(trackingNumber)
                .call(DEADLINE, (carrier, settings) -> carrier.fetch(trackingNumber, paper, settings));
    }

    @Override
    public Cancelled cancel(ConnectionId connection, String trackingNumber) throws PluginException {
        return cancelling(carrier(connection))
                .orElseThrow(() -> cannot("take a label back"))
                .about(trackingNumber)
                .call(DEADLINE, (carrier, settings) -> carrier.cancel(trackingNumber, settings));
    }

    @Override
    public Booking bookReturn(ConnectionId connection, BookingRequest request) throws PluginException {
        return returning(carrier(connection))
                .orElseThrow(() -> cannot("sell return labels"))
                .about(request.orderNumber())
                .call(DEADLINE, (carrier, settings) -> carrier.bookReturn(request, settings));
    }

    @Override
    public List<Quotes.Quote> quote(ConnectionId connection, BookingRequest request) throws PluginException {
        return quoting(carrier(connection))
                .orElseThrow(() -> cannot("tell a price"))
                .call(PRICE_DEADLINE, (carrier, settings) -> List.copyOf(carrier.quote(request, settings)));
    }

    @Override
    public LabelPaper of(ConnectionId carrier) {
        return connections.labelStock(carrier).paper();
    }

    /** A plugin taken out between the question and the call: nothing was sent. */
    private Installed<Carrier<Record>> carrier(ConnectionId connection) throws Unavailable {
        try {
            return plugins().carrier(connection);
        } catch (PluginMissing e) {
            throw new Unavailable(e.code(), String.valueOf(e.getMessage()), null, e);
        }
    }

    private static Unavailable cannot(String what) {
        return new Unavailable("ability-missing", "The carrier's plugin cannot " + what + " any more.");
    }

    @Override
    public Optional<ChannelRules> rules(ConnectionId channel) {
        try {
            return Optional.of(plugins().channelRules(channel));
        } catch (PluginMissing | PluginException e) {
            log.debug("The rules of channel {} cannot be asked", channel, e);
            return Optional.empty();
        }
    }

    @Override
    public String confirm(ConnectionId channel, Confirmation confirmation) throws PluginException {
        try {
            return plugins()
                    .salesChannel(channel)
                    .about(confirmation.trackingNumber())
                    .call(DEADLINE, (channelPlugin, settings) -> channelPlugin.confirm(confirmation, settings));
        } catch (PluginMissing e) {
            throw new Unavailable(e.code(), String.valueOf(e.getMessage()), null, e);
        }
    }

    @Override
    public boolean takesSeveralBoxes(ConnectionId channel) {
        try {
            return boxing(plugins().salesChannel(channel)).isPresent();
        } catch (PluginMissing e) {
            return false;
        }
    }

    private static Optional<Installed<SeveralBoxes<Record>>> boxing(Installed<SalesChannel<Record>> channel) {
        return channel.ability(SeveralBoxes.class);
    }

    @Override
    public String confirmBoxes(ConnectionId channel, List<Confirmation> boxes) throws PluginException {
        try {
            return boxing(plugins().salesChannel(channel))
                    .orElseThrow(() -> new Unavailable(
                            "ability-missing", "The channel's plugin takes no piece in several parcels any more."))
                    .about(boxes.getFirst().trackingNumber())
                    .call(DEADLINE, (boxed, settings) -> boxed.confirmBoxes(boxes, settings));
        } catch (PluginMissing e) {
            throw new Unavailable(e.code(), String.valueOf(e.getMessage()), null, e);
        }
    }

    @Override
    public boolean cancelsPieces(ConnectionId channel) {
        try {
            return removing(plugins().salesChannel(channel)).isPresent();
        } catch (PluginMissing | SellerException e) {
            return false;
        }
    }

    private static Optional<Installed<ItemCancellation<Record>>> removing(Installed<SalesChannel<Record>> channel) {
        return channel.ability(ItemCancellation.class);
    }

    @Override
    public void cancelPieces(ConnectionId channel, String channelOrderId, List<String> channelItemIds)
            throws PluginException {
        try {
            removing(plugins().salesChannel(channel))
                    .orElseThrow(() ->
                            new Unavailable("ability-missing", "The channel's plugin cancels no pieces any more."))
                    .about(channelOrderId)
                    .call(DEADLINE, (able, settings) -> {
                        able.cancel(channelOrderId, channelItemIds, settings);
                        return true;
                    });
        } catch (PluginMissing e) {
            throw new Unavailable(e.code(), String.valueOf(e.getMessage()), null, e);
        }
    }

    @Override
    public Optional<ReportedShipment> shipment(ConnectionId channel, String carrierCode, String trackingNumber)
            throws PluginException {
        try {
            return plugins()
                    .salesChannel(channel)
                    .about(trackingNumber)
                    .call(
                            DEADLINE,
                            (channelPlugin, settings) -> channelPlugin.shipment(carrierCode, trackingNumber, settings));
        } catch (PluginMissing e) {
            throw new Unavailable(e.code(), String.valueOf(e.getMessage()), null, e);
        }
    }

    private PluginHost plugins() {
        return host.getObject();
    }
}
