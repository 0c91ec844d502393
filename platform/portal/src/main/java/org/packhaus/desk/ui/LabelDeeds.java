package org.packhaus.desk.ui;

import java.util.function.Consumer;
import org.packhaus.shipment.LabelRow;
import org.packhaus.shipment.ParcelId;

/**
 * What a person may do with the labels of an order.
 *
 * @param giveBack gives one back, or marks it as unused where the carrier takes none back
 * @param renew wants another one for a parcel whose label was given back
 * @param correct opens the dialog for a number that is wrong
 * @param settle opens the dialog for a label of which nobody knows whether it was bought
 */
record LabelDeeds(
        Consumer<LabelRow> giveBack, Consumer<ParcelId> renew, Consumer<ParcelId> correct, Consumer<LabelRow> settle) {}
