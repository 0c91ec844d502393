package org.packhaus.aftersales;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PriceReductions.Reduction;
import org.packhaus.sdk.Receipts.Receipt;
import org.packhaus.sdk.ReturnDecision;
import org.packhaus.sdk.ReturnPage;
import org.packhaus.sdk.ReturnParcelPage;
import org.packhaus.sdk.ReturnQuery;
import org.packhaus.sdk.ReturnReason;
import org.packhaus.sdk.Returns.Answer;
import org.packhaus.seller.ConnectionId;

/** What this room needs of sales channels; the host's one door stands behind it. No call runs inside a transaction. */
interface ReturnDesk {

    /** Known without calling out. Empty if nothing can come back through this channel, or its plugin is not there. */
    Optional<Reach> reach(ConnectionId channel);

    /** What the channels' plugins call a reason; empty where none has words for it. Calls nobody. */
    default Optional<String> words(String reason, Locale language) {
        return Optional.empty();
    }

    ReturnPage returns(ConnectionId channel, ReturnQuery query) throws PluginException;

    ReturnParcelPage parcels(ConnectionId channel, Instant since, Optional<String> cursor) throws PluginException;

    List<Answer> decide(ConnectionId channel, List<ReturnDecision> decisions) throws PluginException;

    /** Whether part of a price can be given back. Calls nobody. */
    boolean reducesPrices(ConnectionId channel);

    void reduce(ConnectionId channel, String channelOrderId, String channelItemId, Money amount) throws PluginException;

    List<Reduction> reductions(ConnectionId channel, String channelOrderId, String channelItemId)
            throws PluginException;

    /** Whether the channel keeps receipts. Calls nobody. */
    boolean keepsReceipts(ConnectionId channel);

    List<Receipt> receipts(ConnectionId channel, String channelOrderId, String orderNumber) throws PluginException;

    byte[] receipt(ConnectionId channel, String receiptNumber, String orderNumber) throws PluginException;

    /** After which a call has come back for certain. */
    Duration deadline();

    /**
     * How far a channel goes.
     *
     * @param perDecision how many pieces one call takes
     * @param decidesItselfAfter counted from a parcel's arrival
     */
    record Reach(int perDecision, Optional<Duration> decidesItselfAfter, List<ReturnReason> reasons) {
        public Reach {
            reasons = List.copyOf(reasons);
        }
    }
}
