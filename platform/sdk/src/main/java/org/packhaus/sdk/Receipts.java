package org.packhaus.sdk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Ability of a {@link SalesChannel} or an {@link AfterSalesChannel}: it bills the buyer in the seller's name and keeps the receipts. */
public interface Receipts<S extends Record> {

    /** The receipts of an order, newest first; empty if it has none yet. */
    List<Receipt> receipts(String channelOrderId, S settings) throws PluginException;

    /**
     * A receipt as a PDF.
     *
     * @throws Rejected if the channel does not know the number
     */
    byte[] pdf(String receiptNumber, S settings) throws PluginException;

    /**
     * A receipt.
     *
     * @param number the channel's own
     * @param kind what it is for
     * @param channelOrderId of which order
     * @param channelItemIds which pieces it is about
     * @param issuedAt when
     * @param total what it comes to; of a refund what the buyer got, above 0
     * @param refunds the number of the receipt it takes back from, if it is a refund and says so
     */
    record Receipt(
            String number,
            Kind kind,
            String channelOrderId,
            List<String> channelItemIds,
            Instant issuedAt,
            Money total,
            Optional<String> refunds) {
        public Receipt {
            channelItemIds = List.copyOf(channelItemIds);
        }
    }

    /** What a receipt is for. */
    enum Kind {
        PURCHASE,
        REFUND,
        PARTIAL_REFUND
    }
}
