package org.packhaus.sdk;

import java.util.List;

/** Ability of a {@link SalesChannel}: the seller can cancel pieces he cannot ship. */
public interface ItemCancellation<S extends Record> {

    /**
     * Asks the channel to cancel. Most channels do it a while later: the order tells. Asked again for pieces that are cancelled already,
     * it changes nothing; after a lost answer the host asks again.
     *
     * @throws Rejected if a piece cannot be cancelled any more; then none is
     */
    void cancel(String channelOrderId, List<String> channelItemIds, S settings) throws PluginException;
}
