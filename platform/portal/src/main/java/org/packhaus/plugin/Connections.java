package org.packhaus.plugin;

import java.util.Map;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRow;

/** What the door asks and tells the seller's room; a port so that the door can be tried without a database. */
interface Connections {
    ConnectionRow connection(ConnectionId id);

    Map<String, String> settings(ConnectionId id);

    void markBroken(ConnectionId id, String code, String text);

    void markWorking(ConnectionId id);

    void markFailing(ConnectionId id, String code, String text);
}
