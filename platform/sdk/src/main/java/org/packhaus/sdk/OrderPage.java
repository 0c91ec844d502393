package org.packhaus.sdk;

import java.util.List;
import java.util.Optional;

/**
 * Some orders.
 *
 * @param orders those that could be read
 * @param unreadable those that lack what is mandatory; the others go on
 * @param next where the next page begins; empty after the last
 */
public record OrderPage(List<ChannelOrder> orders, List<Unreadable> unreadable, Optional<String> next) {
    public OrderPage {
        orders = List.copyOf(orders);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * An order that could not be read.
     *
     * @param channelOrderId its id at the channel, as far as it could be read
     * @param orderNumber its number, as far as it could be read
     * @param code what is wrong, short and stable: {@code missing-sku}
     * @param text what is wrong, a sentence that names the field
     */
    public record Unreadable(String channelOrderId, String orderNumber, String code, String text) {}
}
