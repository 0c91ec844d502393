/**
 * How does an order leave? Shipments, parcels, the ledger that buys labels so that no order pays twice, the checks before the money,
 * and the confirmation to the sales channel.
 */
@NullMarked
package org.packhaus.shipment;

import org.jspecify.annotations.NullMarked;
