package org.packhaus.shipment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.ReportedShipment;
import org.packhaus.seller.ConnectionId;

/** What this room needs of sales channels. No call runs inside a transaction; {@link #rules} calls nobody. */
interface ChannelDesk {

    /** What the channel will demand; empty while its plugin is missing or its settings do not work. */
    Optional<ChannelRules> rules(ConnectionId channel);

    Duration deadline();

    String confirm(ConnectionId channel, Confirmation confirmation) throws PluginException;

    /** Whether the channel takes one piece in several parcels. Calls nobody. */
    boolean takesSeveralBoxes(ConnectionId channel);

    /** Reports the parcels of such a piece, all or none. */
    String confirmBoxes(ConnectionId channel, List<Confirmation> boxes) throws PluginException;

    /** Whether the seller can cancel pieces there. Calls nobody. */
    boolean cancelsPieces(ConnectionId channel);

    /** Asked again for the same pieces it does no harm. */
    void cancelPieces(ConnectionId channel, String channelOrderId, List<String> channelItemIds) throws PluginException;

    Optional<ReportedShipment> shipment(ConnectionId channel, String carrierCode, String trackingNumber)
            throws PluginException;

    /** A channel that cannot be asked just now is taken for one that demands everything: a number too many costs little. */
    default Demands demands(ConnectionId channel) {
        return new Demands(
                rules(channel).map(ChannelRules::returnNumberRequired).orElse(true));
    }

    /** What a booking must bring for the channel. */
    record Demands(boolean returnNumber) {}
}
