package org.packhaus.shipment;

import java.util.List;
import org.packhaus.sdk.Service;
import org.packhaus.seller.ConnectionId;

/**
 * A carrier's product with all that is added to it, and why it is this one.
 *
 * @param product the carrier's own code
 */
public record CarrierPick(ConnectionId connection, String product, List<Service> services, CarrierReason reason) {
    public CarrierPick {
        services = List.copyOf(services);
    }
}
