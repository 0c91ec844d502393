package org.packhaus.dayend;

import java.time.Duration;
import java.util.List;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.PluginException;
import org.packhaus.seller.ConnectionId;

/** What this room needs of carriers; the host's one door stands behind it. No call runs inside a transaction. */
interface CloseDesk {

    /** Known without calling out. */
    Duty duty(ConnectionId carrier);

    /** After which a call has come back for certain, one way or the other. */
    Duration deadline();

    /** Asking twice is no error. Empty if the carrier gives no paper, or knows no close. */
    List<CarrierDocument> close(ConnectionId carrier, List<String> trackingNumbers) throws PluginException;
}
