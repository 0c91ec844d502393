package org.packhaus.sdk;

import java.util.Optional;

/**
 * Where orders come from and shipments are reported to. What else a channel can do it says by also implementing abilities:
 * {@link Checkable}, {@link StockTarget}, {@link DeliveryTerms}, {@link ProductCatalogue}, {@link ItemCancellation},
 * {@link SeveralBoxes}, {@link Returns}, {@link PriceReductions}, {@link Receipts}, {@link Messages}.
 *
 * @param <S> the settings of one seller account at this channel, see {@link Connectable}
 */
public interface SalesChannel<S extends Record> extends Connectable<S> {

    /** Who this channel is. Constant. */
    ChannelProfile profile();

    /** What it will demand of a shipment's report. Asked often; must not call out. */
    ChannelRules rules(S settings);

    /** One page of orders that changed since a moment, oldest change first. */
    OrderPage orders(OrderQuery query, S settings) throws PluginException;

    /** One order as it is now; empty if the channel does not know it. */
    Optional<ChannelOrder> order(String channelOrderId, S settings) throws PluginException;

    /**
     * Reports a shipment; the channel tells the buyer and bills. Send at most one such request; one that was turned away
     * unread, with 401 because a token ran out early, does not count.
     *
     * @return the channel's own id of the report
     * @throws Rejected if refused; with the code {@value Confirmation#ALREADY_REPORTED} if this number was reported before
     * @throws Unavailable if it certainly had no effect
     * @throws Unclear if it may have been taken
     */
    String confirm(Confirmation confirmation, S settings) throws PluginException;

    /** What the channel holds under that number; empty if nothing. */
    Optional<ReportedShipment> shipment(String carrierCode, String trackingNumber, S settings) throws PluginException;
}
