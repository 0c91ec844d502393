package org.packhaus.shipment;

import java.util.List;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Quotes.Quote;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerDetails;

/** The way to carriers that tell a price before the purchase. It calls out: never inside a transaction, and with a short deadline. */
@FunctionalInterface
public interface LivePrices {

    /** What such a parcel would cost with each product that takes it. Costs nothing and may be repeated. */
    List<Quote> of(ConnectionId carrier, SellerDetails seller, PriceQuestion question) throws PluginException;
}
