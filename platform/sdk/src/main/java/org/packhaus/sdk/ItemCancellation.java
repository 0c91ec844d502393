package org.packhaus.sdk;

import java.util.List;

/** Ability of a {@link SalesChannel}: the seller can cancel pieces he cannot ship. */
public interface ItemCancellation<S extends Record> {

    /**
     * Asks the channel to cancel. Most channels do it a while later: the order tells.
     *
     * @throws Rejected if a piece cannot be cancelled any more; then none is
     */
    void cancel(String channelOrderId, List<String> channelItemIds, S settings) throws PluginException;
}
