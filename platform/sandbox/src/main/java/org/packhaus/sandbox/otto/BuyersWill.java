package org.packhaus.sandbox.otto;

import java.util.List;
import java.util.Optional;

/** What buyers make of what they were sent. Implemented by whoever plays the buyers. */
@FunctionalInterface
public interface BuyersWill {

    /** @param pieces the position items of one order in one shipment */
    Optional<ReturnWish> of(String salesOrderId, List<String> pieces);
}
