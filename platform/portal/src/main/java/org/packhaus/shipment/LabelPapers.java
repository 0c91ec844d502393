package org.packhaus.shipment;

import org.packhaus.sdk.LabelPaper;
import org.packhaus.seller.ConnectionId;

/** What the labels of a carrier are printed on: a matter of the printers, so of the connection and not of the parcel. */
interface LabelPapers {
    LabelPaper of(ConnectionId carrier);
}
